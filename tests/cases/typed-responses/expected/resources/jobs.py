# Generated from Typed responses 1; do not edit.
"""The resource `jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import jobs as _codec
from .._core.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .._core.options import Options
    from .._core.streaming import AsyncEventStream, EventStream
    from ..models.jobs import JobsWatchEvent

__all__ = [
    "AsyncJobsResource",
    "JobsResource",
]


class JobsResource(StreamingResource):
    """Operations of `client.jobs`."""

    def watch(
        self,
        *,
        options: Options | None = None,
    ) -> EventStream[JobsWatchEvent]:
        """Send `GET /jobs`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            What happens to jobs; that one has failed is no failure of the stream.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._stream(
            _codec.WATCH,
            options=options,
        )


class AsyncJobsResource(AsyncStreamingResource):
    """Operations of `client.jobs`."""

    async def watch(
        self,
        *,
        options: Options | None = None,
    ) -> AsyncEventStream[JobsWatchEvent]:
        """Send `GET /jobs`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            What happens to jobs; that one has failed is no failure of the stream.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._stream(
            _codec.WATCH,
            options=options,
        )
