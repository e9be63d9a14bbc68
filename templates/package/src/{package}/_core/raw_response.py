"""Undecoded responses: read whole, or piece by piece in constant memory."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .response_body import aiter_pieces, aread, iter_pieces, read
from .response_decoding import decode_charset
from .response_decoding import parse as parse_json
from .response_info import ResponseInfo, copy_info, make_info

if TYPE_CHECKING:
    from .call import Attempt
    from .transport import AsyncResponse, Response

T = TypeVar("T")


class RawResponse(ResponseInfo, Generic[T]):
    """A response that was read and not decoded; see `client.raw_response`.

    Attributes:
        content: The body, decompressed.
    """

    __slots__ = ("content", "_parse")

    def __init__(self, attempt: Attempt, parse: Callable[[], T]) -> None:
        copy_info(make_info(attempt), self)
        self.content: bytes = attempt.body or b""
        self._parse = parse

    @property
    def text(self) -> str:
        """The body as text, by the charset of its media type."""
        return decode_charset(self.content, self.headers)

    def json(self) -> Any:
        """Return the parsed body.

        Raises:
            ValueError: It is not JSON, or nested too deeply.
        """
        try:
            return parse_json(self.content, self.headers)
        except RecursionError:
            raise ValueError("the body is nested too deeply") from None

    def parse(self) -> T:
        """Return what the method would have returned.

        Raises:
            APIError: The response can't be read.
        """
        return self._parse()


class StreamedResponse(ResponseInfo, Generic[T]):
    """An open response; see `client.streamed_response`. Use it as a context manager, or close it."""

    __slots__ = ("_attempt", "_response", "_parse")

    def __init__(self, attempt: Attempt, response: Response, parse: Callable[[], T]) -> None:
        copy_info(make_info(attempt), self)
        self._attempt, self._response, self._parse = attempt, response, parse

    def iter_bytes(self) -> Iterator[bytes]:
        """Yield the body, decompressed, in pieces as they come.

        Raises:
            APIError: The connection broke.
        """
        try:
            yield from iter_pieces(self._attempt, self._response)
        finally:
            self.close()

    def read(self) -> bytes:
        """Return the whole body."""
        return read(self._attempt, self._response)

    def save(self, path: str | os.PathLike[str]) -> int:
        """Write the body to a file, in constant memory. The file is replaced when all of it is there.

        Args:
            path: The file.

        Returns:
            The number of bytes.
        """
        with _Partial(path) as file:
            for piece in self.iter_bytes():
                file.write(piece)
        return file.size

    def parse(self) -> T:
        """Return what the method would have returned: the body is read, or the events begin."""
        return self._parse()

    def close(self) -> None:
        """Free the connection; unread data is discarded."""
        self._response.close()

    def __enter__(self) -> StreamedResponse[T]:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncStreamedResponse(ResponseInfo, Generic[T]):
    """As `StreamedResponse`, for async code."""

    __slots__ = ("_attempt", "_response", "_parse")

    def __init__(
        self, attempt: Attempt, response: AsyncResponse, parse: Callable[[], Awaitable[T]]
    ) -> None:
        copy_info(make_info(attempt), self)
        self._attempt, self._response, self._parse = attempt, response, parse

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """Yield the body, decompressed, in pieces as they come."""
        try:
            async for piece in aiter_pieces(self._attempt, self._response):
                yield piece
        finally:
            await self.close()

    async def read(self) -> bytes:
        """Return the whole body."""
        return await aread(self._attempt, self._response)

    async def save(self, path: str | os.PathLike[str]) -> int:
        """Do what `StreamedResponse.save` does; a thread writes the file."""
        with _Partial(path) as file:
            async for piece in self.iter_bytes():
                await asyncio.to_thread(file.write, piece)
        return file.size

    async def parse(self) -> T:
        """Return what the method would have returned: the body is read, or the events begin."""
        return await self._parse()

    async def close(self) -> None:
        """Free the connection; unread data is discarded."""
        await self._response.aclose()

    async def __aenter__(self) -> AsyncStreamedResponse[T]:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()


class _Partial:
    """A new file that takes the place of another when it is complete.

    Attributes:
        size: How many bytes were written.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        descriptor, name = tempfile.mkstemp(prefix=f".{self._path.name}.", dir=self._path.parent)
        self._partial = Path(name)
        self._file = os.fdopen(descriptor, "wb")
        self.size = 0

    def write(self, piece: bytes) -> None:
        """Add a piece."""
        self._file.write(piece)
        self.size += len(piece)

    def __enter__(self) -> _Partial:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._file.close()
        if kind is not None:
            with suppress(OSError):
                self._partial.unlink()
            return
        try:
            mode = self._path.stat().st_mode & 0o777
        except OSError:
            mask = os.umask(0)
            os.umask(mask)
            mode = 0o666 & ~mask
        self._partial.chmod(mode)
        self._partial.replace(self._path)
