"""mypy --strict over generated packages, for a user who has their extras and for one who has not."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

REQUIRED = ("attr", "attrs", "httpx", "httpcore", "h11", "idna", "certifi", "anyio")
"""What is installed with a package that has no extra: neither orjson nor aiohttp, which mypy then can't find."""


def make_environment(folder: Path) -> Path:
    """Make an environment without the extras below `folder`; return its Python."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    packages = next(folder.glob("[Ll]ib/**/site-packages"))  # lib64 leads there as well
    for name in REQUIRED:
        spec = find_spec(name)
        assert spec is not None and spec.submodule_search_locations
        (packages / name).symlink_to(spec.submodule_search_locations[0], target_is_directory=True)
    return folder / Path(sys.executable).parent.name / Path(sys.executable).name


def find_type_errors(
    source: Path, names: list[str], work: Path, seconds: float | None = None
) -> list[str]:
    """Check packages with the extras and then without; the second run only checks what differs.

    Args:
        source: the folder that holds the packages.
        names: the packages.
        work: a folder for the environment and mypy's cache.
        seconds: limit of time for each run.

    Returns:
        The lines that report an error; those of the second run begin with "without extras: ".

    Raises:
        subprocess.TimeoutExpired: a run took longer than `seconds`.
    """
    bare = make_environment(work / "bare")
    errors: list[str] = []
    for python, prefix in ((Path(sys.executable), ""), (bare, "without extras: ")):
        command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary"]
        command += ["--hide-error-context", "--python-executable", str(python)]
        command += ["--python-version", "3.11", "--cache-dir", str(work / "cache")]
        command += [part for name in names for part in ("-p", name)]
        run = subprocess.run(
            command, cwd=source, capture_output=True, text=True, timeout=seconds, check=False
        )
        if run.returncode:
            lines = [line for line in run.stdout.splitlines() if ": error:" in line]
            errors += [prefix + line for line in lines or [run.stdout + run.stderr]]
    return errors
