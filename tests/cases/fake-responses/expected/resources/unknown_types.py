# Generated from Fake 1.0.0; do not edit.
"""The resource `unknown_types`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import unknown_types as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.unknown_types import UnknownTypesListResponse

__all__ = [
    "AsyncUnknownTypesResource",
    "UnknownTypesResource",
]


class UnknownTypesResource(Resource):
    """Operations of `client.unknown_types`."""

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> UnknownTypesListResponse:
        """Send `GET /unknown-types`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Types that JSON Schema does not have.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            options=options,
        )


class AsyncUnknownTypesResource(AsyncResource):
    """Operations of `client.unknown_types`."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> UnknownTypesListResponse:
        """Send `GET /unknown-types`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Types that JSON Schema does not have.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            options=options,
        )
