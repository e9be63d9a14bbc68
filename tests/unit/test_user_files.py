"""A run keeps everything that it did not make, whoever works in the folder and whenever it is killed."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.output import folder_lock, journal, tree
from generator.output.tree import MANIFEST, TreeError, compare, write

OLD = {"README.md": "old\n", "src/a.py": "a = 1\n", "src/b.py": "b = 1\n", "gone/x.py": "x = 1\n"}
NEW = {"README.md": "new\n", "src/a.py": "a = 1\n", "src/c/d.py": "d = 1\n"}
WAYS = ["exchange", "journal"]


@pytest.fixture(params=WAYS)
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "journal":
        monkeypatch.setattr(tree, "can_exchange", lambda _: False)
    return tmp_path / "generated"


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_files_folders_and_links_of_others_stay(folder: Path) -> None:
    write(OLD, folder)
    (folder / "src" / "__pycache__").mkdir()
    for name in ("a.cpython-311.pyc", "b.cpython-311.pyc", "mine.cpython-311.pyc", "notes.txt"):
        (folder / "src" / "__pycache__" / name).write_text(name)
    (folder / "empty").mkdir()
    (folder / "gone" / "mine").mkdir()
    (folder / "link").symlink_to("nowhere")
    (folder / "docs").symlink_to("src")
    for name in (".generated.generator-old", ".generated.generator-new", ".generated.generator-x"):
        (folder.parent / name).mkdir()
        (folder.parent / name / "precious").write_text("mine")
    (folder / ".generator-mine").mkdir()
    (folder / ".generator-mine" / "precious").write_text("mine")
    write(NEW, folder)
    write(OLD, folder)
    write(NEW, folder)
    assert (folder / "empty").is_dir() and (folder / "gone" / "mine").is_dir()
    assert os.readlink(folder / "link") == "nowhere" and os.readlink(folder / "docs") == "src"
    assert sorted(os.listdir(folder / "src" / "__pycache__")) == [
        "a.cpython-311.pyc",
        "mine.cpython-311.pyc",
        "notes.txt",
    ]
    for place in (folder.parent / ".generated.generator-old", folder / ".generator-mine"):
        assert (place / "precious").read_text() == "mine"
    assert sorted(os.listdir(folder.parent)) == [
        ".generated.generator-new",
        ".generated.generator-old",
        ".generated.generator-x",
        "generated",
    ]


def test_modes_of_folders_and_files_stay(folder: Path) -> None:
    write(OLD, folder)
    modes = {folder: 0o2750, folder / "src": 0o700, folder / "README.md": 0o600}
    for path, mode in modes.items():
        path.chmod(mode)
    write(NEW, folder)
    assert {path: stat.S_IMODE(path.stat().st_mode) for path in modes} == modes


def test_extended_attributes_of_folders_stay(folder: Path) -> None:
    if not hasattr(os, "setxattr"):
        pytest.skip("no extended attributes here")
    write(OLD, folder)
    try:
        os.setxattr(folder / "src", "user.note", b"mine")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    write(NEW, folder)
    assert os.getxattr(folder / "src", "user.note") == b"mine"


def test_a_folder_that_somebody_works_in_is_not_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "generated"
    write(OLD, folder)
    inode = folder.stat().st_ino
    monkeypatch.chdir(folder)
    write(NEW, Path())
    assert folder.stat().st_ino == inode and os.path.samefile(".", folder)
    assert contents(folder) == NEW


def test_a_link_to_a_folder_inside_is_followed_and_one_that_leads_out_is_refused(
    folder: Path, tmp_path: Path
) -> None:
    write(OLD, folder)
    (folder / "src").rename(folder / "lib")
    (folder / "src").symlink_to("lib")
    write(NEW, folder)
    assert os.readlink(folder / "src") == "lib"
    assert (folder / "lib" / "c" / "d.py").read_text() == "d = 1\n"
    (folder / "src").unlink()
    (folder / "lib").rename(tmp_path / "elsewhere")
    (folder / "src").symlink_to(tmp_path / "elsewhere")
    before = contents(tmp_path / "elsewhere")
    with pytest.raises(TreeError, match="leads out of generated"):
        write(OLD, folder)
    assert contents(tmp_path / "elsewhere") == before


def test_the_root_of_the_file_system_is_refused() -> None:
    with pytest.raises(TreeError, match="can't hold a package"):
        write(OLD, Path("/"))


def test_without_space_nothing_is_left_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(self: Path, content: bytes) -> int:
        with self.open("wb") as file:
            file.write(content[:1])
        raise OSError(errno.ENOSPC, "No space left on device", str(self))

    write(OLD, folder)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(TreeError, match="No space left on device; free some space"):
            write(NEW, folder)
        with pytest.raises(TreeError, match="No space left on device; free some space"):
            write(NEW, tmp_path / "not" / "yet")
    assert contents(folder) == OLD
    assert os.listdir(tmp_path) == ["generated"]
    assert sorted(os.listdir(folder)) == [MANIFEST, "README.md", "gone", "src"]


# Other programs


def test_a_lock_of_another_program_is_waited_for_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.setattr(folder_lock, "WAIT_LIMIT", 0.3)
    monkeypatch.setattr(folder_lock, "_NOTICE_DELAY", 0.0)
    messages: list[str] = []
    handle = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(TreeError, match=f"another program holds the lock on {tmp_path}"):
            write(OLD, tmp_path / "generated", messages.append)
        assert compare(OLD, tmp_path / "generated").missing  # takes no lock
    finally:
        os.close(handle)
    assert messages == [f"waiting for another program that holds the lock on {tmp_path}"]
    assert os.listdir(tmp_path) == []
    write(OLD, tmp_path / "generated")


@pytest.mark.parametrize("is_atomic", [False, True], ids=["plain save", "save by rename"])
def test_what_is_saved_during_runs_is_kept(
    folder: Path, is_atomic: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(OLD, folder)
    (folder / "notes").mkdir()
    saved: dict[str, str] = {}
    ended = threading.Event()
    failures: list[BaseException] = []

    def save() -> None:
        number = 0
        try:
            while not ended.is_set():
                number += 1
                name = f"{('', 'notes/', 'src/')[number % 3]}n{number % 50}.txt"
                if is_atomic:
                    (folder / f"{name}.part").write_text(str(number))
                    os.replace(folder / f"{name}.part", folder / name)
                else:
                    (folder / name).write_text(str(number))
                saved[name] = str(number)
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=save)
    thread.start()
    for _ in range(10):
        write(NEW, folder)
        write(OLD, folder)
    ended.set()
    thread.join()
    assert not failures
    assert {**OLD, **saved} == contents(folder)


def test_what_is_saved_into_a_folder_that_is_exchanged_moves_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "generated"
    write(OLD, folder)
    from generator.output import folder_exchange

    real = folder_exchange._exchange

    def exchange(one: Path, other: Path) -> bool:
        (folder / "src" / "late.txt").write_text("saved in the last moment")
        (folder / "src" / "c").mkdir()
        (folder / "src" / "c" / "d.py").write_text("mine")
        return real(one, other)

    monkeypatch.setattr(folder_exchange, "_exchange", exchange)
    write(NEW, folder)
    assert contents(folder) == {
        **NEW,
        "src/late.txt": "saved in the last moment",
        "src/c/d.py.saved-1": "mine",
    }
    assert os.listdir(tmp_path) == ["generated"]


def test_a_file_that_is_saved_while_the_journal_is_carried_out_is_not_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(OLD, folder)
    (folder / "mine.txt").write_text("mine")
    real = journal._carry_out

    def carry_out(work: Path, at: Path, steps: list[Any]) -> None:
        (folder / "src" / "c").mkdir()
        (folder / "src" / "c" / "d.py").write_text("mine")
        real(work, at, steps)

    monkeypatch.setattr(journal, "_carry_out", carry_out)
    write(NEW, folder)
    assert (folder / "src" / "c" / "d.py").read_text() == "mine"


# Killed at every step


def killed_at(step: int, action: Callable[[], object]) -> bool:
    """Run an action in a process that is killed at its n-th access to the file system; False if it has ended before."""
    child = os.fork()
    if not child:
        count = 0

        def watch(event: str, _arguments: object) -> None:
            nonlocal count
            if event.startswith(("os.", "open", "shutil.", "ctypes.dlsym")):
                count += 1
                if count == step:
                    os._exit(9)

        sys.addaudithook(watch)
        try:
            action()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("has_others", [False, True], ids=["alone", "with files of others"])
def test_killed_at_every_step_the_package_is_whole_after_the_next_run(
    way: str, has_others: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ctypes  # noqa: F401  # loaded once, here, and not in every process

    if way == "journal":
        monkeypatch.setattr(tree, "can_exchange", lambda _: False)
    mine = {"src/mine.txt": "mine"} if has_others else {}
    for step in range(1, 2000):
        folder = tmp_path / str(step) / "generated"
        write(OLD, folder)
        for name, text in mine.items():
            (folder / name).write_text(text)
        was_killed = killed_at(step, lambda folder=folder: write(NEW, folder))  # type: ignore[misc]
        files = contents(folder)
        files = {name: text for name, text in files.items() if not name.startswith(".generator-")}
        assert files.items() >= mine.items()
        if way == "exchange" and not has_others:
            assert files in (OLD, NEW), step
        journal.recover(folder)
        assert contents(folder) in ({**OLD, **mine}, {**NEW, **mine}), step
        write(NEW, folder)
        assert contents(folder) == {**NEW, **mine}, step
        assert os.listdir(folder.parent) == ["generated"], step
        if not was_killed:
            break
    assert step > 20


def test_what_was_changed_after_a_kill_is_not_replaced_by_the_next_run(tmp_path: Path) -> None:
    folder = tmp_path / "generated"
    write(OLD, folder)
    (folder / "mine.txt").write_text("mine")

    def kill_before_the_first_step(*_: object) -> None:
        raise SystemExit

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "_carry_out", kill_before_the_first_step)
        with pytest.raises(SystemExit):
            write(NEW, folder)
    assert journal.is_interrupted(folder)
    (folder / "src" / "c").mkdir()
    (folder / "src" / "c" / "d.py").write_text("written by hand meanwhile")
    journal.recover(folder)
    assert (folder / "src" / "c" / "d.py").read_text() == "written by hand meanwhile"


# Mounts, where the tests may make them


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    places: list[Path] = []

    def mount(place: Path) -> None:
        if sys.platform != "linux" or os.geteuid() != 0:
            pytest.skip("needs root on Linux")
        done = subprocess.run(["mount", "-t", "tmpfs", "none", str(place)], check=False)
        if done.returncode:
            pytest.skip("nothing can be mounted here")
        places.append(place)

    yield mount
    for place in reversed(places):
        subprocess.run(["umount", "-l", str(place)], check=False)


def test_an_output_that_is_a_mount_point(tmp_path: Path, mounted: Callable[[Path], None]) -> None:
    folder = tmp_path / "generated"
    folder.mkdir()
    mounted(folder)
    for state in (OLD, NEW, OLD):
        write(state, folder)
        assert contents(folder) == state
    assert folder.is_mount()


def test_a_mount_inside_keeps_its_contents(tmp_path: Path, mounted: Callable[[Path], None]) -> None:
    folder = tmp_path / "generated"
    write(OLD, folder)
    (folder / "src" / "data").mkdir()
    mounted(folder / "src" / "data")
    (folder / "src" / "data" / "precious").write_text("mine")
    (folder / "src" / "c").mkdir()
    mounted(folder / "src" / "c")
    write(NEW, folder)
    assert (folder / "src" / "data").is_mount() and (folder / "src" / "c").is_mount()
    assert contents(folder) == {**NEW, "src/data/precious": "mine"}
