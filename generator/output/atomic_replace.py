"""Two folders change places, and a kill at any moment leaves one of them standing."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD_LINUX, _RENAME_EXCHANGE = -100, 2
_AT_FDCWD_MACOS, _RENAME_SWAP = -2, 2


def staging(folder: Path) -> Path:
    """Where the next state of a folder is built: beside it, on the same file system."""
    return folder.with_name(f".{folder.name}.generator-new")


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.generator-old")


def recover(folder: Path) -> None:
    """Clear up after a run that was killed: an old state without a new one comes back.

    Args:
        folder: the folder that was being replaced.
    """
    if _aside(folder).exists() and not folder.exists():
        os.rename(_aside(folder), folder)
    for left in (staging(folder), _aside(folder)):
        if left.exists():
            shutil.rmtree(left)


def put_in_place(folder: Path) -> None:
    """Put what was built in the staging folder in the place of a folder.

    Args:
        folder: the place; what stood there is gone afterwards.

    Raises:
        OSError: it cannot be moved, for example because it is a mount point; the old state stands.
    """
    if not folder.exists():
        os.rename(staging(folder), folder)
    elif _exchange(staging(folder), folder):
        shutil.rmtree(staging(folder))
    else:
        os.rename(folder, _aside(folder))
        try:
            os.rename(staging(folder), folder)
        except OSError:
            os.rename(_aside(folder), folder)
            raise
        shutil.rmtree(_aside(folder))


def _exchange(one: Path, other: Path) -> bool:
    """Whether the system exchanged two names in one step."""
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


@contextmanager
def exclusive(folder: Path) -> Generator[None]:
    """Keep other generators out of a folder; without file locks (Windows) there is no protection."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
