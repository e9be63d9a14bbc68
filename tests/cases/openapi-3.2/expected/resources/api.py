"""The resource `api`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import api as _codec
from .._core.client import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.operation import Options
    from ..models.shared import Book, BookDict

__all__ = [
    "APIResource",
    "AsyncAPIResource",
]


class APIResource(Resource):
    """The operations of `api`."""

    def search_books(
        self,
        *,
        selector: Book | BookDict,
        session: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /search`.

        Args:
            options: Settings of this call alone: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; its class says how.
        """
        return self._call(
            _codec.SEARCH_BOOKS,
            query={"selector": selector},
            cookies={"session": session},
            options=options,
        )


class AsyncAPIResource(AsyncResource):
    """The operations of `api`."""

    async def search_books(
        self,
        *,
        selector: Book | BookDict,
        session: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /search`.

        Args:
            options: Settings of this call alone: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; its class says how.
        """
        return await self._call(
            _codec.SEARCH_BOOKS,
            query={"selector": selector},
            cookies={"session": session},
            options=options,
        )
