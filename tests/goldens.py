"""Writes the expected files of the cases and the refusals, and the schemas: `nox -s goldens`, never a test.

With names of cases it writes those alone.
"""

from __future__ import annotations

import json
import os
import shutil
import sys

from generator.openapi.editor_schemas import build_schemas
from generator.program import PACKAGE

from . import test_refusals
from .support.cases import FOLDERS, expected, generated


def cases(wanted: list[str]) -> None:
    """Write `expected/` of the cases called `wanted`, or of all."""
    for folder in FOLDERS:
        if wanted and folder.name not in wanted:
            continue
        target = folder / "expected"
        shutil.rmtree(target, ignore_errors=True)
        for path, text in expected(folder.name, *generated(folder)).items():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_text(text, encoding="utf-8")


def refusals() -> None:
    """Write `expected.txt` of every refusal."""
    for folder in test_refusals.FOLDERS:
        os.chdir(folder)
        (folder / "expected.txt").write_text(test_refusals.messages(), encoding="utf-8")


def schemas() -> None:
    """Write the JSON Schemas that editors check settings and `x-` keys by."""
    for name, schema in build_schemas().items():
        (PACKAGE / "editor_schemas" / name).write_text(
            json.dumps(schema, indent=2) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    cases(sys.argv[1:])
    if not sys.argv[1:]:
        refusals()
        schemas()
