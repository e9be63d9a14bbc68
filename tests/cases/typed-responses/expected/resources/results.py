# Generated from Typed responses 1; do not edit.
"""The resource `results`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import results as _codec
from .._core.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .._core.options import Options
    from .._core.streaming import AsyncEventStream, EventStream
    from ..models.results import ResultsExportEvent

__all__ = [
    "AsyncResultsResource",
    "ResultsResource",
]


class ResultsResource(StreamingResource):
    """Operations of `client.results`."""

    def export(
        self,
        *,
        options: Options | None = None,
    ) -> EventStream[ResultsExportEvent]:
        """Send `GET /results`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A result on each line.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._stream(
            _codec.EXPORT,
            options=options,
        )


class AsyncResultsResource(AsyncStreamingResource):
    """Operations of `client.results`."""

    async def export(
        self,
        *,
        options: Options | None = None,
    ) -> AsyncEventStream[ResultsExportEvent]:
        """Send `GET /results`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A result on each line.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._stream(
            _codec.EXPORT,
            options=options,
        )
