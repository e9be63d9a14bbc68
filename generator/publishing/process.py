"""Commands that a publication runs."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..diff.revisions import RevisionError, read_git
from .errors import Refusal

_SHOWN = 4000
"""Characters of the output of a failed command that are shown: the last ones."""


def run_or_refuse(
    command: Sequence[str],
    problem: str,
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    help: str = "the output",
    redact: Callable[[str], str] = str,
) -> None:
    """Run a command.

    Args:
        command: the command.
        problem: what is wrong if it fails.
        environment: all its environment variables; those of this process by default.
        folder: where it runs; the current one by default.
        help: text before its output in the message.
        redact: replaces the secrets in its output.

    Raises:
        Refusal: it fails; the message has its output.
    """
    process = subprocess.run(
        command,
        env=environment,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if process.returncode:
        raise Refusal(problem, f"{help}:\n{redact(process.stdout.strip())[-_SHOWN:]}")


def try_git(folder: Path, *arguments: str) -> str:
    """Return the output of git without its last newline; "" if it fails or is not installed."""
    try:
        return read_git(folder, *arguments)
    except RevisionError:
        return ""
