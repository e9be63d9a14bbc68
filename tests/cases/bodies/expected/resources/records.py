# Generated from Bodies 1; do not edit.
"""The resource `records`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import records as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.options import Options
    from ..models.shared import Pet, PetDict

__all__ = [
    "AsyncRecordsResource",
    "RecordsResource",
]


class RecordsResource(Resource):
    """Operations of `client.records`."""

    def send(
        self,
        *,
        body: Sequence[Pet | PetDict],
        options: Options | None = None,
    ) -> None:
        """Send `POST /records`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEND,
            content=body,
            options=options,
        )


class AsyncRecordsResource(AsyncResource):
    """Operations of `client.records`."""

    async def send(
        self,
        *,
        body: Sequence[Pet | PetDict],
        options: Options | None = None,
    ) -> None:
        """Send `POST /records`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEND,
            content=body,
            options=options,
        )
