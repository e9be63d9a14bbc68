# Generated from OpenAPI 3.2 1; do not edit.
"""The resource `books`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import books as _codec
from .._core.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.options import Options
    from .._core.streaming import AsyncEventStream, EventStream
    from ..models.shared import Book

__all__ = [
    "AsyncBooksResource",
    "BooksResource",
]


class BooksResource(StreamingResource):
    """Operations of `client.books`."""

    def query(
        self,
        *,
        title: str | None = None,
        options: Options | None = None,
    ) -> list[Book]:
        """Send `QUERY /books`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Books.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.QUERY,
            body={"title": title},
            options=options,
        )

    def replace(
        self,
        *,
        book_title: str | None = None,
        options: Options | None = None,
    ) -> Book:
        """Send `PUT /books`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The book.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.REPLACE,
            body={"bookTitle": book_title},
            options=options,
        )

    def watch(
        self,
        *,
        since: str,
        kinds: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> EventStream[Book]:
        """Send `GET /books`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Books as they come.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._stream(
            _codec.WATCH,
            query={"since": since, "kinds": kinds},
            options=options,
        )

    def copy(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `COPY /books`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.COPY,
            options=options,
        )


class AsyncBooksResource(AsyncStreamingResource):
    """Operations of `client.books`."""

    async def query(
        self,
        *,
        title: str | None = None,
        options: Options | None = None,
    ) -> list[Book]:
        """Send `QUERY /books`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Books.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.QUERY,
            body={"title": title},
            options=options,
        )

    async def replace(
        self,
        *,
        book_title: str | None = None,
        options: Options | None = None,
    ) -> Book:
        """Send `PUT /books`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The book.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.REPLACE,
            body={"bookTitle": book_title},
            options=options,
        )

    async def watch(
        self,
        *,
        since: str,
        kinds: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> AsyncEventStream[Book]:
        """Send `GET /books`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Books as they come.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._stream(
            _codec.WATCH,
            query={"since": since, "kinds": kinds},
            options=options,
        )

    async def copy(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `COPY /books`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.COPY,
            options=options,
        )
