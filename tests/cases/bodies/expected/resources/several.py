# Generated from Bodies 1; do not edit.
"""The resource `several`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._codec import several as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.model import Null
    from .._core.options import Options

__all__ = [
    "AsyncSeveralResource",
    "SeveralResource",
]


class SeveralResource(Resource):
    """Operations of `client.several`."""

    def send(
        self,
        *,
        pet_name: str | None = None,
        age: Null | int | None = None,
        media_type: (
            Literal[
                "application/json",
                "application/merge-patch+json",
                "application/x-www-form-urlencoded",
                "application/yaml",
            ]
            | None
        ) = None,
        options: Options | None = None,
    ) -> None:
        """Send `PATCH /several`.

        Args:
            media_type: Media type of the body. Default: the first of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEND,
            body={"petName": pet_name, "age": age},
            media_type=media_type,
            options=options,
        )


class AsyncSeveralResource(AsyncResource):
    """Operations of `client.several`."""

    async def send(
        self,
        *,
        pet_name: str | None = None,
        age: Null | int | None = None,
        media_type: (
            Literal[
                "application/json",
                "application/merge-patch+json",
                "application/x-www-form-urlencoded",
                "application/yaml",
            ]
            | None
        ) = None,
        options: Options | None = None,
    ) -> None:
        """Send `PATCH /several`.

        Args:
            media_type: Media type of the body. Default: the first of these.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEND,
            body={"petName": pet_name, "age": age},
            media_type=media_type,
            options=options,
        )
