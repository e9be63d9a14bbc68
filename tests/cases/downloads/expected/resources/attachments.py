# Generated from Archive 1.0.0; do not edit.
"""The resource `attachments`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import attachments as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncAttachmentsResource",
    "AttachmentsResource",
]


class AttachmentsResource(Resource):
    """Operations of `client.attachments`."""

    def get(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Send `GET /attachments/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The attachment.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            path={"id": id},
            options=options,
        )


class AsyncAttachmentsResource(AsyncResource):
    """Operations of `client.attachments`."""

    async def get(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Send `GET /attachments/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The attachment.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            path={"id": id},
            options=options,
        )
