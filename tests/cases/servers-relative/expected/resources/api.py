# Generated from Relative 1; do not edit.
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

    def far(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /far`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; its class says how.
        """
        return self._call(
            _codec.FAR,
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

    async def far(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /far`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; its class says how.
        """
        return await self._call(
            _codec.FAR,
            options=options,
        )
