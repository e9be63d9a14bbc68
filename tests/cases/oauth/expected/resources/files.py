# Generated from OAuth 1; do not edit.
"""The resource `files`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import files as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncFilesResource",
    "FilesResource",
]


class FilesResource(Resource):
    """Operations of `client.files`."""

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """An authorization that is told by its place, as of OpenAPI 3.2.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.

        Permissions:
            `files`.
        """
        return self._call(
            _codec.LIST,
            options=options,
        )


class AsyncFilesResource(AsyncResource):
    """Operations of `client.files`."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> None:
        """An authorization that is told by its place, as of OpenAPI 3.2.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            APIError: The request failed; the class of the error says how.

        Permissions:
            `files`.
        """
        return await self._call(
            _codec.LIST,
            options=options,
        )
