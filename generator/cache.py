"""Results that are expensive to work out again, kept in the user's cache folder under the hash of their input.

Only verdicts are cached, never text that goes into a package. Each entry has a checksum in front, so a damaged entry
counts as none. A folder that others can write is not used. Nothing depends on the cache: without a usable folder
everything is just slower.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Final

VARIABLE: Final = "OPENAPI_CLIENT_CACHE"
"""The environment variable that names another folder; empty switches the cache off."""

_KEEP = 30 * 24 * 3600.0
_DAY = 24 * 3600.0


def digest(*parts: bytes | str) -> str:
    """Return a key for the cache.

    Args:
        parts: everything that the cached result depends on, versions of libraries included.

    Returns:
        64 hexadecimal digits, different for parts that are cut differently.
    """
    state = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        state.update(b"%d:" % len(data))
        state.update(data)
    return state.hexdigest()


@cache
def version_of(library: str) -> str:
    """Return the version of an installed library, which belongs in the key of what it made.

    It stands in the name of the folder that installers leave beside a library. Where there is none,
    `importlib.metadata` may know more, but takes longer to import than most documents to read.
    """
    name = library.replace("-", "_").replace(".", "_")
    for folder in sys.path:
        for match in Path(folder).glob(f"{name}-*.dist-info"):
            return match.name.removeprefix(f"{name}-").removesuffix(".dist-info")
    from importlib.metadata import version

    return version(library)


def _root() -> Path | None:
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    base = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(base):
        return Path(base) / "openapi-client-generator"
    try:
        return Path.home() / ".cache" / "openapi-client-generator"
    except RuntimeError:  # an account without a home
        return None


class Cache:
    """The entries of one kind, e.g. `grammar`."""

    def __init__(self, kind: str) -> None:
        root = _root()
        self._folder = root / kind if root is not None else None

    def get(self, key: str) -> str | None:
        """Return the text under a key, or None if there is none, it is damaged or others could have written it."""
        if self._folder is None or not _is_private(self._folder):
            return None
        path = self._folder / key
        try:
            checksum, _, data = path.read_bytes().partition(b"\n")
            if checksum.decode("ascii", "replace") != digest(data):
                return None
            text = data.decode("utf-8")
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)
        except (OSError, UnicodeDecodeError):
            return None
        return text

    def put(self, key: str, text: str) -> None:
        """Keep a text under a key; does nothing if it can't be written."""
        if self._folder is None:
            return
        try:
            data = text.encode("utf-8")
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            self._folder.mkdir(mode=0o700, exist_ok=True)
            if not _is_private(self._folder):
                return
            handle, part = tempfile.mkstemp(prefix=".", dir=self._folder)
            with os.fdopen(handle, "wb") as file:
                file.write(digest(data).encode("ascii") + b"\n" + data)
            os.replace(part, self._folder / key)
            self._prune()
        except (OSError, UnicodeEncodeError):
            return

    def _prune(self) -> None:
        """Once a day, remove what nobody asked for in a month."""
        assert self._folder is not None
        marker = self._folder / ".pruned"
        now = time.time()
        if marker.exists() and now - marker.stat().st_mtime < _DAY:
            return
        marker.touch()
        for entry in os.scandir(self._folder):
            if now - entry.stat().st_mtime > _KEEP:
                os.unlink(entry)


def _is_private(folder: Path) -> bool:
    """Tell whether a folder is ours and nobody else can write it."""
    if not hasattr(os, "geteuid"):
        return True
    try:
        status = folder.stat(follow_symlinks=False)
    except OSError:
        return False
    return (
        stat.S_ISDIR(status.st_mode)
        and status.st_uid == os.geteuid()
        and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )
