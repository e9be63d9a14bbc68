# Generated from Servers 1; do not edit.
"""The resource `stored`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import stored as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncStoredResource",
    "StoredResource",
]


class StoredResource(Resource):
    """Operations of `client.stored`."""

    def get(
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
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            options=options,
        )

    def store(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /stored`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Relative to the server of the API.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.STORE,
            options=options,
        )


class AsyncStoredResource(AsyncResource):
    """Operations of `client.stored`."""

    async def get(
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
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            options=options,
        )

    async def store(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /stored`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Relative to the server of the API.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.STORE,
            options=options,
        )
