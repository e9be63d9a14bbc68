# Generated from Bodies 1; do not edit.
"""The resource `any_bytes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import any_bytes as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.content import BodyContent
    from .._core.options import Options

__all__ = [
    "AnyBytesResource",
    "AsyncAnyBytesResource",
]


class AnyBytesResource(Resource):
    """Operations of `client.any_bytes`."""

    def send(
        self,
        *,
        body: BodyContent | None = None,
        media_type: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /any-bytes`.

        Args:
            body: Bytes, a file open in binary mode, a `pathlib.Path`, or an iterable of bytes.
            media_type: Media type of the body, one of `*/*`. Default: by the name of the file.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEND,
            content=body,
            media_type=media_type,
            options=options,
        )


class AsyncAnyBytesResource(AsyncResource):
    """Operations of `client.any_bytes`."""

    async def send(
        self,
        *,
        body: BodyContent | None = None,
        media_type: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /any-bytes`.

        Args:
            body: Bytes, a file open in binary mode, a `pathlib.Path`, or an iterable of bytes.
            media_type: Media type of the body, one of `*/*`. Default: by the name of the file.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEND,
            content=body,
            media_type=media_type,
            options=options,
        )
