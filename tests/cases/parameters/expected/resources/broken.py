# Generated from Parameters 1; do not edit.
"""The resource `broken`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import broken as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncBrokenResource",
    "BrokenResource",
]


class BrokenResource(Resource):
    """Operations of `client.broken`."""

    def get(
        self,
        forgotten: str,
        case: int,
        *,
        nowhere: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /broken/{forgotten}/{Case}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Nothing.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            path={"forgotten": forgotten, "Case": case},
            query={"nowhere": nowhere},
            options=options,
        )


class AsyncBrokenResource(AsyncResource):
    """Operations of `client.broken`."""

    async def get(
        self,
        forgotten: str,
        case: int,
        *,
        nowhere: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /broken/{forgotten}/{Case}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Nothing.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            path={"forgotten": forgotten, "Case": case},
            query={"nowhere": nowhere},
            options=options,
        )
