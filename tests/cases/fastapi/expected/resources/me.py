# Generated from FastAPI 0.1.0; do not edit.
"""The resource `me`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import me as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.shared import ItemOutput

__all__ = [
    "AsyncMeResource",
    "MeResource",
]


class MeResource(Resource):
    """Operations of `client.me`."""

    def get(
        self,
        *,
        options: Options | None = None,
    ) -> ItemOutput | None:
        """Me.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Ok.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            options=options,
        )


class AsyncMeResource(AsyncResource):
    """Operations of `client.me`."""

    async def get(
        self,
        *,
        options: Options | None = None,
    ) -> ItemOutput | None:
        """Me.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Ok.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            options=options,
        )
