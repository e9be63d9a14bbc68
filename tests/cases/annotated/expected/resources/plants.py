"""The resource `plants`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.client import AsyncResource, Resource
from .._wire import plants as wire

if TYPE_CHECKING:
    from .._core.operation import Options

__all__ = [
    "AsyncPlantsResource",
    "PlantsResource",
]


class PlantsResource(Resource):
    """The operations of `plants`."""

    def water(
        self,
        *,
        litres: int | None = None,
        options: Options | None = None,
    ) -> int:
        """Send `POST /plants`.

        Args:
            options: Settings of this call alone: headers, timeout, retries and more.

        Returns:
            How much was taken.

        Raises:
            APIError: The request failed; its class says how.
        """
        return self._call(
            wire.WATER,
            body={"l": litres},
            options=options,
        )


class AsyncPlantsResource(AsyncResource):
    """The operations of `plants`."""

    async def water(
        self,
        *,
        litres: int | None = None,
        options: Options | None = None,
    ) -> int:
        """Send `POST /plants`.

        Args:
            options: Settings of this call alone: headers, timeout, retries and more.

        Returns:
            How much was taken.

        Raises:
            APIError: The request failed; its class says how.
        """
        return await self._call(
            wire.WATER,
            body={"l": litres},
            options=options,
        )
