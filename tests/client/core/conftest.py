"""The core under test: the template's own files and, around them, what a generator would emit."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

HERE = Path(__file__).parent
TEMPLATE = HERE.parents[2] / "templates/package/src/{package}"


def assemble(folder: Path) -> Path:
    """Put the package `fakepkg` together in a folder."""
    package = folder / "fakepkg"
    shutil.copytree(HERE / "parts", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(
        TEMPLATE / "_core", package / "_core", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(TEMPLATE / "errors.py", package)
    (package / "py.typed").touch()
    return package


_folder = Path(tempfile.mkdtemp(prefix="core-"))
assemble(_folder)
sys.path.insert(0, str(_folder))

from core_support import Drive  # noqa: E402  (needs the package)
from core_ways import Runner  # noqa: E402


def pytest_unconfigure() -> None:
    shutil.rmtree(_folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests say what is in the environment."""
    for name in ("FAKE_TOKEN", "FAKE_KEY", "FAKE_EMAIL", "FAKE_ACCOUNT", "FAKE_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=["sync", "async"])
def drive(request: pytest.FixtureRequest) -> Drive:
    """Each test runs with both clients."""
    return Drive(request.param)


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses between attempts, which take no time."""
    taken: list[float] = []

    async def nap(seconds: float) -> None:
        taken.append(seconds)

    clock = SimpleNamespace(sleep=taken.append, monotonic=time.monotonic)
    monkeypatch.setattr("fakepkg._core.client.time", clock)
    monkeypatch.setattr("fakepkg._core.async_client.pause", nap)
    monkeypatch.setattr("fakepkg._core.retry.add_jitter", lambda delay: delay)
    return taken


@pytest.fixture(params=["sync", "async", "aiohttp"])
def runner(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Each test runs with both clients and over aiohttp; a repetition follows at once."""
    monkeypatch.setattr("fakepkg._core.retry.choose_backoff", lambda _: 0.0)
    return Runner(request.param)
