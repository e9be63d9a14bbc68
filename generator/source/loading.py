"""From a path to a `Source`."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import Report
from .references import Source


def load(path: Path, report: Report, *, allow_outside: bool = False) -> Source | None:
    """Read a description and every file that it refers to."""
    raise NotImplementedError
