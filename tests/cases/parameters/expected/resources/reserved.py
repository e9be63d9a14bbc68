# Generated from Parameters 1; do not edit.
"""The resource `reserved`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import reserved as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.options import Options

__all__ = [
    "AsyncReservedResource",
    "ReservedResource",
]


class ReservedResource(Resource):
    """Operations of `client.reserved`."""

    def get(
        self,
        path: str,
        *,
        ids: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /reserved/{path}`.

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
            path={"path": path},
            query={"ids": ids},
            options=options,
        )


class AsyncReservedResource(AsyncResource):
    """Operations of `client.reserved`."""

    async def get(
        self,
        path: str,
        *,
        ids: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /reserved/{path}`.

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
            path={"path": path},
            query={"ids": ids},
            options=options,
        )
