# Generated from Templates 1; do not edit.
"""The resource `trees`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import trees as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.trees import FruitTree

__all__ = [
    "AsyncTreesResource",
    "TreesResource",
]


class TreesResource(Resource):
    """Operations of `client.trees`."""

    def get(
        self,
        *,
        options: Options | None = None,
    ) -> FruitTree:
        """Send `GET /trees`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A tree.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            options=options,
        )


class AsyncTreesResource(AsyncResource):
    """Operations of `client.trees`."""

    async def get(
        self,
        *,
        options: Options | None = None,
    ) -> FruitTree:
        """Send `GET /trees`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A tree.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            options=options,
        )
