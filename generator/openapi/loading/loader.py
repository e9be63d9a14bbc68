"""From a path to a `Source`: the root first, then level by level every file that is referred to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from ...diagnostics import Report
from .document import Document
from .parser import Raw, parse
from .resolver import BrokenReference, Source
from .uris import is_remote, join, scheme, split

_FETCH_LIMIT: Final = 64_000_000
_FETCH_SECONDS: Final = 30


def load(path: Path, report: Report, *, allow_outside: bool = False) -> Source | None:
    """Read a description and every file that it refers to.

    Args:
        path: the root document, JSON or YAML.
        report: takes what is wrong with the files, now and whenever a reference is followed.
        allow_outside: whether references may leave the folder of the root document or go to a network.

    Returns:
        The source, or None (with an error in the report) if the root document cannot be read.
    """
    shelf = _Shelf(path, report, allow_outside)
    root = shelf.read(path)
    if isinstance(root, BrokenReference):
        report.error(root.code, None, root.message, root.help)
        return None
    if root.failed:
        return None
    shelf.fetch_level([root])
    return Source(root, shelf.documents, shelf.open, report)


class _Shelf:
    """Opens files and keeps them; knows which ones may be opened."""

    def __init__(self, root: Path, report: Report, allow_outside: bool) -> None:
        self.documents: dict[str, Document] = {}
        self._report = report
        self._allow_outside = allow_outside
        self._folder = Path(os.path.realpath(root.parent))
        self._shown = _shown(root.parent)
        self._paths: dict[tuple[str, str], Path | BrokenReference] = {}

    def open(self, document: Document, address: str) -> Document | BrokenReference:
        """The document that an address leads to, seen from another document."""
        if is_remote(document.key):
            address = join(document.key, address)
        if is_remote(address):
            return self._from_network(address)
        if len(scheme(address)) > 1:
            return BrokenReference(
                "outside-reference",
                f"`{address}` is neither a file nor a schema's `$id`",
                "keep the referenced document in a file beside this one",
            )
        path = self._path(document, address)
        return path if isinstance(path, BrokenReference) else self.read(path)

    def _path(self, document: Document, address: str) -> Path | BrokenReference:
        base = os.path.dirname(document.key)
        if (base, address) not in self._paths:
            self._paths[base, address] = self._allowed(base, address)
        return self._paths[base, address]

    def _allowed(self, base: str, address: str) -> Path | BrokenReference:
        if "\0" in address:
            return BrokenReference(
                "outside-reference", "a file name has no NUL in it", "correct the reference"
            )
        path = Path(os.path.realpath(os.path.join(base, address)))
        if self._allow_outside or path.is_relative_to(self._folder):
            return path
        return BrokenReference(
            "outside-reference",
            f"`{address}` lies outside the folder of the description",
            "move it below that folder, or allow references to lead outside",
        )

    def read(self, path: Path) -> Document | BrokenReference:
        """The document in a file."""
        key = os.path.realpath(path)
        if key not in self.documents:
            raw = _raw(Path(key))
            if raw is None:
                return BrokenReference(
                    "missing-file",
                    f"there is no file `{self._name(key)}` that can be read",
                    "check the spelling of the path",
                )
            self._shelve(self._name(key), key, raw)
        return self.documents[key]

    def _shelve(self, name: str, key: str, raw: Raw) -> None:
        document = Document(name, key, raw.data, parse(raw))
        document.tell(self._report, fatal=not self.documents)
        self.documents[key] = document

    def _name(self, key: str) -> str:
        return Path(self._shown, os.path.relpath(key, self._folder)).as_posix()

    def _from_network(self, address: str) -> Document | BrokenReference:
        if address in self.documents:
            return self.documents[address]
        if not self._allow_outside:
            return BrokenReference(
                "outside-reference",
                f"`{address}` would have to be fetched from a network",
                "keep a copy beside this document, or allow references to lead outside",
            )
        from urllib.request import urlopen

        try:
            with urlopen(address, timeout=_FETCH_SECONDS) as answer:
                data: bytes = answer.read(_FETCH_LIMIT + 1)
        except (OSError, ValueError) as error:
            return BrokenReference(
                "missing-file", f"`{address}` cannot be fetched: {error}", "check the address"
            )
        if len(data) > _FETCH_LIMIT:
            return BrokenReference(
                "missing-file", f"`{address}` is larger than 64 MB", "keep a copy in a file"
            )
        self._shelve(address, address, Raw(data, Path(address.partition("?")[0]).suffix.lower()))
        return self.documents[address]

    def fetch_level(self, documents: list[Document]) -> None:
        """Read what documents refer to, and what that refers to; says nothing of what is not there."""
        while documents:
            paths: dict[str, None] = {}
            for document in documents:
                paths.update(dict.fromkeys(self._named(document)))
            fresh = [Path(key) for key in paths if key not in self.documents]
            opened = [self.read(path) for path in fresh]
            documents = [document for document in opened if isinstance(document, Document)]

    def _named(self, document: Document) -> Iterable[str]:
        for reference in document.references:
            address = unquote(split(reference)[0])
            if not scheme(address) and not is_remote(document.key):
                path = self._path(document, address)
                if isinstance(path, Path) and path.is_file():
                    yield os.path.realpath(path)


def _shown(folder: Path) -> str:
    """The folder as findings name it: as the user spelled it, relative if it is below where we are."""
    if folder.is_absolute() and folder.is_relative_to(Path.cwd()):
        return folder.relative_to(Path.cwd()).as_posix()
    return folder.as_posix()


def _raw(path: Path) -> Raw | None:
    try:
        return Raw(path.read_bytes(), path.suffix.lower()) if path.is_file() else None
    except (OSError, ValueError):
        return None
