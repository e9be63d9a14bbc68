# Generated from FastAPI 0.1.0; do not edit.
"""Methods of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import client as _codec
from .._core.resource import AsyncClientMethods, ClientMethods

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.content import File
    from .._core.model import Null
    from .._core.options import Options

__all__ = [
    "AsyncRootResource",
    "RootResource",
]


class RootResource(ClientMethods):
    """Methods of the client itself."""

    def upload(
        self,
        *,
        files: Sequence[File],
        note: Null | str | None = None,
        one: File | None = None,
        options: Options | None = None,
    ) -> dict[str, int]:
        """Upload.

        Args:
            one: Bytes, a file open in binary mode, a `pathlib.Path`, or a pair of file name and one
                of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Ok.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.UPLOAD,
            body={"files": files, "note": note, "one": one},
            options=options,
        )


class AsyncRootResource(AsyncClientMethods):
    """Methods of the client itself."""

    async def upload(
        self,
        *,
        files: Sequence[File],
        note: Null | str | None = None,
        one: File | None = None,
        options: Options | None = None,
    ) -> dict[str, int]:
        """Upload.

        Args:
            one: Bytes, a file open in binary mode, a `pathlib.Path`, or a pair of file name and one
                of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Ok.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.UPLOAD,
            body={"files": files, "note": note, "one": one},
            options=options,
        )
