# Generated from References Anywhere API 1; do not edit.
"""The resource `boats`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._codec import boats as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.boats import Boat

__all__ = [
    "AsyncBoatsResource",
    "BoatsResource",
]


class BoatsResource(Resource):
    """Operations of `client.boats`."""

    def list(
        self,
        *,
        limit: int | None = None,
        options: Options | None = None,
    ) -> builtins.list[Boat]:
        """Send `GET /boats`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Boats.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            query={"limit": limit},
            options=options,
        )

    def get(
        self,
        id: int,
        *,
        options: Options | None = None,
    ) -> Boat:
        """Send `GET /boats/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A boat.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            path={"id": id},
            options=options,
        )


class AsyncBoatsResource(AsyncResource):
    """Operations of `client.boats`."""

    async def list(
        self,
        *,
        limit: int | None = None,
        options: Options | None = None,
    ) -> builtins.list[Boat]:
        """Send `GET /boats`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Boats.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            query={"limit": limit},
            options=options,
        )

    async def get(
        self,
        id: int,
        *,
        options: Options | None = None,
    ) -> Boat:
        """Send `GET /boats/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A boat.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            path={"id": id},
            options=options,
        )
