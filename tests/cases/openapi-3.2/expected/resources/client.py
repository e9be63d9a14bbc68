# Generated from OpenAPI 3.2 1; do not edit.
"""Methods of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import client as _codec
from .._core.resource import AsyncClientMethods, ClientMethods

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._core.options import Options
    from ..models.shared import Book, BookDict

__all__ = [
    "AsyncRootResource",
    "RootResource",
]


class RootResource(ClientMethods):
    """Methods of the client itself."""

    def search(
        self,
        *,
        selector: Book | BookDict,
        session: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /search`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEARCH,
            query={"selector": selector},
            cookies={"session": session},
            options=options,
        )

    def find_books(
        self,
        *,
        path: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `HEAD /search`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.FIND_BOOKS,
            query={"path": path},
            options=options,
        )

    def delete_books(
        self,
        *,
        filters: Mapping[str, str] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `DELETE /search`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DELETE_BOOKS,
            query={"filters": filters},
            options=options,
        )


class AsyncRootResource(AsyncClientMethods):
    """Methods of the client itself."""

    async def search(
        self,
        *,
        selector: Book | BookDict,
        session: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /search`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEARCH,
            query={"selector": selector},
            cookies={"session": session},
            options=options,
        )

    async def find_books(
        self,
        *,
        path: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `HEAD /search`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.FIND_BOOKS,
            query={"path": path},
            options=options,
        )

    async def delete_books(
        self,
        *,
        filters: Mapping[str, str] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `DELETE /search`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DELETE_BOOKS,
            query={"filters": filters},
            options=options,
        )
