# Generated from Operation names 1; do not edit.
"""The resource `items.parts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import items_parts as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncItemsPartsResource",
    "ItemsPartsResource",
]


class ItemsPartsResource(Resource):
    """Operations of `client.items.parts`."""

    def list(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /items/{id}/parts`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            As FastAPI makes ids.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.PARTS_LIST,
            path={"id": id},
            options=options,
        )

    def create(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /items/{id}/parts`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.PARTS_CREATE,
            path={"id": id},
            options=options,
        )

    def get(
        self,
        id: str,
        part: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /items/{id}/parts/{part}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.PARTS_GET,
            path={"id": id, "part": part},
            options=options,
        )

    def update(
        self,
        id: str,
        part: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /items/{id}/parts/{part}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.PARTS_UPDATE,
            path={"id": id, "part": part},
            options=options,
        )


class AsyncItemsPartsResource(AsyncResource):
    """Operations of `client.items.parts`."""

    async def list(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /items/{id}/parts`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            As FastAPI makes ids.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.PARTS_LIST,
            path={"id": id},
            options=options,
        )

    async def create(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /items/{id}/parts`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.PARTS_CREATE,
            path={"id": id},
            options=options,
        )

    async def get(
        self,
        id: str,
        part: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `GET /items/{id}/parts/{part}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.PARTS_GET,
            path={"id": id, "part": part},
            options=options,
        )

    async def update(
        self,
        id: str,
        part: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /items/{id}/parts/{part}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.PARTS_UPDATE,
            path={"id": id, "part": part},
            options=options,
        )
