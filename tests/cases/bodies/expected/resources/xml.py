# Generated from Bodies 1; do not edit.
"""The resource `xml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import xml as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncXmlResource",
    "XmlResource",
]


class XmlResource(Resource):
    """Operations of `client.xml`."""

    def send(
        self,
        *,
        body: str | bytes | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /xml`.

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


class AsyncXmlResource(AsyncResource):
    """Operations of `client.xml`."""

    async def send(
        self,
        *,
        body: str | bytes | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /xml`.

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
