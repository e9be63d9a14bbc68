"""The resource `upload`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import upload as _codec
from .._core.client import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.body import File
    from .._core.operation import Options
    from ..models.upload import UploadSendBodyAbout, UploadSendBodyAboutDict

__all__ = [
    "AsyncUploadResource",
    "UploadResource",
]


class UploadResource(Resource):
    """The operations of `upload`."""

    def send(
        self,
        *,
        file: File,
        more: Sequence[File] | None = None,
        about: UploadSendBodyAbout | UploadSendBodyAboutDict | None = None,
        note: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /upload`.

        Args:
            file: Bytes, a file open in binary mode, a path, or a pair of file name and one of
                these.
            options: Settings of this call alone: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; its class says how.
        """
        return self._call(
            _codec.SEND,
            body={"file": file, "more": more, "about": about, "note": note},
            options=options,
        )


class AsyncUploadResource(AsyncResource):
    """The operations of `upload`."""

    async def send(
        self,
        *,
        file: File,
        more: Sequence[File] | None = None,
        about: UploadSendBodyAbout | UploadSendBodyAboutDict | None = None,
        note: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /upload`.

        Args:
            file: Bytes, a file open in binary mode, a path, or a pair of file name and one of
                these.
            options: Settings of this call alone: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; its class says how.
        """
        return await self._call(
            _codec.SEND,
            body={"file": file, "more": more, "about": about, "note": note},
            options=options,
        )
