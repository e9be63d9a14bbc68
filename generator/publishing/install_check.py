"""The install check: the client is installed into a new environment as its users will, and tried."""

from __future__ import annotations

import os
import shutil
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

from .build import Built
from .index import Index
from .process import run_or_refuse
from .project import Project
from .redact import Redactor

_SMOKE = Path(__file__).with_name("smoke_test.py")


def try_from_index(project: Project, built: Built, index: Index, folder: Path) -> None:
    """Install the client from the index alone, its dependencies from where pip usually looks, and try it.

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
    requirement = f"{project.distribution}=={project.version}{hashes}\n"
    _try(project, requirement, source, index.redactor, folder)


def try_wheel(project: Project, built: Built, folder: Path) -> None:
    """Install the client from its wheel, and try it.

    Args:
        project: the client.
        built: its distributions.
        folder: where the environment is made; it is removed afterwards.

    Raises:
        Refusal: it can't be installed, or does not work.
    """
    requirement = (
        f"{built.wheel.resolve().as_uri()} --hash=sha256:{built.hashes[built.wheel.name]}\n"
    )
    _try(project, requirement, {"PIP_NO_INDEX": "1"}, Redactor(()), folder)


def _try(
    project: Project, requirement: str, source: Mapping[str, str], redact: Redactor, folder: Path
) -> None:
    try:
        python = _make_environment(folder)
        file = folder / "requirements.txt"
        file.write_text(requirement, encoding="utf-8")
        pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
        only = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--no-cache-dir"]
        run_or_refuse(
            [*pip, "install", *only, "-r", str(file)],
            "pip can't install it",
            environment=_make_pip_environment(source),
            redact=redact,
        )
        dependencies = [each.text for each in project.requirements if not each.extra]
        if dependencies:
            run_or_refuse(
                [*pip, "install", *dependencies],
                "its dependencies can't be installed",
                redact=redact,
            )
        run_or_refuse(
            [*pip, "check"],
            "its dependencies are not complete",
            environment=_make_pip_environment({}),
            redact=redact,
        )
        command = [
            str(python),
            "-I",
            str(_SMOKE),
            project.distribution,
            project.package,
            project.version,
        ]
        run_or_refuse(
            command, "the smoke test fails", environment=_make_bare_environment(), redact=redact
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_environment(folder: Path) -> Path:
    builder = venv.EnvBuilder(symlinks=os.name != "nt")  # without pip: ours serves it
    builder.create(folder)
    return Path(builder.ensure_directories(folder).env_exe)


def _make_bare_environment() -> dict[str, str]:
    """Return the environment without variables that could select another package or index."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PIP_", "PYTHON", "TWINE_", "UV_"))
    }


def _make_pip_environment(source: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for pip with this source and no other, whatever the machine is set to."""
    settings = {name: value for name, value in source.items() if value}
    return {
        **_make_bare_environment(),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INPUT": "1",
        **settings,
    }
