# Generated from Annotated 1; do not edit.
"""The resources `gardens`, `gardens.beds`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._codec import gardens_beds as _codec
from .._core.pages import AsyncPagedResource, PagedResource
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from .._core.pages import AsyncPage, Page
    from ..models.gardens_beds import Bed

__all__ = [
    "AsyncGardensBedsResource",
    "AsyncGardensResource",
    "GardensBedsResource",
    "GardensResource",
]


class GardensResource(Resource):
    """Resources of `client.gardens`."""

    @cached_property
    def beds(self) -> GardensBedsResource:
        """Operations of `client.gardens.beds`."""
        return GardensBedsResource(self._client)


class GardensBedsResource(PagedResource):
    """Operations of `client.gardens.beds`."""

    def list(
        self,
        *,
        garden_id: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Bed, None]:
        """Send `GET /gardens/{garden_id}/beds`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BEDS_LIST,
            path={"garden_id": garden_id},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )


class AsyncGardensResource(AsyncResource):
    """Resources of `client.gardens`."""

    @cached_property
    def beds(self) -> AsyncGardensBedsResource:
        """Operations of `client.gardens.beds`."""
        return AsyncGardensBedsResource(self._client)


class AsyncGardensBedsResource(AsyncPagedResource):
    """Operations of `client.gardens.beds`."""

    def list(
        self,
        *,
        garden_id: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Bed, None]:
        """Send `GET /gardens/{garden_id}/beds`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.BEDS_LIST,
            path={"garden_id": garden_id},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )
