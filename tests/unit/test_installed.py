"""The generator as a wheel installs it: one import package that calls itself by its own name."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "tests" / "refusals" / "reference-dangling" / "openapi.yaml"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked as pip would unpack it."""
    from hatchling.builders.wheel import WheelBuilder

    folder = tmp_path_factory.mktemp("wheel")
    builder = WheelBuilder(str(ROOT))
    (wheel,) = builder.build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "openapi_client_generator", *arguments],
        cwd=installed.parent,
        env={**os.environ, "PYTHONPATH": str(installed), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_there_is_one_import_package_and_what_it_needs(installed: Path) -> None:
    names = {path.name for path in installed.iterdir()}
    assert {name for name in names if not name.endswith(".dist-info")} == {
        "openapi_client_generator"
    }
    package = installed / "openapi_client_generator"
    assert (package / "templates" / "package" / "README.md.jinja").is_file()
    assert (package / "editor_schemas" / "openapi-client.schema.json").is_file()
    entry = next(installed.glob("*.dist-info/entry_points.txt")).read_text()
    assert "openapi-client-generator = openapi_client_generator.__main__:main" in entry


def test_it_calls_itself_by_its_own_name(installed: Path, tmp_path: Path) -> None:
    assert run(installed, "--version").stdout.startswith("openapi-client-generator 0.")
    assert run(installed, "--help").stdout.startswith("usage: openapi-client-generator ")
    without = run(installed, "generate")
    assert without.returncode == 2
    assert "name a document: `openapi-client-generator generate" in without.stderr
    generated = run(installed, "generate", str(SPEC), "--output", str(tmp_path / "client"))
    assert generated.returncode == 0, generated.stderr
    (tmp_path / "client" / "README.md").write_text("edited")
    drift = run(installed, "check", str(SPEC), "--output", str(tmp_path / "client"))
    assert drift.returncode == 1
    assert "`openapi-client-generator generate` writes them" in drift.stderr
    assert "python -m generator" not in drift.stderr + without.stderr


@pytest.mark.parametrize("package", ["generator", "openapi_client_generator"])
def test_without_its_dependencies_it_is_one_sentence(package: str, installed: Path) -> None:
    folder = ROOT if package == "generator" else installed
    program = f"import sys; sys.path.insert(0, {str(folder)!r}); from {package}.__main__ import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("openapi-client-generator needs the package `")
    assert done.stderr.count("\n") == 1


def test_another_python_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from generator import __main__ as entry

    monkeypatch.setattr(entry.sys, "version_info", (3, 10, 4))
    assert entry.main(["--version"]) == 2
    assert capsys.readouterr().err == (
        "openapi-client-generator needs Python 3.11 or later; this is Python 3.10\n"
    )


def test_the_entry_point_is_what_an_older_python_can_read() -> None:
    import ast

    text = (ROOT / "generator" / "__main__.py").read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 6))
