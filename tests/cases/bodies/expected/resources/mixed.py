# Generated from Bodies 1; do not edit.
"""The resource `mixed`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import mixed as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.content import BodyContent
    from .._core.options import Options

__all__ = [
    "AsyncMixedResource",
    "MixedResource",
]


class MixedResource(Resource):
    """Operations of `client.mixed`."""

    def send(
        self,
        *,
        body: BodyContent,
        options: Options | None = None,
    ) -> None:
        """Send `POST /mixed`.

        Args:
            body: Bytes, a file open in binary mode, a `pathlib.Path`, or an iterable of bytes.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEND,
            content=body,
            options=options,
        )


class AsyncMixedResource(AsyncResource):
    """Operations of `client.mixed`."""

    async def send(
        self,
        *,
        body: BodyContent,
        options: Options | None = None,
    ) -> None:
        """Send `POST /mixed`.

        Args:
            body: Bytes, a file open in binary mode, a `pathlib.Path`, or an iterable of bytes.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEND,
            content=body,
            options=options,
        )
