# Generated from Bodies 1; do not edit.
"""The resource `any`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import any as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AnyResource",
    "AsyncAnyResource",
]


class AnyResource(Resource):
    """Operations of `client.any`."""

    def send(
        self,
        *,
        a: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /any`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEND,
            body={"a": a},
            options=options,
        )


class AsyncAnyResource(AsyncResource):
    """Operations of `client.any`."""

    async def send(
        self,
        *,
        a: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /any`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEND,
            body={"a": a},
            options=options,
        )
