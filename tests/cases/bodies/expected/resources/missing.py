# Generated from Bodies 1; do not edit.
"""The resource `missing`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import missing as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncMissingResource",
    "MissingResource",
]


class MissingResource(Resource):
    """Operations of `client.missing`."""

    def send(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /missing`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEND,
            options=options,
        )


class AsyncMissingResource(AsyncResource):
    """Operations of `client.missing`."""

    async def send(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /missing`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEND,
            options=options,
        )
