# Generated from Templates 1; do not edit.
"""The resource `dogs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import dogs as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.dogs import DogsListResponse

__all__ = [
    "AsyncDogsResource",
    "DogsResource",
]


class DogsResource(Resource):
    """Operations of `client.dogs`."""

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> DogsListResponse:
        """Send `GET /dogs`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page of dogs.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            options=options,
        )


class AsyncDogsResource(AsyncResource):
    """Operations of `client.dogs`."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> DogsListResponse:
        """Send `GET /dogs`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page of dogs.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            options=options,
        )
