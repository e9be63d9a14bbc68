"""Completion as the shells do it: the script is loaded into a shell on a terminal, and TAB is pressed."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAME = "openapi-client-generator"
SHELLS = {
    "bash": (["--norc", "--noprofile", "-i"], f'eval "$({NAME} completion bash)"'),
    "zsh": (
        ["-f", "-i"],
        f'autoload -U compinit; compinit -u -D; eval "$({NAME} completion zsh)"',
    ),
}
_PATIENCE = 120


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment in which the command is on the path, as an installer puts it there."""
    script = tmp_path / NAME
    script.write_text(
        f"#!{sys.executable}\n# PYTHON_ARGCOMPLETE_OK\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from generator.__main__ import main\nsys.exit(main())\n"
    )
    script.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "TERM": "xterm", "HOME": str(tmp_path), "PS1": "> "}


class Session:
    """A shell on a terminal of its own."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._process, self._terminal = pty.fork()
        if not self._process:
            os.execvpe(command[0], command, environment)
        self.output = ""

    def type(self, text: str) -> None:
        """Type a text."""
        os.write(self._terminal, text.encode())

    def wait_for(self, text: str) -> None:
        """Read until a text is shown."""
        ended = time.monotonic() + _PATIENCE
        while text not in self.output:
            assert time.monotonic() < ended, f"no {text!r} in {self.output!r}"
            if select.select([self._terminal], [], [], 1)[0]:
                self.output += os.read(self._terminal, 65536).decode("utf-8", "replace")

    def close(self) -> None:
        """End the shell."""
        os.close(self._terminal)
        os.waitpid(self._process, 0)


@pytest.mark.parametrize("shell", SHELLS)
def test_tab_completes_commands_and_options(shell: str, environment: dict[str, str]) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    options, load = SHELLS[shell]
    session = Session([program, *options], environment)
    try:
        session.type(f"{load}; echo load''ed\n")
        session.wait_for("loaded\r\n")
        session.output = ""
        session.type(f"{NAME} bun\t")
        session.wait_for("bundle")
        session.type("\x15")  # the line is deleted
        session.output = ""
        session.type(f"{NAME} generate --dry\t")
        session.wait_for("--dry-run")
    finally:
        session.close()


def test_fish_completes_commands_and_options(environment: dict[str, str]) -> None:
    fish = shutil.which("fish")
    if fish is None:
        pytest.skip("fish is not installed")
    code = f'{NAME} completion fish | source; complete -C "{NAME} bun"; complete -C "{NAME} generate --dry"'
    done = subprocess.run([fish, "-N", "-c", code], env=environment, capture_output=True, text=True)
    first, second = done.stdout.splitlines()
    assert first.startswith("bundle") and second.startswith("--dry-run"), done.stderr
