# Generated from Templates 1; do not edit.
"""The resource `things`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import things as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.things import Page as PageModel

__all__ = [
    "AsyncThingsResource",
    "ThingsResource",
]


class ThingsResource(Resource):
    """Operations of `client.things`."""

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> PageModel:
        """Send `GET /things`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page of whatever.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            options=options,
        )


class AsyncThingsResource(AsyncResource):
    """Operations of `client.things`."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> PageModel:
        """Send `GET /things`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page of whatever.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            options=options,
        )
