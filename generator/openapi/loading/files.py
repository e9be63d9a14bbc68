"""Opens the files of a description: from disk, from a network, from standard input, compressed or not."""

from __future__ import annotations

import os
import re
import sys
import zlib
from codecs import lookup
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final
from urllib.parse import urlsplit, urlunsplit

from attrs import evolve, frozen

from ...diagnostics import Report, did_you_mean
from .document import Document, File
from .node import Node
from .parser import Raw, parse
from .uris import get_scheme, is_remote, join

STANDARD_INPUT: Final = "-"
"""What stands for the document that comes from standard input."""

_SIZE_LIMIT: Final = 256_000_000
_CHUNK: Final = 1_000_000
_FETCH_SECONDS: Final = 30
_FETCH_HELP: Final = {
    401: "download it with your credentials and name the file, or `-` and pipe it in",
    403: "download it with your credentials and name the file, or `-` and pipe it in",
    404: "check the address; FastAPI's document, for one, is at `/openapi.json`",
}
_TEXT_CODEC: Final = re.compile(r"iso8859|cp\d|utf-(16|32)|koi8|euc|gb|big5|shift|mac")
"""Charsets of documents. Python has other codecs, some of which take time that grows with the square of the text."""
_HTML: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head)[\s>]", re.IGNORECASE)
_PAGES_DOCUMENT: Final = re.compile(
    r"""(?:\burl\s*:|\bspec-?url\s*=|\bdata-url\s*=|apiDescriptionUrl\s*=)\s*["']([^"'\s<>]{1,200})["']"""
)
"""The address of the document in a page of Swagger UI, ReDoc, Scalar or Elements."""
_PAGE_SIZE: Final = 200_000
_GZIP: Final = b"\x1f\x8b"


@frozen
class BrokenReference:
    """Why a reference leads nowhere.

    Attributes:
        code: the code of the finding.
        message: what is wrong.
        help: how to fix it.
        place: the reference that breaks a chain of references; None if that is the first.
    """

    code: str
    message: str
    help: str
    place: Node | None = None


class Files:
    """Opens files and keeps them; knows which ones may be opened."""

    def __init__(self, root: str, report: Report, *, allow_outside: bool) -> None:
        self.paths: dict[Path, None] = {}
        """Every path that was looked for, whether there is a file or not."""
        self._root = root
        self._files: dict[str, File] = {}
        self._report = report
        self._allow_outside = allow_outside
        self._paths: dict[tuple[str, str], Path | BrokenReference] = {}
        if is_remote(root):
            self._folder, self._shown_folder = root.rpartition("/")[0] + "/", ""
        elif root == STANDARD_INPUT or "\0" in root:
            self._folder, self._shown_folder = os.path.realpath(os.curdir), "."
        else:
            self._folder = os.path.dirname(os.path.realpath(root))
            self._shown_folder = _shorten_folder(Path(root).parent)

    def open_root(self) -> File | BrokenReference:
        """Open the document that the user named, which may be anywhere."""
        if is_remote(self._root):
            return self._fetch(self._root, is_root=True)
        if self._root == STANDARD_INPUT:
            raw = _read_limited(sys.stdin.buffer, "")
            key = os.path.join(self._folder, "<stdin>")
            return self._keep("<stdin>", key, raw) if isinstance(raw, Raw) else raw
        if "\0" in self._root or (get_scheme(self._root) and "://" in self._root):
            return BrokenReference(
                "missing-file",
                f"`{self._root}` is neither a file nor an http address",
                "name a file, an http or https address, or `-` for standard input",
            )
        return self._read(Path(self._root), is_root=True)

    @property
    def root_value(self) -> object:
        """The value of the document that the user named; None if it was not read."""
        return next((file.value for file in self._files.values()), None)

    def open(self, file: Document, address: str) -> File | BrokenReference:
        """Open what an address leads to, seen from a file that was opened before."""
        if is_remote(file.key):
            address = join(file.key, address)
        if is_remote(address):
            return self._fetch(address)
        if len(get_scheme(address)) > 1:
            return BrokenReference(
                "outside-reference",
                f"`{address}` is neither a file nor a schema's `$id`",
                "keep the referenced document in a file next to this one",
            )
        path = self._resolve(file, address)
        return path if isinstance(path, BrokenReference) else self._read(path)

    def _resolve(self, file: Document, address: str) -> Path | BrokenReference:
        base = os.path.dirname(file.key)
        if (base, address) not in self._paths:
            self._paths[base, address] = self._check_path(base, address)
        return self._paths[base, address]

    def _check_path(self, base: str, address: str) -> Path | BrokenReference:
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

    def _read(self, path: Path, *, is_root: bool = False) -> File | BrokenReference:
        key = os.path.realpath(path)
        if key not in self._files:
            self.paths[Path(key)] = None
            name = self._name(key)
            raw = _read_path(Path(key), name, is_root=is_root)
            return self._keep(name, key, raw) if isinstance(raw, Raw) else raw
        return self._files[key]

    def _keep(self, name: str, key: str, raw: Raw) -> File:
        file = File(name, key, raw.data, parse(raw))
        file.report_issues(self._report)
        self._files[key] = file
        return file

    def _name(self, key: str) -> str:
        return Path(self._shown_folder, os.path.relpath(key, self._folder)).as_posix()

    def _fetch(self, address: str, *, is_root: bool = False) -> File | BrokenReference:
        """Open the document at an http address: the root, one next to a fetched root, or any if allowed."""
        if address in self._files:
            return self._files[address]
        may_be_anywhere = is_root or self._allow_outside
        shown = strip_credentials(address)
        if not may_be_anywhere and not self._is_inside(address):
            return BrokenReference(
                "outside-reference",
                (
                    f"`{shown}` lies outside the folder of the document's address"
                    if is_remote(self._folder)
                    else f"`{shown}` would have to be fetched from a network"
                ),
                "keep a copy next to this document, or allow references to lead outside",
            )
        from http.client import HTTPException
        from urllib.request import urlopen

        try:
            with urlopen(address, timeout=_FETCH_SECONDS) as response:
                if not may_be_anywhere and not self._is_inside(response.geturl()):
                    return BrokenReference(
                        "outside-reference",
                        f"`{shown}` redirects to another place",
                        "keep a copy next to this document, or allow references to lead outside",
                    )
                encoding = response.headers.get("Content-Encoding") or "identity"
                if encoding.lower() not in ("identity", "gzip", "x-gzip"):
                    raise ValueError(
                        f"it comes compressed as `{encoding}`, which was not asked for"
                    )
                raw = _read_limited(response, urlsplit(address).path, response.geturl())
                charset = response.headers.get_content_charset("utf-8")
                if response.length:
                    raise ValueError(f"it ends {response.length} bytes too early")
        except (OSError, ValueError, EOFError, HTTPException) as error:
            reason = strip_credentials(str(error)).partition("\n")[0]
            help = _FETCH_HELP.get(getattr(error, "code", 0), "check the address")
            return BrokenReference("missing-file", f"`{shown}` can't be fetched: {reason}", help)
        if isinstance(raw, Raw):
            return self._keep(shown, address, evolve(raw, data=_as_utf_8(raw.data, charset)))
        return raw

    def _is_inside(self, address: str) -> bool:
        return is_remote(self._folder) and address.startswith(self._folder)


def _as_utf_8(data: bytes, charset: str) -> bytes:
    """Return text in UTF-8 that a server declares to be in another charset; what is UTF-8 anyway stays as it is."""
    try:
        data.decode()
    except UnicodeDecodeError:
        try:
            if _TEXT_CODEC.match(lookup(charset).name):
                return data.decode(charset).encode()
        except (LookupError, ValueError):
            pass
    return data


def _refuse_page(data: bytes, shown: str, address: str) -> BrokenReference:
    """Say that this is a page, and where the document may be that it shows."""
    match = _PAGES_DOCUMENT.search(data[:_PAGE_SIZE].decode(errors="replace"))
    document = strip_credentials(join(address, match[1] if match else "/openapi.json"))
    place = "the page shows" if match else "FastAPI's, for one, is"
    return BrokenReference(
        "missing-file",
        f"`{shown}` is an HTML page, not an OpenAPI document",
        f"name the document itself; {place} `{document[:200]}`",
    )


def _shorten_folder(folder: Path) -> str:
    """Return the folder as the user spelled it, or relative if it is below where the program runs."""
    if folder.is_absolute() and folder.is_relative_to(Path.cwd()):
        return folder.relative_to(Path.cwd()).as_posix()
    return folder.as_posix()


def _read_path(path: Path, name: str, *, is_root: bool) -> Raw | BrokenReference:
    shown = name if len(name) < 200 else f"{name[:100]}…"
    try:
        if path.is_dir():
            inside = next(
                (each for each in _COMMON_NAMES if (path / each).is_file()), "openapi.yaml"
            )
            help = f"name the document in it, e.g. `{Path(shown, inside).as_posix()}`"
            return BrokenReference("missing-file", f"`{shown}` is a folder, not a document", help)
        if path.is_file() or (
            is_root and path.exists()
        ):  # a pipe is no file, but the user named it
            with path.open("rb") as file:
                return _read_limited(file, path.name)
        siblings = [each.name for each in path.parent.iterdir() if each != path]
    except FileNotFoundError:  # the folder does not exist either
        siblings = []
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return BrokenReference(
            "missing-file", f"`{shown}` can't be read: {reason}", "check the path"
        )
    suggestion = did_you_mean(path.name[:200], siblings)
    return BrokenReference(
        "missing-file",
        f"there is no file `{shown}`",
        suggestion or "check the spelling of the path",
    )


_COMMON_NAMES: Final = (
    "openapi.yaml",
    "openapi.json",
    "openapi.yml",
    "swagger.yaml",
    "swagger.json",
)


def _read_limited(file: IO[bytes], name: str, address: str = "") -> Raw | BrokenReference:
    """Read a document from a stream, decompressing gzip, up to the limit; `address` is where a network has it."""
    data = b"".join(_read_chunks(file, _SIZE_LIMIT + 1))
    for _ in range(2):  # a server may compress a compressed file once more
        if data[:2] != _GZIP:
            break
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            data = unpacker.decompress(data, _SIZE_LIMIT + 1)
            if not unpacker.eof and len(data) <= _SIZE_LIMIT:
                raise zlib.error("it ends too early")
        except zlib.error as error:
            return BrokenReference(
                "missing-file", f"`{name}` is a damaged gzip file: {error}", "compress it again"
            )
        name = name.removesuffix(".gz")
    if len(data) > _SIZE_LIMIT:
        limit = f"{_SIZE_LIMIT // 1_000_000} MB"
        return BrokenReference("missing-file", f"`{name}` is larger than {limit}", "split it")
    if _HTML.match(data):
        return _refuse_page(data, strip_credentials(address) or name or "<stdin>", address)
    return Raw(data, Path(name).suffix.lower())


def _read_chunks(file: IO[bytes], size: int) -> Iterator[bytes]:
    """Yield up to `size` bytes; reading them at once would allocate memory for all of them."""
    while size > 0 and (chunk := file.read(min(size, _CHUNK))):
        size -= len(chunk)
        yield chunk


def strip_credentials(text: str) -> str:
    """Return an address without the user and password that may be in it."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return text.rpartition("@")[2]
    if "@" not in parts.netloc:
        return text
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
