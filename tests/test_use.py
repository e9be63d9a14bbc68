"""The proof by use: every operation of every case is called against the package's own fake."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.pipeline import Compilation

from .support.cases import FOLDERS, write
from .use.calls import call_everything

UNDESCRIBED = {"parameters": " broken.get: "}
"""Operations whose path has a placeholder that the document does not describe."""


@pytest.mark.parametrize("strict", [False, True], ids=["plain", "strict"])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_operation_can_be_called(folder: Path, strict: bool, tmp_path: Path) -> None:
    compilation = Compilation(next(folder.glob("openapi.*")), Report())
    tree = compilation.tree
    assert tree is not None and compilation.api is not None
    name = write(dict(tree), tmp_path)
    sys.path.insert(0, str(tmp_path / "src"))
    try:
        outcome = call_everything(name, compilation.api, strict=strict)
    finally:
        sys.path.remove(str(tmp_path / "src"))
        for module in [each for each in sys.modules if each.split(".")[0] == name]:
            del sys.modules[module]
    undescribed = UNDESCRIBED.get(folder.name, "\0")
    assert [each for each in outcome.failures if undescribed not in each] == []
    assert outcome.skipped == []
