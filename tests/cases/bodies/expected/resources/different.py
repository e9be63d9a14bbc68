"""The resource `different`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import different as _codec
from .._core.client import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.operation import Options

__all__ = [
    "AsyncDifferentResource",
    "DifferentResource",
]


class DifferentResource(Resource):
    """The operations of `different`."""

    def send(
        self,
        *,
        url: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Either where it is, or what it is.

        Args:
            options: Settings of this call alone: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; its class says how.
        """
        return self._call(
            _codec.SEND,
            body={"url": url},
            options=options,
        )


class AsyncDifferentResource(AsyncResource):
    """The operations of `different`."""

    async def send(
        self,
        *,
        url: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Either where it is, or what it is.

        Args:
            options: Settings of this call alone: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; its class says how.
        """
        return await self._call(
            _codec.SEND,
            body={"url": url},
            options=options,
        )
