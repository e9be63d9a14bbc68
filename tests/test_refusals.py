"""Every kind of bad input gets the answer that stands beside it: one folder per refusal.

`openapi.yaml` is the input, `expected.txt` the exact text on the terminal.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import render_text
from generator.pipeline import lint

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("refusals/*/openapi.yaml"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_bad_input_gets_its_located_answer(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OPENAPI_CLIENT_CACHE", str(tmp_path))
    monkeypatch.chdir(folder)
    cold = render_text(lint(Path("openapi.yaml")).findings)
    assert cold == (folder / "expected.txt").read_text(encoding="utf-8")
    warm = render_text(lint(Path("openapi.yaml")).findings)
    assert warm == cold
