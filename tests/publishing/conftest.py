"""What the tests of releases share: a repository with a small API, and an index on loopback."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import frozen

from generator import pipeline
from generator.diagnostics import Report
from generator.output.tree import write
from generator.publishing.__main__ import main
from generator.publishing.project import Project, Workplace, make_workplace, read_project

from .servers import PASSWORD, USER, Server, pypiserver

HERE = Path(__file__).parent


@frozen
class Shop:
    """A repository with the API of a shop and the client made of it."""

    root: Path

    @property
    def place(self) -> Workplace:
        return make_workplace(self.root, ("true",))

    @property
    def project(self) -> Project:
        return read_project(self.place.generated)

    def edit(self, old: str, new: str) -> None:
        """Edit the document; the client is generated anew."""
        text = self.place.spec.read_text()
        assert text.count(old) == 1, old
        self.place.spec.write_text(text.replace(old, new))
        self.generate()

    def generate(self) -> None:
        report = Report()
        tree = pipeline.Compilation(self.place.spec, report).tree
        assert tree is not None, report.findings
        write(tree, self.place.generated)

    def release(self, command: str, *arguments: str) -> int:
        return main([command, "--root", str(self.root), *arguments])


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    made = Shop(tmp_path / "shop")
    shutil.copytree(HERE / "shop", made.root / "spec")
    made.generate()
    return made


@pytest.fixture
def index(tmp_path: Path, named: Callable[[Server], None]) -> Iterator[Server]:
    """A pypiserver that the settings name."""
    with pypiserver(tmp_path / "index") as server:
        named(server)
        yield server


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Server], None]:
    """Makes the standard settings name an index; nothing of the machine's own settings is seen."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    for name in ("TWINE_REPOSITORY", "TWINE_REPOSITORY_URL", "TWINE_USERNAME", "TWINE_PASSWORD"):
        monkeypatch.delenv(name, raising=False)

    def name_it(server: Server) -> None:
        monkeypatch.setenv("TWINE_REPOSITORY_URL", server.upload)
        monkeypatch.setenv("TWINE_USERNAME", USER)
        monkeypatch.setenv("TWINE_PASSWORD", PASSWORD)

    return name_it
