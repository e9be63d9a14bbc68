# Generated from Envelopes 1; do not edit.
"""The resource `pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import pets as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.pets import PetsGetResponse

__all__ = [
    "AsyncPetsResource",
    "PetsResource",
]


class PetsResource(Resource):
    """Operations of `client.pets`."""

    def get(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> PetsGetResponse:
        """Send `GET /pets/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The pet.

        Raises:
            ArgumentError: A path argument is empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            path={"id": id},
            options=options,
        )


class AsyncPetsResource(AsyncResource):
    """Operations of `client.pets`."""

    async def get(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> PetsGetResponse:
        """Send `GET /pets/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The pet.

        Raises:
            ArgumentError: A path argument is empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            path={"id": id},
            options=options,
        )
