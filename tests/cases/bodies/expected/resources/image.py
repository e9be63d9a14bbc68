# Generated from Bodies 1; do not edit.
"""The resource `image`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import image as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.content import BodyContent
    from .._core.options import Options

__all__ = [
    "AsyncImageResource",
    "ImageResource",
]


class ImageResource(Resource):
    """Operations of `client.image`."""

    def send(
        self,
        *,
        body: BodyContent,
        media_type: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /image`.

        Args:
            body: Bytes, a file open in binary mode, a `pathlib.Path`, or an iterable of bytes.
            media_type: Media type of the body, one of `image/*`. Default: by the name of the file.
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


class AsyncImageResource(AsyncResource):
    """Operations of `client.image`."""

    async def send(
        self,
        *,
        body: BodyContent,
        media_type: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /image`.

        Args:
            body: Bytes, a file open in binary mode, a `pathlib.Path`, or an iterable of bytes.
            media_type: Media type of the body, one of `image/*`. Default: by the name of the file.
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
