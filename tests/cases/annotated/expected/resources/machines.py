# Generated from Annotated 1; do not edit.
"""The resource `machines`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import machines as _codec
from .._core.pages import AsyncPagedResource, PagedResource

if TYPE_CHECKING:
    from .._core.options import Options
    from .._core.pages import AsyncPage, Page
    from ..models.machines import MachinesStateResponse
    from ..models.shared import Plant

__all__ = [
    "AsyncMachinesResource",
    "MachinesResource",
]


class MachinesResource(PagedResource):
    """Operations of `client.machines`."""

    def list(
        self,
        *,
        top: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Plant, None]:
        """Send `GET /machines`.

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
            _codec.LIST,
            query={"$top": top},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def state(
        self,
        *,
        options: Options | None = None,
    ) -> MachinesStateResponse:
        """Send `GET /machines/state`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            How the machines are, which is no list.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.STATE,
            options=options,
        )


class AsyncMachinesResource(AsyncPagedResource):
    """Operations of `client.machines`."""

    def list(
        self,
        *,
        top: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Plant, None]:
        """Send `GET /machines`.

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
            _codec.LIST,
            query={"$top": top},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    async def state(
        self,
        *,
        options: Options | None = None,
    ) -> MachinesStateResponse:
        """Send `GET /machines/state`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            How the machines are, which is no list.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.STATE,
            options=options,
        )
