# Generated from Annotated 1; do not edit.
"""The resources `garden`, `garden.plants`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._codec import garden_plants as _codec
from .._core.pages import AsyncPagedResource, PagedResource
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from .._core.pages import AsyncPage, Page
    from ..models.shared import Plant
    from .garden_seeds import AsyncGardenSeedsResource, GardenSeedsResource

__all__ = [
    "AsyncGardenPlantsResource",
    "AsyncGardenResource",
    "GardenPlantsResource",
    "GardenResource",
]


class GardenResource(Resource):
    """Resources of `client.garden`."""

    @cached_property
    def plants(self) -> GardenPlantsResource:
        """Operations of `client.garden.plants`."""
        return GardenPlantsResource(self._client)

    @cached_property
    def seeds(self) -> GardenSeedsResource:
        """Operations of `client.garden.seeds`."""
        from .garden_seeds import GardenSeedsResource

        return GardenSeedsResource(self._client)


class GardenPlantsResource(PagedResource):
    """Operations of `client.garden.plants`."""

    def all(
        self,
        *,
        after: str | None = None,
        search_terms: str | None = None,
        tenant_id: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Plant, None]:
        """Send `GET /plants`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.PLANTS_ALL,
            query={"after": after, "q": search_terms, "tenant_id": tenant_id},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )


class AsyncGardenResource(AsyncResource):
    """Resources of `client.garden`."""

    @cached_property
    def plants(self) -> AsyncGardenPlantsResource:
        """Operations of `client.garden.plants`."""
        return AsyncGardenPlantsResource(self._client)

    @cached_property
    def seeds(self) -> AsyncGardenSeedsResource:
        """Operations of `client.garden.seeds`."""
        from .garden_seeds import AsyncGardenSeedsResource

        return AsyncGardenSeedsResource(self._client)


class AsyncGardenPlantsResource(AsyncPagedResource):
    """Operations of `client.garden.plants`."""

    def all(
        self,
        *,
        after: str | None = None,
        search_terms: str | None = None,
        tenant_id: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Plant, None]:
        """Send `GET /plants`.

        Args:
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.PLANTS_ALL,
            query={"after": after, "q": search_terms, "tenant_id": tenant_id},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )
