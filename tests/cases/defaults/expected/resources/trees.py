# Generated from Defaults 1; do not edit.
"""The resource `trees`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import trees as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.options import Options
    from ..models.trees import Order, Tree, TreeDict

__all__ = [
    "AsyncTreesResource",
    "TreesResource",
]


class TreesResource(Resource):
    """Operations of `client.trees`."""

    def list(
        self,
        *,
        needed: str,
        size: int | None = None,
        order: Order | None = None,
        deep: bool | None = None,
        kinds: Sequence[str] | None = None,
        told: str | None = None,
        nothing: str | None = None,
        quoted: str | None = None,
        long: str | None = None,
        options: Options | None = None,
    ) -> Tree:
        """Send `GET /trees`.

        Args:
            size: 1 to 50. Default: 20.
            order: How they are sorted. Default: "asc".
            deep: Default: False.
            kinds: Default: ["oak", "elm"].
            told: By default all are told.
            quoted: Default: "a \\"\\"\\" b \\\\ c".
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Trees.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            query={
                "needed": needed,
                "size": size,
                "order": order,
                "deep": deep,
                "kinds": kinds,
                "told": told,
                "nothing": nothing,
                "quoted": quoted,
                "long": long,
            },
            options=options,
        )

    def plant(
        self,
        *,
        body: Sequence[Tree | TreeDict],
        options: Options | None = None,
    ) -> None:
        """Send `POST /trees`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Planted.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.PLANT,
            content=body,
            options=options,
        )


class AsyncTreesResource(AsyncResource):
    """Operations of `client.trees`."""

    async def list(
        self,
        *,
        needed: str,
        size: int | None = None,
        order: Order | None = None,
        deep: bool | None = None,
        kinds: Sequence[str] | None = None,
        told: str | None = None,
        nothing: str | None = None,
        quoted: str | None = None,
        long: str | None = None,
        options: Options | None = None,
    ) -> Tree:
        """Send `GET /trees`.

        Args:
            size: 1 to 50. Default: 20.
            order: How they are sorted. Default: "asc".
            deep: Default: False.
            kinds: Default: ["oak", "elm"].
            told: By default all are told.
            quoted: Default: "a \\"\\"\\" b \\\\ c".
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Trees.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            query={
                "needed": needed,
                "size": size,
                "order": order,
                "deep": deep,
                "kinds": kinds,
                "told": told,
                "nothing": nothing,
                "quoted": quoted,
                "long": long,
            },
            options=options,
        )

    async def plant(
        self,
        *,
        body: Sequence[Tree | TreeDict],
        options: Options | None = None,
    ) -> None:
        """Send `POST /trees`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Planted.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.PLANT,
            content=body,
            options=options,
        )
