# Generated from Archive 1.0.0; do not edit.
"""The resource `scans`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import scans as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncScansResource",
    "ScansResource",
]


class ScansResource(Resource):
    """Operations of `client.scans`."""

    def get_content(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Send `GET /scans/{id}/content`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The scan.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET_CONTENT,
            path={"id": id},
            options=options,
        )


class AsyncScansResource(AsyncResource):
    """Operations of `client.scans`."""

    async def get_content(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Send `GET /scans/{id}/content`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The scan.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET_CONTENT,
            path={"id": id},
            options=options,
        )
