# Generated from Servers 1; do not edit.
"""The resource `api`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import api as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.operation import Options

__all__ = [
    "APIResource",
    "AsyncAPIResource",
]


class APIResource(Resource):
    """Reached as `client.api`."""

    def usual(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /usual`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; its class says how.
        """
        return self._call(
            _codec.USUAL,
            options=options,
        )

    def upload(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /upload`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; its class says how.
        """
        return self._call(
            _codec.UPLOAD,
            options=options,
        )

    def stored(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /stored`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Where the client chose that other data are.

        Raises:
            APIError: The request failed; its class says how.
        """
        return self._call(
            _codec.STORED,
            options=options,
        )

    def lost(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /lost`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; its class says how.
        """
        return self._call(
            _codec.LOST,
            options=options,
        )


class AsyncAPIResource(AsyncResource):
    """Reached as `client.api`."""

    async def usual(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /usual`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; its class says how.
        """
        return await self._call(
            _codec.USUAL,
            options=options,
        )

    async def upload(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /upload`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; its class says how.
        """
        return await self._call(
            _codec.UPLOAD,
            options=options,
        )

    async def stored(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /stored`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Where the client chose that other data are.

        Raises:
            APIError: The request failed; its class says how.
        """
        return await self._call(
            _codec.STORED,
            options=options,
        )

    async def lost(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /lost`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; its class says how.
        """
        return await self._call(
            _codec.LOST,
            options=options,
        )
