"""mypy and pyright, both strict, find nothing in the generator, the client, and programs that use it.

The tools among the tests are held by mypy alone: they handle documents, which have no types.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.type_checking import find_type_errors

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("generator", "generated/src/cloudflare_ai", "tests/typing/usage")
TOOLS = ("tests/wire", "tests/corpus", "tests/goldens.py")


@pytest.mark.parametrize("places", [*((place,) for place in PLACES), TOOLS], ids=" ".join)
def test_mypy_strict(places: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *places],
        cwd=ROOT,
        env={"MYPYPATH": "generated/src", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_pyright_strict() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "basedpyright",
            "--outputjson",
            "--pythonpath",
            sys.executable,
            *PLACES,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] > 100, done.stderr
    wrong = [
        f"{each['file']}:{each['range']['start']['line'] + 1}: {each['message']}"
        for each in report["generalDiagnostics"]
        if each["severity"] == "error"
    ]
    assert not wrong, "\n".join(wrong)


def test_wrong_programs_are_refused() -> None:
    """A type checker must find each of the mistakes in `mistakes.py`, and only those lines."""
    source = (ROOT / "tests/typing/mistakes.py").read_text(encoding="utf-8").splitlines()
    wanted = {number for number, line in enumerate(source, 1) if "# wrong" in line}
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "tests/typing/mistakes.py"],
        cwd=ROOT,
        env={"MYPYPATH": "generated/src", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if ": error:" in line]
    report = {int(line.split(":")[1]) for line in lines}
    assert report == wanted, done.stdout


def test_the_client_is_typed_without_its_extras(tmp_path: Path) -> None:
    """Whoever installs the client alone has neither orjson nor aiohttp, which mypy then can't find."""
    assert find_type_errors(ROOT / "generated/src", ["cloudflare_ai"], tmp_path) == []
