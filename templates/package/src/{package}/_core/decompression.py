"""Decompressing the bodies of responses, whatever pieces they come in. Pure: no I/O.

HTTP libraries take a truncated body for a whole one, stop after the first member of a gzip body,
or hold everything that a small body expands to.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterator
from typing import Any

from .transport import TransportError

_PIECE = 1 << 20  # bytes given out at a time, however much they were compressed
# Proxies add one each; every one of them could make a body a thousand times as large.
_MAX_CODINGS = 5
_GZIP = frozenset({"gzip", "x-gzip"})
_KNOWN = _GZIP | {"deflate"}
# Reading these as they are would hand over compressed bytes. Other words that servers put there,
# such as `utf-8` or `aws-chunked`, say nothing about compression.
_OTHERS = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz", "lzma", "xz", "bzip2"})


def make_decompressor(encoding: str, accepted: str = "") -> Decompressor | None:
    """Make the decompressor of a body.

    Args:
        encoding: The header `Content-Encoding` of the response.
        accepted: The header `Accept-Encoding` of the request, where the HTTP library decodes
            the codings in it that are unknown here.

    Returns:
        None for a body that is not compressed, or that the HTTP library decompresses.
    """
    codings = [coding.strip().lower() for coding in encoding.split(",")]
    if not _OTHERS.isdisjoint(codings):
        if all(coding in accepted.lower() for coding in _OTHERS.intersection(codings)):
            return None
        return Decompressor([_Refusal()])
    if len(codings) > _MAX_CODINGS:
        return Decompressor([_Refusal()])
    steps = [_Inflate(coding) for coding in reversed(codings) if coding in _KNOWN]
    return Decompressor(steps) if steps else None


class Decompressor:
    """Decompresses one body.

    Args:
        steps: The decoders, that of the coding applied last first.
    """

    def __init__(self, steps: list[_Inflate] | list[_Refusal]) -> None:
        self._steps = steps

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """Decompress a piece, into pieces of limited size.

        Raises:
            TransportError: It can't be decompressed.
        """
        pieces: Iterator[bytes] = iter((piece,))
        for step in self._steps:
            pieces = step.feed_all(pieces)
        return pieces

    def end(self) -> None:
        """Check that the body is whole.

        Raises:
            TransportError: It was cut off.
        """
        for step in self._steps:
            step.end()


class _Refusal:
    """Stands for an unknown coding. A response without content may still name one."""

    def feed_all(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            if piece:
                raise TransportError("decoding", "the body has an encoding that was not asked for")
            yield piece

    def end(self) -> None: ...


class _Inflate:
    """Decodes one coding."""

    def __init__(self, coding: str) -> None:
        self._is_gzip = coding in _GZIP
        self._stream: Any = None  # made with the first byte
        self._rest = b""  # what came after the end of a member of a gzip body

    def feed_all(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            try:
                yield from self._feed(piece)
            except zlib.error:
                raise TransportError("decoding", "the body can't be decompressed") from None

    def _feed(self, data: bytes) -> Iterator[bytes]:
        data, self._rest = self._rest + data, b""
        while data or (self._stream is not None and not self._stream.eof):
            if self._stream is None:
                self._stream = self._begin(data)
            elif self._stream.eof and not self._begin_next(data):
                return
            piece = self._stream.decompress(data, _PIECE)
            if piece:
                yield piece
            if self._stream.eof:
                data = self._stream.unused_data
            else:
                data = self._stream.unconsumed_tail
                if not data and len(piece) < _PIECE:
                    return

    def _begin(self, data: bytes) -> Any:
        if self._is_gzip:
            return zlib.decompressobj(31)
        # Some servers leave the header of zlib out.
        return zlib.decompressobj(15 if data[0] & 15 == 8 else -15)

    def _begin_next(self, data: bytes) -> bool:
        """Begin another member of a gzip body; anything else behind the end is ignored."""
        if not self._is_gzip:
            return False
        if len(data) < 2:
            self._rest = data
            return False
        if not data.startswith(b"\x1f\x8b"):
            self._is_gzip = False
            return False
        self._stream = zlib.decompressobj(31)
        return True

    def end(self) -> None:
        if self._stream is not None and not self._stream.eof:
            raise TransportError("decoding", "the compressed body was cut off")


def decompressed(decompressor: Decompressor, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Decompress the pieces of a body.

    Raises:
        TransportError: It can't be decompressed, or was cut off.
    """
    for piece in pieces:
        yield from decompressor.feed(piece)
    decompressor.end()


async def adecompressed(
    decompressor: Decompressor, pieces: AsyncIterator[bytes]
) -> AsyncIterator[bytes]:
    """Do as `decompressed`, for async code."""
    async for piece in pieces:
        for part in decompressor.feed(piece):
            yield part
    decompressor.end()
