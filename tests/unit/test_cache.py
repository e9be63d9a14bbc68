"""The cache: nothing depends on it, and nothing wrong comes out of it."""

from __future__ import annotations

import os
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from generator.cache import VARIABLE, Cache, digest, version_of


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    return tmp_path / "kind"


def test_what_was_put_is_got(folder: Path) -> None:
    cache = Cache("kind")
    assert cache.get("a") is None
    cache.put("a", "text\nünï\r\n")
    assert cache.get("a") == "text\nünï\r\n"
    assert sorted(path.name for path in folder.iterdir()) == [".pruned", "a"]


@pytest.mark.parametrize("damage", [b"", b"x", b"\xff\xfe\n\xff"])
def test_a_damaged_entry_is_none(folder: Path, damage: bytes) -> None:
    Cache("kind").put("a", "text")
    (folder / "a").write_bytes(damage)
    assert Cache("kind").get("a") is None


def test_an_entry_cut_short_is_none(folder: Path) -> None:
    Cache("kind").put("a", "text")
    (folder / "a").write_bytes((folder / "a").read_bytes()[:-1])
    assert Cache("kind").get("a") is None


def test_old_entries_are_forgotten_once_a_day(folder: Path) -> None:
    cache = Cache("kind")
    cache.put("old", "text")
    past = time.time() - 40 * 24 * 3600
    os.utime(folder / "old", (past, past))
    cache.put("new", "text")
    assert cache.get("old") == "text"
    os.utime(folder / "old", (past, past))
    os.utime(folder / ".pruned", (past, past))
    cache.put("newer", "text")
    assert (cache.get("old"), cache.get("new")) == (None, "text")


def test_it_can_be_switched_off_or_be_unwritable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    for place in ("", str(tmp_path / "file" / "below"), "/proc/nowhere"):
        monkeypatch.setenv(VARIABLE, place)
        Cache("kind").put("a", "text")
        assert Cache("kind").get("a") is None


def test_it_follows_the_convention_for_cache_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    Cache("kind").put("a", "text")
    assert (tmp_path / "openapi-client-generator" / "kind" / "a").is_file()


def test_parts_that_are_cut_differently_have_different_digests() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")}) == 4
    assert digest("ä") == digest("ä".encode())


@pytest.mark.parametrize("library", ["black", "ruamel.yaml", "openapi-python-client"])
def test_the_version_of_a_library_is_that_which_is_installed(library: str) -> None:
    assert version_of(library) == version(library)


def test_a_library_that_is_not_installed_has_no_version() -> None:
    with pytest.raises(PackageNotFoundError):
        version_of("nobody-has-this")


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_folder_that_others_can_write_is_not_used(folder: Path, mode: int) -> None:
    Cache("kind").put("a", "text")
    folder.chmod(mode)
    assert Cache("kind").get("a") is None
    Cache("kind").put("b", "text")
    assert not (folder / "b").exists()
    folder.chmod(0o700)
    assert Cache("kind").get("a") == "text"


def test_a_link_to_another_folder_is_not_used(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    folder.symlink_to("elsewhere")
    Cache("kind").put("a", "text")
    assert list((tmp_path / "elsewhere").iterdir()) == []
