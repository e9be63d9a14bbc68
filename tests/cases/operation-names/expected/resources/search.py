# Generated from Operation names 1; do not edit.
"""The resource `search`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import search as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncSearchResource",
    "SearchResource",
]


class SearchResource(Resource):
    """Operations of `client.search`."""

    def get(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /search?kind=new`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            options=options,
        )

    def get_kind_old(
        self,
        *,
        q: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /search?kind=old`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET_KIND_OLD,
            query={"q": q},
            options=options,
        )

    def search_sorted(
        self,
        kind: str,
        *,
        q: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /search?kind={kind}&sort=up`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The path has a place for a parameter of the query.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEARCH_SORTED,
            path={"kind": kind},
            query={"q": q},
            options=options,
        )

    def search_all(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /search#{nothing}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            What comes after the hash is not sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEARCH_ALL,
            options=options,
        )

    def search_here(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET no-slash`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A path that does not begin as one.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEARCH_HERE,
            options=options,
        )


class AsyncSearchResource(AsyncResource):
    """Operations of `client.search`."""

    async def get(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /search?kind=new`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            options=options,
        )

    async def get_kind_old(
        self,
        *,
        q: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /search?kind=old`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET_KIND_OLD,
            query={"q": q},
            options=options,
        )

    async def search_sorted(
        self,
        kind: str,
        *,
        q: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /search?kind={kind}&sort=up`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The path has a place for a parameter of the query.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEARCH_SORTED,
            path={"kind": kind},
            query={"q": q},
            options=options,
        )

    async def search_all(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /search#{nothing}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            What comes after the hash is not sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEARCH_ALL,
            options=options,
        )

    async def search_here(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET no-slash`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A path that does not begin as one.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEARCH_HERE,
            options=options,
        )
