# Generated from Own 1; do not edit.
"""Methods of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import client as _codec
from .._core.resource import AsyncClientMethods, ClientMethods

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncRootResource",
    "RootResource",
]


class RootResource(ClientMethods):
    """Methods of the client itself."""

    def first(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /first`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The document names no server for all.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.FIRST,
            options=options,
        )

    def second(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /second`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SECOND,
            options=options,
        )

    def near(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /near`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.NEAR,
            options=options,
        )


class AsyncRootResource(AsyncClientMethods):
    """Methods of the client itself."""

    async def first(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /first`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The document names no server for all.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.FIRST,
            options=options,
        )

    async def second(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /second`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SECOND,
            options=options,
        )

    async def near(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /near`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.NEAR,
            options=options,
        )
