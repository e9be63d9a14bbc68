# Generated from Bodies 1; do not edit.
"""The resource `parts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import parts as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.options import Options
    from ..models.shared import Pet, PetDict

__all__ = [
    "AsyncPartsResource",
    "PartsResource",
]


class PartsResource(Resource):
    """Operations of `client.parts`."""

    def send(
        self,
        *,
        ids: Sequence[int] | None = None,
        pet: Pet | PetDict | None = None,
        names: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /parts`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEND,
            body={"ids": ids, "pet": pet, "names": names},
            options=options,
        )


class AsyncPartsResource(AsyncResource):
    """Operations of `client.parts`."""

    async def send(
        self,
        *,
        ids: Sequence[int] | None = None,
        pet: Pet | PetDict | None = None,
        names: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /parts`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEND,
            body={"ids": ids, "pet": pet, "names": names},
            options=options,
        )
