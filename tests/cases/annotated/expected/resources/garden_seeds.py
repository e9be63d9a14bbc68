# Generated from Annotated 1; do not edit.
"""The resource `garden.seeds`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import garden_seeds as _codec
from .._core.pages import AsyncPagedResource, PagedResource

if TYPE_CHECKING:
    from .._core.options import Options
    from .._core.pages import AsyncPage, Page
    from ..models.shared import Plant

__all__ = [
    "AsyncGardenSeedsResource",
    "GardenSeedsResource",
]


class GardenSeedsResource(PagedResource):
    """Operations of `client.garden.seeds`."""

    def every(
        self,
        *,
        page: int | None = None,
        sort_by: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Plant, None]:
        """Send `GET /seeds`.

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
            _codec.SEEDS_EVERY,
            query={"page": page, "s": sort_by},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def search(
        self,
        *,
        cursor: str | None = None,
        query: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Plant, None]:
        """Send `POST /seeds`.

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
            _codec.SEEDS_SEARCH,
            body={"cursor": cursor, "query": query},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )


class AsyncGardenSeedsResource(AsyncPagedResource):
    """Operations of `client.garden.seeds`."""

    def every(
        self,
        *,
        page: int | None = None,
        sort_by: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Plant, None]:
        """Send `GET /seeds`.

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
            _codec.SEEDS_EVERY,
            query={"page": page, "s": sort_by},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def search(
        self,
        *,
        cursor: str | None = None,
        query: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Plant, None]:
        """Send `POST /seeds`.

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
            _codec.SEEDS_SEARCH,
            body={"cursor": cursor, "query": query},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )
