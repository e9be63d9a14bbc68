"""Replace a folder with a new one in one step of the file system.

The new folder is built in a work folder next to the old one, and then the two exchange their names. A run that is
killed leaves either the old folder or the new one. This is for folders that hold nothing but generated files
(`can_exchange`); all others are changed in place (`journal`), because
exchanging them would move working folders, mounts and files that are being saved.

A user may save a file in the folder while it is replaced. Nothing but generated files is ever deleted from the
old folder: whatever else is in it moves into the new one.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

MANIFEST: Final = ".generated"
"""The file in the folder that lists, one to a line, what the generator made."""

_MARKER: Final = "made-by-openapi-client-generator"
_NEW: Final = "new"
_AT_FDCWD_LINUX, _RENAME_EXCHANGE = -100, 2
_AT_FDCWD_MACOS, _RENAME_SWAP = -2, 2
_ATTEMPTS = 100

Owned = Callable[[Path], Collection[str]]
"""The paths below a folder that its manifest lists."""


def can_exchange(folder: Path) -> bool:
    """Return whether a folder can be exchanged with nobody noticing; it must hold generated files only.

    Args:
        folder: an existing folder, its path resolved.
    """
    here = Path(os.path.realpath(os.curdir))
    if here.is_relative_to(folder) or _has_mounts(folder):
        return False
    if not os.access(folder.parent, os.W_OK | os.X_OK):
        return False
    for at, folders, files in os.walk(folder):
        for path in (Path(at), *(Path(at, name) for name in folders)):
            if path.is_symlink() or not _is_owned_by_user(path):
                return False
        if not all(os.access(Path(at, name), os.W_OK) for name in (".", *files)):
            return False  # what can't be written may be impossible to remove afterwards
    return True


def _is_owned_by_user(path: Path) -> bool:
    """Return whether a new folder would have the same owner."""
    return not hasattr(os, "geteuid") or path.stat().st_uid == os.geteuid()


def _has_mounts(folder: Path) -> bool:
    """Return whether something is mounted at a folder or below it."""
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:  # no Linux: bind mounts of the same file system are not seen
        return any(Path(at).is_mount() for at, _folders, _files in os.walk(folder))
    escaped = [line.split(" ")[4] for line in lines.splitlines()]
    points = (re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), each) for each in escaped)
    return any(Path(point).is_relative_to(folder) for point in points)


class WorkFolder:
    """A folder next to `folder`, in which its next state is built. A marker file shows that it is ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = Path(mkdtemp(prefix=_prefix(folder), dir=folder.parent))
        (self.path / _MARKER).touch()
        self.new = self.path / _NEW
        self.new.mkdir()
        if folder.is_dir():
            copy_attributes(folder, self.new)

    def put_in_place(self, owned: Owned) -> bool:
        """Exchange the folder and the work folder; return False if this system can't."""
        if not self.folder.exists():
            os.rename(self.new, self.folder)
        elif not _exchange(self.new, self.folder):
            return False
        self.remove(owned)
        return True

    def remove(self, owned: Owned) -> None:
        """Remove the work folder; what is not generated moves to the folder."""
        _clear(self.path, self.folder, owned)


def recover(folder: Path, owned: Owned) -> None:
    """Remove what killed runs left behind.

    Args:
        folder: the folder that they were writing.
        owned: gives the paths that a folder's manifest lists.
    """
    try:
        names = os.listdir(folder.parent)
    except OSError:
        return
    for name in names:
        work = folder.parent / name
        if not is_work_folder(name, _prefix(folder)):
            continue
        if (work / _MARKER).is_file():
            _clear(work, folder, owned)
        else:
            with suppress(
                OSError
            ):  # killed before it wrote the marker; a folder that is not empty is not ours
                work.rmdir()


def copy_attributes(source: Path, target: Path) -> None:
    """Give a new folder or file the owner, group and mode of the one that it replaces, a folder all its attributes."""
    status = source.stat()
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(target, status.st_uid, status.st_gid)
    if target.is_dir():
        shutil.copystat(source, target)
    else:
        shutil.copymode(source, target)


def is_bytecode_of(path: str, listed: Collection[str]) -> bool:
    """Return whether a relative path is the compiled form of one of the listed modules; Python makes it again."""
    folder, _, name = path.rpartition("/")
    if not name.endswith(".pyc") or folder.rpartition("/")[2] != "__pycache__":
        return False
    return f"{folder.removesuffix('__pycache__')}{name.partition('.')[0]}.py" in listed


def is_work_folder(name: str, prefix: str) -> bool:
    """Return whether `mkdtemp` gives such names."""
    return (
        name.startswith(prefix) and re.fullmatch(r"[a-z0-9_]{8}", name[len(prefix) :]) is not None
    )


def _prefix(folder: Path) -> str:
    return f".{folder.name}.generator-"


def _clear(work: Path, folder: Path, owned: Owned) -> None:
    """Delete the generated files of a work folder and move all others to the folder."""
    left = work / _NEW
    for _ in range(_ATTEMPTS):  # until no file is saved there any more
        if not left.is_dir() or _is_emptied(left, folder, set(owned(left))):
            break
    with suppress(OSError):
        (work / _MARKER).unlink()
        work.rmdir()


def _is_emptied(left: Path, folder: Path, listed: set[str]) -> bool:
    """Empty and remove what is left of the old folder; False if something was saved there meanwhile."""
    manifest = left / MANIFEST  # it lists what may be deleted, so it is deleted last
    for at, folders, files in os.walk(left, topdown=False):
        for name in (*files, *(each for each in folders if Path(at, each).is_symlink())):
            path = Path(at, name)
            inside = path.relative_to(left).as_posix()
            if path == manifest:
                continue
            if inside in listed or is_bytecode_of(inside, listed):
                path.unlink(missing_ok=True)
            else:
                _move_aside(path, folder / inside)
    try:
        for at, folders, _files in os.walk(left, topdown=False):
            for name in folders:
                os.rmdir(Path(at, name))
        manifest.unlink(missing_ok=True)
        os.rmdir(left)
    except OSError as error:
        if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
            raise
        return False
    return True


def _move_aside(path: Path, target: Path) -> None:
    """Move a file that a user saved to its place in the new folder, without replacing anything."""
    target.parent.mkdir(parents=True, exist_ok=True)
    place, number = target, 0
    while os.path.lexists(place):
        number += 1
        place = target.with_name(f"{target.name}.saved-{number}")
    with suppress(FileNotFoundError):  # it was a temporary file that is gone now
        os.rename(path, place)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; return False if the system or file system can't."""
    import ctypes  # only here, where files are written

    names = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None)
        if sys.platform == "linux":
            at = _AT_FDCWD_LINUX
            failed: int = library.renameat2(at, names[0], at, names[1], _RENAME_EXCHANGE)
        elif sys.platform == "darwin":
            at = _AT_FDCWD_MACOS
            failed = library.renameatx_np(at, names[0], at, names[1], _RENAME_SWAP)
        else:
            return False
    except (OSError, AttributeError, TypeError):  # no such library or function here
        return False
    return failed == 0
