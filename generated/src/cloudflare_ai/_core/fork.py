"""What a child of `fork()` must not share with its parent: locks that another thread may hold, and connections."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Any, Protocol
from weakref import WeakSet


class _Renewable(Protocol):
    def after_fork(self) -> None: ...


_renewed: WeakSet[_Renewable] = WeakSet()
_inherited: list[object] = []


def renew_in_children(owner: _Renewable) -> None:
    """Call `after_fork` of an object in each child process, as long as the object lives."""
    _renewed.add(owner)


class ForkLock:
    """A lock that is free in a child process, whichever thread of the parent held it.

    Use it as `with lock.current:`, so that a thread which forks while it holds the lock releases the
    one that it took.

    Args:
        make: Makes a lock.

    Attributes:
        current: The lock of this process.
    """

    __slots__ = ("current", "_make", "__weakref__")

    def __init__(self, make: Callable[[], Any] = threading.Lock) -> None:
        self._make = make
        self.current = make()
        renew_in_children(self)

    def after_fork(self) -> None:
        """Begin with a lock that nobody holds."""
        self.current = self._make()


def keep_open(resource: object) -> None:
    """Keep what belongs to the parent in a child process, so that nothing closes it there."""
    _inherited.append(resource)


def detach_socket(connection: Any) -> None:
    """Let a socket of a child process lead nowhere: whatever is done with it does not reach the parent's."""
    if not hasattr(connection, "fileno") or (number := connection.fileno()) < 0:
        return
    nowhere = os.open(os.devnull, os.O_RDWR)
    try:
        os.dup2(nowhere, number, inheritable=False)
    finally:
        os.close(nowhere)


def _after_fork_in_child() -> None:
    for owner in list(_renewed):
        owner.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork_in_child)
