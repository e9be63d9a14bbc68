"""A fresh environment in which a client is installed as its users will, and tried."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

from .build import Built
from .errors import Refusal
from .index import Index
from .project import Project
from .redact import Veil

_SMOKE = Path(__file__).with_name("smoke_test.py")


def try_from_index(project: Project, built: Built, index: Index, folder: Path) -> None:
    """Install the client from the index alone, what it needs from where pip usually looks, and try it.

    Args:
        project: the client.
        built: its distributions; the installed bytes must be these.
        index: the index.
        folder: where the environment is made; it is removed afterwards.

    Raises:
        Refusal: it can't be installed, or does not work.
    """
    source = {"PIP_INDEX_URL": index.simple_with_credentials, "PIP_CERT": index.certificates}
    hashes = "".join(f" --hash=sha256:{digest}" for digest in built.hashes.values())
    wanted = f"{project.distribution}=={project.version}{hashes}\n"
    _try(project, wanted, source, index.veil, folder)


def try_wheel(project: Project, built: Built, folder: Path) -> None:
    """Install the client from its wheel, and try it.

    Args:
        project: the client.
        built: its distributions.
        folder: where the environment is made; it is removed afterwards.

    Raises:
        Refusal: it can't be installed, or does not work.
    """
    wanted = f"{built.wheel.resolve().as_uri()} --hash=sha256:{built.hashes[built.wheel.name]}\n"
    _try(project, wanted, {"PIP_NO_INDEX": "1"}, Veil(()), folder)


def _try(
    project: Project, wanted: str, source: Mapping[str, str], hide: Veil, folder: Path
) -> None:
    try:
        python = _environment(folder)
        requirement = folder / "wanted.txt"
        requirement.write_text(wanted, encoding="utf-8")
        pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
        only = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--no-cache-dir"]
        _run(
            [*pip, "install", *only, "-r", str(requirement)],
            _only(source),
            hide,
            "pip can't install it",
        )
        needed = [each.text for each in project.requirements if not each.extra]
        if needed:
            _run(
                [*pip, "install", *needed],
                dict(os.environ),
                hide,
                "what it needs can't be installed",
            )
        _run([*pip, "check"], _only({}), hide, "what it needs is not complete")
        command = [
            str(python),
            "-I",
            str(_SMOKE),
            project.distribution,
            project.package,
            project.version,
        ]
        _run(command, _bare(), hide, "the smoke test fails")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _environment(folder: Path) -> Path:
    builder = venv.EnvBuilder(symlinks=os.name != "nt")  # without pip: ours serves it
    builder.create(folder)
    return Path(builder.ensure_directories(folder).env_exe)


def _bare() -> dict[str, str]:
    """The environment without what could show another package, or settings of another index."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PIP_", "PYTHON", "TWINE_", "UV_"))
    }


def _only(source: Mapping[str, str]) -> dict[str, str]:
    """For pip: this source and no other, whatever the machine is set to."""
    given = {name: value for name, value in source.items() if value}
    return {**_bare(), "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INPUT": "1", **given}


def _run(command: list[str], environment: dict[str, str], hide: Veil, what: str) -> None:
    done = subprocess.run(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refusal(what, f"it said:\n{hide(done.stdout.strip())}")
