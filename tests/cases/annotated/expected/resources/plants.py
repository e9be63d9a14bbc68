# Generated from Annotated 1; do not edit.
"""The resource `plants`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import plants as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncPlantsResource",
    "PlantsResource",
]


class PlantsResource(Resource):
    """Operations of `client.plants`."""

    def water(
        self,
        *,
        litres: int | None = None,
        options: Options | None = None,
    ) -> int:
        """Send `POST /plants`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            How much was taken.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.WATER,
            body={"l": litres},
            options=options,
        )


class AsyncPlantsResource(AsyncResource):
    """Operations of `client.plants`."""

    async def water(
        self,
        *,
        litres: int | None = None,
        options: Options | None = None,
    ) -> int:
        """Send `POST /plants`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            How much was taken.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.WATER,
            body={"l": litres},
            options=options,
        )
