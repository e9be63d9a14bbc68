"""Every kind of bad input gets the answer that stands beside it: one folder per refusal.

`openapi.yaml` is the input, with the settings in `openapi-client.toml` and the overlay in `overlay.yaml` where there are
any; `expected.txt` is the exact text on the terminal.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.finding_text import render_text
from generator.pipeline import Compilation, Options

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("refusals/*/openapi.yaml"))


def messages() -> str:
    """What is said of the input in the folder where we are."""
    overlay = Path("overlay.yaml")
    options = Options(overlays=(overlay,) if overlay.is_file() else ())
    compilation = Compilation(Path("openapi.yaml"), Report(), options)
    compilation.api  # noqa: B018  # all findings are there afterwards
    return render_text(compilation.report.findings)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_bad_input_gets_its_located_answer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert messages() == (folder / "expected.txt").read_text(encoding="utf-8")
