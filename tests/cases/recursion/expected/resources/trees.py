# Generated from Recursion 1; do not edit.
"""The resource `trees`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import trees as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._core.options import Options
    from ..models.trees import Event, EventDict, Forest, Json, JsonDict, Tree, TreeDict

__all__ = [
    "AsyncTreesResource",
    "TreesResource",
]


class TreesResource(Resource):
    """Operations of `client.trees`."""

    def replace(
        self,
        *,
        leaf_count: int | None = None,
        parent: Tree | TreeDict | None = None,
        children: Sequence[Tree | TreeDict] | None = None,
        by_name: Mapping[str, Tree | TreeDict] | None = None,
        value: Json | JsonDict | None = None,
        planted: Event | EventDict | None = None,
        options: Options | None = None,
    ) -> Tree:
        """Send `PUT /trees`.

        Args:
            value: Any JSON value.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The tree.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.REPLACE,
            body={
                "leafCount": leaf_count,
                "parent": parent,
                "children": children,
                "byName": by_name,
                "value": value,
                "planted": planted,
            },
            options=options,
        )

    def get_forest(
        self,
        *,
        options: Options | None = None,
    ) -> Forest:
        """Send `GET /forest`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET_FOREST,
            options=options,
        )


class AsyncTreesResource(AsyncResource):
    """Operations of `client.trees`."""

    async def replace(
        self,
        *,
        leaf_count: int | None = None,
        parent: Tree | TreeDict | None = None,
        children: Sequence[Tree | TreeDict] | None = None,
        by_name: Mapping[str, Tree | TreeDict] | None = None,
        value: Json | JsonDict | None = None,
        planted: Event | EventDict | None = None,
        options: Options | None = None,
    ) -> Tree:
        """Send `PUT /trees`.

        Args:
            value: Any JSON value.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The tree.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.REPLACE,
            body={
                "leafCount": leaf_count,
                "parent": parent,
                "children": children,
                "byName": by_name,
                "value": value,
                "planted": planted,
            },
            options=options,
        )

    async def get_forest(
        self,
        *,
        options: Options | None = None,
    ) -> Forest:
        """Send `GET /forest`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET_FOREST,
            options=options,
        )
