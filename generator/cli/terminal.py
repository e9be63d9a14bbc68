"""What a command shows: findings, notes, a line of progress, and JSON for machines.

The result goes to standard output, everything about the run to standard error. With `--format json` standard output
has exactly one JSON document (`docs/json.md` describes it), and standard error nothing but progress.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from types import FrameType
from typing import Any, Final, TextIO

from ..diagnostics import Report, make_lines_printable, make_printable
from ..finding_text import FINDINGS_LIMIT, fold, render_text
from ..text import pluralize

BAD_INPUT: Final = 2
FORMAT_VERSION: Final = 1
"""The version of the JSON output. It grows when a member is changed or removed, not when one is added."""

_SECOND = 1.0
"""The line of progress is shown only for runs that take longer."""
_TICK = 0.2
_FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_ERASE = "\r\x1b[K"


class Terminal:
    """The output of one command.

    Attributes:
        command: the name of the command.
        as_json: whether standard output is for a machine.
        is_quiet: whether only errors are shown.
        is_verbose: whether every stage is shown with its time, and every changed file.
    """

    def __init__(
        self,
        command: str,
        *,
        as_json: bool = False,
        verbosity: int = 0,
        colour: str = "auto",
    ) -> None:
        self.command = command
        self.as_json = as_json
        self.is_quiet = verbosity < 0
        self.is_verbose = verbosity > 0
        self._colour = colour
        self._progress = _Progress(sys.stderr, self.is_verbose and not as_json)

    def begin_stage(self, stage: str) -> None:
        """Show which stage of the run begins."""
        self._progress.begin(stage)

    def note(self, text: str) -> None:
        """Show what happened, unless the user asked for quiet."""
        self._progress.clear()
        if not self.is_quiet and not self.as_json:
            print(make_lines_printable(text), file=sys.stderr)

    def show_detail(self, text: str) -> None:
        """Show what only a verbose run shows."""
        if self.is_verbose:
            self.note(text)

    def complain(self, text: str) -> None:
        """Show an error message."""
        self._progress.clear()
        print(make_lines_printable(text), file=sys.stderr)

    def fail(self, message: str, exit_code: int = BAD_INPUT) -> int:
        """Show why the command failed, in the form that was asked for, and return the exit code."""
        if not self.as_json:
            self.complain(message)
        return self.print_json(exit_code, error=message)

    def show_findings(self, report: Report, limit: int = FINDINGS_LIMIT) -> None:
        """Show the findings of a run and how many there are; with `--format json` they are part of the result.

        Args:
            report: the findings.
            limit: how many of each rule to show; 0 for all.
        """
        self._progress.clear()
        if self.as_json:
            return
        findings = report.errors if self.is_quiet else report.findings
        if not findings:
            return
        sys.stderr.write(render_text(findings, self.has_colour(sys.stderr), limit))
        errors, warnings, hints = (
            len(fold(each)) for each in (report.errors, report.warnings, report.hints)
        )
        counts = [
            pluralize(errors, "error"),
            pluralize(warnings, "warning"),
            *([pluralize(hints, "hint")] if hints else ()),
        ]
        self.note(f"\n{', '.join(counts)}")

    def print_result(self, text: str) -> None:
        """Print a result as text to standard output; with `--format json` print nothing."""
        self._progress.clear()
        if not self.as_json:
            sys.stdout.write(text)

    def print_json(self, exit_code: int, report: Report | None = None, **members: Any) -> int:
        """Print the result as JSON, with `--format json`.

        Returns:
            The exit code.
        """
        self._progress.clear()
        if self.as_json:
            result = {
                "version": FORMAT_VERSION,
                "command": self.command,
                "exit_code": exit_code,
                "findings": [each.to_dict() for each in (report.findings if report else ())],
                **members,
            }
            sys.stdout.write(json.dumps(result, indent=2) + "\n")
        return exit_code

    def has_colour(self, stream: TextIO) -> bool:
        """Return whether to use colours: by `--color`, then NO_COLOR and FORCE_COLOR, then by the terminal."""
        if self._colour != "auto":
            return self._colour == "always"
        if os.environ.get("NO_COLOR"):
            return False
        return bool(os.environ.get("FORCE_COLOR")) or _is_terminal(stream)

    def close(self) -> None:
        """Remove the line of progress."""
        self._progress.close()


def _is_terminal(stream: TextIO) -> bool:
    """Return whether a stream is a terminal that knows colours and can erase a line."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


class _Progress:
    """One line with the stage and its seconds, shown after the first second, on a terminal only.

    A system timer redraws it, so that it moves during long stages without a thread.
    """

    def __init__(self, stream: TextIO, is_verbose: bool) -> None:
        self._stream = stream
        self._is_verbose = is_verbose
        self._stage = ""
        self._began = self._stage_began = time.monotonic()
        self._is_shown = False
        self._has_timer = _is_terminal(stream) and not is_verbose and self._start_timer()

    def begin(self, stage: str) -> None:
        self._finish()
        self._stage, self._stage_began = stage, time.monotonic()

    def clear(self) -> None:
        if self._is_shown:
            self._stream.write(_ERASE)
            self._stream.flush()
            self._is_shown = False

    def close(self) -> None:
        self._finish()
        self._stage = ""
        if self._has_timer:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            self._has_timer = False
        self.clear()

    def _finish(self) -> None:
        if self._is_verbose and self._stage:
            seconds = time.monotonic() - self._stage_began
            print(f"{self._stage}: {seconds:.2f} s", file=self._stream)

    def _start_timer(self) -> bool:
        if (
            not hasattr(signal, "setitimer")
            or threading.current_thread() is not threading.main_thread()
        ):
            return False
        if signal.getsignal(signal.SIGALRM) is not signal.SIG_DFL:
            return False
        signal.signal(signal.SIGALRM, self._draw)
        signal.siginterrupt(signal.SIGALRM, False)
        signal.setitimer(signal.ITIMER_REAL, _SECOND, _TICK)
        return True

    def _draw(self, _signal: int, _frame: FrameType | None) -> None:
        if self._stage:
            seconds = time.monotonic() - self._began
            frame = _FRAMES[int(seconds / _TICK) % len(_FRAMES)]
            text = f"{frame} {self._stage} … {seconds:.0f} s"
            os.write(self._stream.fileno(), f"{_ERASE}{make_printable(text)}".encode())
            self._is_shown = True
