"""The resource `list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import list as _codec
from .._core.client import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.operation import Options
    from ..models.shared import Pet, PetDict

__all__ = [
    "AsyncListResource",
    "ListResource",
]


class ListResource(Resource):
    """The operations of `list`."""

    def send(
        self,
        *,
        body: Sequence[Pet | PetDict] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /list`.

        Args:
            options: Settings of this call alone: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; its class says how.
        """
        return self._call(
            _codec.SEND,
            content=body,
            options=options,
        )


class AsyncListResource(AsyncResource):
    """The operations of `list`."""

    async def send(
        self,
        *,
        body: Sequence[Pet | PetDict] | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /list`.

        Args:
            options: Settings of this call alone: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; its class says how.
        """
        return await self._call(
            _codec.SEND,
            content=body,
            options=options,
        )
