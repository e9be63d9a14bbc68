"""A lock that keeps two generators from writing one folder at the same time."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

WAIT_LIMIT: Final = 10.0
"""Seconds to wait for another program's lock; writing a package takes less than one."""

_PAUSE = 0.05
_NOTICE_DELAY = 0.5
_LOCKED = {errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK}
_UNREADABLE = {errno.EACCES, errno.EPERM}


class LockedError(Exception):
    """Another program holds the lock for longer than `WAIT_LIMIT`; the message says what to do."""


@contextmanager
def lock_folder(folder: Path, on_wait: Callable[[str], None]) -> Generator[None]:
    """Hold the lock of a folder that is about to be written.

    The lock is on its parent, because the folder itself may be exchanged for another one. Where there
    are no file locks (Windows, some network file systems) there is no protection.

    Args:
        folder: the folder; it exists.
        on_wait: takes a sentence once when waiting takes noticeable time.

    Raises:
        LockedError: another program did not release the lock.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    place, handle = _open(folder)
    try:
        _wait_for_lock(lambda: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB), place, on_wait)
        yield
    finally:
        os.close(handle)


def _open(folder: Path) -> tuple[Path, int]:
    try:
        return folder.parent, os.open(folder.parent, os.O_RDONLY)
    except OSError as error:
        if error.errno not in _UNREADABLE:
            raise
        return folder, os.open(folder, os.O_RDONLY)


def _wait_for_lock(lock: Callable[[], None], place: Path, on_wait: Callable[[str], None]) -> None:
    began = time.monotonic()
    has_reported = False
    while True:
        try:
            lock()
        except OSError as error:
            if error.errno not in _LOCKED:  # no locks on this file system
                return
        else:
            return
        waited = time.monotonic() - began
        if waited > WAIT_LIMIT:
            raise LockedError(
                f"another program holds the lock on {place}, for more than {WAIT_LIMIT:.0f} seconds; "
                "wait until it has ended (`fuser` or `lsof` shows which it is), or choose another `--output`"
            )
        if waited > _NOTICE_DELAY and not has_reported:
            on_wait(f"waiting for another program that holds the lock on {place}")
            has_reported = True
        time.sleep(_PAUSE)
