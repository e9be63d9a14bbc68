"""What stands in an output folder besides files, and file systems that fail at any step."""

from __future__ import annotations

import errno
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path

import pytest
from test_user_files import NEW, OLD, WAYS, contents

from generator.output import journal, tree
from generator.output.tree import MANIFEST, TreeError, compare, write

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX")
GUARD = 60
"""Seconds after which a test counts as blocked."""


@pytest.fixture(params=WAYS)
def folder(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A folder with a package, which is replaced in either way; whatever blocks is interrupted."""
    if request.param == "journal":
        monkeypatch.setattr(tree, "can_exchange", lambda _: False)
    write(OLD, tmp_path / "generated")
    former = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.alarm(GUARD)
    yield tmp_path / "generated"
    signal.alarm(0)
    signal.signal(signal.SIGALRM, former)


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    with chdir(path.parent), socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)


def make_device(path: Path) -> None:
    try:
        os.mknod(path, 0o600 | stat.S_IFCHR, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("devices can't be made here")


KINDS = [make_pipe, make_socket, make_device]


@pytest.mark.parametrize("make", KINDS)
@pytest.mark.parametrize("place", ["README.md", "src/a.py", "src/c/d.py", "gone/x.py", "other"])
def test_pipes_sockets_and_devices_stay(
    folder: Path, make: Callable[[Path], None], place: str
) -> None:
    path = folder / place
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)
    kind = stat.S_IFMT(path.lstat().st_mode)
    if place in NEW:
        with pytest.raises(TreeError, match=f"generated/{place} is in the way"):
            write(NEW, folder)
        assert place in compare(NEW, folder).paths
    else:
        write(NEW, folder)
        assert not compare(NEW, folder).paths
    assert stat.S_IFMT(path.lstat().st_mode) == kind
    assert os.listdir(folder.parent) == ["generated"]


@pytest.mark.parametrize("make", KINDS)
def test_a_manifest_that_is_no_file_lists_nothing(
    folder: Path, make: Callable[[Path], None]
) -> None:
    (folder / MANIFEST).unlink()
    make(folder / MANIFEST)
    with pytest.raises(TreeError, match="is in the way"):
        write(NEW, folder)
    assert contents(folder) == OLD


@pytest.mark.parametrize(
    "line",
    ["../precious", "src/../../precious", "./README.md", "src//a.py", "src/./a.py", ".", "", "src"]
    + ["README.md/", "/etc/passwd", "README.md\0", "src/b.py\n../precious"],
)
def test_a_manifest_that_was_edited_removes_nothing_else(folder: Path, line: str) -> None:
    (folder.parent / "precious").write_text("mine")
    with (folder / MANIFEST).open("a") as manifest:
        manifest.write(f"{line}\n")
    write(NEW, folder)
    assert contents(folder) == NEW
    assert (folder.parent / "precious").read_text() == "mine"


def test_names_that_nobody_expects_and_links_stay(folder: Path) -> None:
    names = ["a\nb", "x\udcff", "\u202ey", "-rf", "a\\b", "README.MD", "src/A.py", ".git/HEAD"]
    (folder / ".git").mkdir()
    for name in names:
        (folder / name).write_text("mine")
    os.link(folder / "README.md", folder / "hard.md")
    (folder / "loop").symlink_to("loop")
    (folder / "up").symlink_to(".")
    write(NEW, folder)
    write(OLD, folder)
    assert all((folder / name).read_text() == "mine" for name in names)
    assert (folder / "hard.md").read_text() == "old\n"
    assert os.readlink(folder / "loop") == "loop" and os.readlink(folder / "up") == "."


def test_a_link_in_place_of_a_folder_that_leads_to_itself(folder: Path) -> None:
    (folder / "src").rename(folder / "lib")
    (folder / "src").symlink_to("src")
    with pytest.raises(TreeError, match="can't be written: Too many levels of symbolic links"):
        write(NEW, folder)
    assert os.readlink(folder / "src") == "src"


def test_a_hard_link_outside_keeps_the_old_text(folder: Path) -> None:
    os.link(folder / "README.md", folder.parent / "mine.md")
    write(NEW, folder)
    assert (folder.parent / "mine.md").read_text() == "old\n"


def test_an_immutable_file_leaves_everything_as_it_was(folder: Path) -> None:
    def set_flag(flag: str) -> int:
        try:
            command = ["chattr", flag, str(folder / "README.md")]
            return subprocess.run(command, capture_output=True, check=False).returncode
        except FileNotFoundError:
            return 1

    if set_flag("+i"):
        pytest.skip("files can't be made immutable here")
    try:
        with pytest.raises(TreeError, match="can't be written: Operation not permitted"):
            write(NEW, folder)
        assert contents(folder) == OLD and os.listdir(folder.parent) == ["generated"]
    finally:
        set_flag("-i")
    write(NEW, folder)
    assert contents(folder) == NEW


def failed_at(step: int, number: int, action: Callable[[], object]) -> str:
    """Run an action in a process whose n-th change of the file system fails; return how that ended."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        count = 0

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal count
            is_write = event == "open" and bool({*str(arguments[1])} & {*"wax+"})
            if is_write or event.startswith(("os.rename", "os.link", "os.mkdir", "tempfile.")):
                count += 1
                if count == step:
                    raise OSError(number, os.strerror(number), "here")

        sys.addaudithook(watch)
        try:
            action()
            os.write(writer, b"whole" if count < step else b"in spite of it")
        except TreeError as error:
            os.write(writer, str(error).encode())
        finally:
            os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as text:
        return text.read()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_change_that_fails_leaves_the_old_package_or_the_new_one(
    folder: Path, number: int, tmp_path: Path
) -> None:
    for step in range(1, 200):
        place = tmp_path / str(step) / "generated"
        write(OLD, place)
        (place / "src" / "mine.txt").write_text("mine")
        ended = failed_at(step, number, lambda place=place: write(NEW, place))  # type: ignore[misc]
        remaining = contents(place)
        assert remaining.pop("src/mine.txt") == "mine"
        assert remaining in (OLD, NEW), step
        assert ended in ("whole", "in spite of it") or os.strerror(number) in ended, ended
        assert not journal.is_interrupted(place) and os.listdir(place.parent) == ["generated"]
        write(NEW, place)
        assert contents(place) == {**NEW, "src/mine.txt": "mine"}
        if ended == "whole":
            break
    assert 5 < step < 199
