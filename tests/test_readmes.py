"""The README of every package: each Python snippet runs, one after the other, against the package's own fake."""

from __future__ import annotations

import functools
import importlib
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.pipeline import Compilation

from .support.cases import FOLDERS, write


def snippets(text: str) -> list[str]:
    """Return the Python snippets of a page."""
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_snippet_runs(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    compilation = Compilation(Path(next(folder.glob("openapi.*")).name), Report())
    tree, api = compilation.tree, compilation.api
    assert tree is not None and api is not None
    name = write(dict(tree), tmp_path)
    monkeypatch.chdir(tmp_path)  # snippets write files
    monkeypatch.syspath_prepend(str(tmp_path / "src"))
    for variable in re.findall(r"environment variable `(\w+)`", tree["README.md"]):
        monkeypatch.setenv(variable, "test")
    monkeypatch.delenv(api.settings.base_url_variable, raising=False)
    for each in [each for each in sys.modules if each.split(".")[0] == name]:
        monkeypatch.delitem(sys.modules, each)
    package = importlib.import_module(name)
    fake = importlib.import_module(f"{name}.testing").FakeTransport()
    for client in (api.settings.client, f"Async{api.settings.client}"):
        made = functools.partial(getattr(package, client), http_client=fake)
        monkeypatch.setattr(package, client, made, raising=False)
    names: dict[str, Any] = {"__name__": "readme"}
    for number, program in enumerate(snippets(tree["README.md"])):
        exec(compile(program, f"README.md, snippet {number}", "exec"), names)  # noqa: S102
    for each in [each for each in sys.modules if each.split(".")[0] == name]:
        del sys.modules[each]
