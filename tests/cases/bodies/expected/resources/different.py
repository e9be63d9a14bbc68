# Generated from Bodies 1; do not edit.
"""The resource `different`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._codec import different as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.content import File
    from .._core.options import Options

__all__ = [
    "AsyncDifferentResource",
    "DifferentResource",
]


class DifferentResource(Resource):
    """Operations of `client.different`."""

    def send(
        self,
        *,
        url: str | None = None,
        file: File | None = None,
        media_type: Literal["application/json", "multipart/form-data"] | None = None,
        options: Options | None = None,
    ) -> None:
        """Either where it is, or what it is.

        Args:
            file: Bytes, a file open in binary mode, a `pathlib.Path`, or a pair of file name and
                one of these.
            media_type: Media type of the body. Default: the first of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEND,
            body={"url": url, "file": file},
            media_type=media_type,
            options=options,
        )


class AsyncDifferentResource(AsyncResource):
    """Operations of `client.different`."""

    async def send(
        self,
        *,
        url: str | None = None,
        file: File | None = None,
        media_type: Literal["application/json", "multipart/form-data"] | None = None,
        options: Options | None = None,
    ) -> None:
        """Either where it is, or what it is.

        Args:
            file: Bytes, a file open in binary mode, a `pathlib.Path`, or a pair of file name and
                one of these.
            media_type: Media type of the body. Default: the first of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEND,
            body={"url": url, "file": file},
            media_type=media_type,
            options=options,
        )
