# Generated from Operation names 1; do not edit.
"""The resource `close`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import close as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncCloseResource",
    "CloseResource",
]


class CloseResource(Resource):
    """Operations of `client.close_`."""

    def get(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /close`.

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


class AsyncCloseResource(AsyncResource):
    """Operations of `client.close_`."""

    async def get(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /close`.

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
