"""The bundle of a description is the description: the same package, no difference, and the same bundle again."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.openapi.loading.write_document import to_json
from generator.pipeline import Compilation, Options

from .support.cases import FOLDERS

OWN = Path(__file__).parents[1] / "spec" / "openapi.yaml"
DOCUMENTS = [OWN, *(next(folder.glob("openapi.*")) for folder in FOLDERS)]


def shown(path: Path) -> str:
    return path.parent.name


@pytest.mark.parametrize("notation", ["json", "yaml"])
@pytest.mark.parametrize("path", DOCUMENTS, ids=shown)
def test_the_bundle_gives_the_same_package(path: Path, notation: str, tmp_path: Path) -> None:
    with chdir(path.parent):
        whole = Compilation(Path(path.name), Report())
        text = whole.bundle("json" if notation == "json" else "yaml")
        rendering = whole.rendering
    assert text is not None
    target = tmp_path / f"openapi.{notation}"
    target.write_text(text, encoding="utf-8")
    again = Compilation(target, Report(), Options())
    assert again.document is not None
    assert to_json(again.document.root.value) == (
        text if notation == "json" else to_json(again.document.root.value)
    )
    assert again.rendering == rendering and rendering is not None
