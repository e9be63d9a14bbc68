# Generated from OpenAPI 3.2 1; do not edit.
"""The resource `log`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import log as _codec
from .._core.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .._core.options import Options
    from .._core.streaming import AsyncEventStream, EventStream
    from ..models.shared import Book

__all__ = [
    "AsyncLogResource",
    "LogResource",
]


class LogResource(StreamingResource):
    """Operations of `client.log`."""

    def get(
        self,
        *,
        options: Options | None = None,
    ) -> EventStream[Book]:
        """Send `GET /log`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Lines.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._stream(
            _codec.GET,
            options=options,
        )


class AsyncLogResource(AsyncStreamingResource):
    """Operations of `client.log`."""

    async def get(
        self,
        *,
        options: Options | None = None,
    ) -> AsyncEventStream[Book]:
        """Send `GET /log`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Lines.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._stream(
            _codec.GET,
            options=options,
        )
