# Generated from Bodies 1; do not edit.
"""The resource `text`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import text as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncTextResource",
    "TextResource",
]


class TextResource(Resource):
    """Operations of `client.text`."""

    def send(
        self,
        *,
        body: str | bytes,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /text`.

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


class AsyncTextResource(AsyncResource):
    """Operations of `client.text`."""

    async def send(
        self,
        *,
        body: str | bytes,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /text`.

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
