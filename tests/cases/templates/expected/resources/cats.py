# Generated from Templates 1; do not edit.
"""The resource `cats`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import cats as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.cats import CatPage

__all__ = [
    "AsyncCatsResource",
    "CatsResource",
]


class CatsResource(Resource):
    """Operations of `client.cats`."""

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> CatPage:
        """Send `GET /cats`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page of cats.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            options=options,
        )


class AsyncCatsResource(AsyncResource):
    """Operations of `client.cats`."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> CatPage:
        """Send `GET /cats`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page of cats.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            options=options,
        )
