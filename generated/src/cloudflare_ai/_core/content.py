"""What is sent as it is: bytes, files and iterables. No I/O except reading files."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from typing import IO, Any, TypeAlias, TypeGuard, cast

from ..errors import ArgumentError
from .codec import is_async_iterable, is_iterable, is_list, is_mapping

FileContent: TypeAlias = "bytes | IO[bytes] | os.PathLike[str]"
NamedFile: TypeAlias = "tuple[str, FileContent] | tuple[str, FileContent, str]"
FileWithHeaders: TypeAlias = "tuple[str, FileContent, str, Mapping[str, str]]"
File: TypeAlias = "FileContent | NamedFile | FileWithHeaders"
"""What is uploaded: bytes, an open binary file, a path, or (file name, one of these[, media type[, headers of
the part]])."""

BodyContent: TypeAlias = "FileContent | Iterable[bytes] | AsyncIterable[bytes]"
"""A body that is sent as it is; only an async client takes an async iterable."""

_CHUNK = 1 << 16


class Pieces:
    """A body in pieces, read anew each time it is iterated, if its files allow it.

    Attributes:
        length: In bytes, None where a file does not tell.
        replayable: Whether it can be read, and so sent, once more.
    """

    def __init__(self, parts: Iterable[FileContent]) -> None:
        self._parts = [_open_later(part) for part in parts]
        lengths = [_measure(part) for part, _ in self._parts]
        known = [length for length in lengths if length is not None]
        self.length = sum(known) if len(known) == len(lengths) else None
        self.replayable = all(start is not None for _, start in self._parts)

    def __iter__(self) -> Iterator[bytes]:
        if self.length is None:
            yield from self._read_all()
            return
        # The length has been announced: a file that changes must not get the connection out of step.
        left = self.length
        for piece in self._read_all():
            if len(piece) > left:
                raise ArgumentError("The file has grown while it was sent; send it again")
            left -= len(piece)
            yield piece
        if left:
            raise ArgumentError("The file has shrunk while it was sent; send it again")

    def _read_all(self) -> Iterator[bytes]:
        for part, start in self._parts:
            if isinstance(part, bytes):
                yield part
            elif isinstance(part, os.PathLike):
                with open(part, "rb") as file:
                    yield from _read(file)
            else:
                if start is not None:
                    part.seek(start)
                yield from _read(part)


def _open_later(part: FileContent) -> tuple[FileContent, int | None]:
    """Return the part and where it starts, None for a file that can't be read twice."""
    if isinstance(part, (bytes, bytearray, memoryview)):
        return bytes(part), 0
    if isinstance(part, os.PathLike):
        return part, 0
    if not hasattr(part, "read"):
        raise ArgumentError(f"Expected bytes, a binary file or a path but received {type(part)}")
    try:
        return part, part.tell() if part.seekable() else None
    except (AttributeError, OSError):
        return part, None


def _measure(part: FileContent) -> int | None:
    if isinstance(part, bytes):
        return len(part)
    if isinstance(part, os.PathLike):
        try:
            return os.stat(part).st_size
        except OSError as error:
            raise ArgumentError(f"The file can't be read: {error.strerror}") from None
    try:
        here = part.tell()
        end = part.seek(0, os.SEEK_END)
        part.seek(here)
    except (AttributeError, OSError):
        return None
    return end - here


def _read(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        if not isinstance(chunk, bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ArgumentError("The file is open as text; open it with mode 'rb'")
        yield chunk


def _is_buffer(value: object) -> TypeGuard[bytes | bytearray]:
    return isinstance(value, (bytes, bytearray, memoryview))


def is_content(value: Any) -> bool:
    """Return whether a value is bytes, or what is read to get them."""
    return _is_buffer(value) or isinstance(value, os.PathLike) or hasattr(value, "read")


def pass_on(content: Any) -> bytes | Iterable[bytes] | AsyncIterable[bytes]:
    """Return a body that is sent as it is: bytes, or an iterable of them."""
    if _is_buffer(content):
        return bytes(content)
    if is_list(content):
        return b"".join(map(_check_piece, content))
    if is_content(content):
        return Pieces([content])
    if is_async_iterable(content):
        return _check_pieces(content)
    if is_iterable(content) and not isinstance(content, str) and not is_mapping(content):
        return map(_check_piece, content)
    raise ArgumentError(
        "Expected bytes, a binary file, a path or an iterable of bytes but received "
        f"{type(cast(object, content)).__name__}; encode it"
    )


def is_replayable(content: object) -> bool:
    """Return whether the body of a request can be sent once more: whole, or in pieces that can be read again."""
    return isinstance(content, (bytes, type(None))) or getattr(content, "replayable", False)


async def aiter_content(content: Iterable[bytes] | AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    """Yield the pieces of a body that is not bytes, whichever kind of iterable it is."""
    if is_async_iterable(content):
        async for piece in content:
            yield piece
    else:
        for piece in cast("Iterable[bytes]", content):
            yield piece


async def _check_pieces(pieces: AsyncIterable[Any]) -> AsyncIterator[bytes]:
    async for piece in pieces:
        yield _check_piece(piece)


def _check_piece(piece: Any) -> bytes:
    if _is_buffer(piece):
        return bytes(piece)
    raise ArgumentError(f"Expected pieces of bytes but received {type(piece).__name__}; encode it")
