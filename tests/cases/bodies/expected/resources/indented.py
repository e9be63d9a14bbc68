# Generated from Bodies 1; do not edit.
"""The resource `indented`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import indented as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.model import Null
    from .._core.options import Options

__all__ = [
    "AsyncIndentedResource",
    "IndentedResource",
]


class IndentedResource(Resource):
    """Operations of `client.indented`."""

    def send(
        self,
        *,
        pet_name: str | None = None,
        age: Null | int | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /indented`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The examples are indented by one level too few.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEND,
            body={"petName": pet_name, "age": age},
            options=options,
        )


class AsyncIndentedResource(AsyncResource):
    """Operations of `client.indented`."""

    async def send(
        self,
        *,
        pet_name: str | None = None,
        age: Null | int | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /indented`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The examples are indented by one level too few.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEND,
            body={"petName": pet_name, "age": age},
            options=options,
        )
