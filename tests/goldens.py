"""Writes the expected files of the cases and the refusals anew: `nox -s goldens`, never a test.

With names of cases it writes those alone.
"""

from __future__ import annotations

import os
import shutil
import sys

from . import test_refusals
from .case_support import FOLDERS, expected, generated


def cases(wanted: list[str]) -> None:
    """Write `expected/` of the cases called `wanted`, or of all."""
    for folder in FOLDERS:
        if wanted and folder.name not in wanted:
            continue
        target = folder / "expected"
        shutil.rmtree(target, ignore_errors=True)
        for path, text in expected(*generated(folder)).items():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_text(text, encoding="utf-8")


def refusals() -> None:
    """Write `expected.txt` of every refusal."""
    for folder in test_refusals.FOLDERS:
        os.chdir(folder)
        (folder / "expected.txt").write_text(test_refusals.said(), encoding="utf-8")


if __name__ == "__main__":
    cases(sys.argv[1:])
    if not sys.argv[1:]:
        refusals()
