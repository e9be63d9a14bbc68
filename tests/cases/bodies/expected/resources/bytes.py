# Generated from Bodies 1; do not edit.
"""The resource `bytes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import bytes as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.content import BodyContent
    from .._core.options import Options

__all__ = [
    "AsyncBytesResource",
    "BytesResource",
]


class BytesResource(Resource):
    """Operations of `client.bytes`."""

    def send(
        self,
        *,
        body: BodyContent,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /bytes`.

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


class AsyncBytesResource(AsyncResource):
    """Operations of `client.bytes`."""

    async def send(
        self,
        *,
        body: BodyContent,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /bytes`.

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
