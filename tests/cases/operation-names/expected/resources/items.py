# Generated from Operation names 1; do not edit.
"""The resource `items`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._codec import items as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from .items_parts import AsyncItemsPartsResource, ItemsPartsResource

__all__ = [
    "AsyncItemsResource",
    "ItemsResource",
]


class ItemsResource(Resource):
    """Operations of `client.items`."""

    @cached_property
    def parts(self) -> ItemsPartsResource:
        """Operations of `client.items.parts`."""
        from .items_parts import ItemsPartsResource

        return ItemsPartsResource(self._client)

    def archive(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /items/{id}/archive`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.ARCHIVE,
            path={"id": id},
            options=options,
        )


class AsyncItemsResource(AsyncResource):
    """Operations of `client.items`."""

    @cached_property
    def parts(self) -> AsyncItemsPartsResource:
        """Operations of `client.items.parts`."""
        from .items_parts import AsyncItemsPartsResource

        return AsyncItemsPartsResource(self._client)

    async def archive(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> None:
        """Send `POST /items/{id}/archive`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Fine.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.ARCHIVE,
            path={"id": id},
            options=options,
        )
