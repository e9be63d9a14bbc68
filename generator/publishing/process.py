"""Commands that a publication runs."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence

from .errors import Refusal


def run_or_refuse(
    command: Sequence[str],
    environment: Mapping[str, str],
    what: str,
    redact: Callable[[str], str] = str,
) -> None:
    """Run a command.

    Args:
        command: the command.
        environment: its whole environment.
        what: what is wrong if it fails.
        redact: replaces the secrets in its output.

    Raises:
        Refusal: it fails; the message has its output.
    """
    process = subprocess.run(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if process.returncode:
        raise Refusal(what, f"the output:\n{redact(process.stdout.strip())}")
