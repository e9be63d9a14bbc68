# Generated from Bodies 1; do not edit.
"""Methods of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import client as _codec
from .._core.resource import AsyncClientMethods, ClientMethods

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.content import File
    from .._core.options import Options
    from ..models.client import UploadBodyAbout, UploadBodyAboutDict
    from ..models.shared import Pet, PetDict

__all__ = [
    "AsyncRootResource",
    "RootResource",
]


class RootResource(ClientMethods):
    """Methods of the client itself."""

    def upload(
        self,
        *,
        file: File,
        more: Sequence[File] | None = None,
        about: UploadBodyAbout | UploadBodyAboutDict | None = None,
        note: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /upload`.

        Args:
            file: Bytes, a file open in binary mode, a `pathlib.Path`, or a pair of file name and
                one of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.UPLOAD,
            body={"file": file, "more": more, "about": about, "note": note},
            options=options,
        )

    def list(
        self,
        *,
        body: Sequence[Pet | PetDict] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /list`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            content=body,
            options=options,
        )


class AsyncRootResource(AsyncClientMethods):
    """Methods of the client itself."""

    async def upload(
        self,
        *,
        file: File,
        more: Sequence[File] | None = None,
        about: UploadBodyAbout | UploadBodyAboutDict | None = None,
        note: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /upload`.

        Args:
            file: Bytes, a file open in binary mode, a `pathlib.Path`, or a pair of file name and
                one of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.UPLOAD,
            body={"file": file, "more": more, "about": about, "note": note},
            options=options,
        )

    async def list(
        self,
        *,
        body: Sequence[Pet | PetDict] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /list`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            content=body,
            options=options,
        )
