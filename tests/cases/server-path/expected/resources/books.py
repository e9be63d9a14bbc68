# Generated from Server path 1; do not edit.
"""The resource `books`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import books as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.books import BooksListResponse

__all__ = [
    "AsyncBooksResource",
    "BooksResource",
]


class BooksResource(Resource):
    """Operations of `client.books`."""

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> BooksListResponse:
        """Send `GET /books`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            options=options,
        )


class AsyncBooksResource(AsyncResource):
    """Operations of `client.books`."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> BooksListResponse:
        """Send `GET /books`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            options=options,
        )
