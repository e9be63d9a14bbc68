# Generated from Bodies 1; do not edit.
"""The resource `optional`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import optional as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.model import Null
    from .._core.options import Options

__all__ = [
    "AsyncOptionalResource",
    "OptionalResource",
]


class OptionalResource(Resource):
    """Operations of `client.optional`."""

    def send(
        self,
        *,
        x: int | None = None,
        pet_name: str | None = None,
        age: Null | int | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /optional`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEND,
            query={"x": x},
            body={"petName": pet_name, "age": age},
            options=options,
        )

    def update(
        self,
        *,
        x: int | None = None,
        pet_name: str | None = None,
        age: Null | int | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /optional`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Documents that say nothing mostly mean that a body is wanted.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.UPDATE,
            query={"x": x},
            body={"petName": pet_name, "age": age},
            options=options,
        )

    def delete(
        self,
        *,
        x: int | None = None,
        pet_name: str | None = None,
        age: Null | int | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `DELETE /optional`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DELETE,
            query={"x": x},
            body={"petName": pet_name, "age": age},
            options=options,
        )


class AsyncOptionalResource(AsyncResource):
    """Operations of `client.optional`."""

    async def send(
        self,
        *,
        x: int | None = None,
        pet_name: str | None = None,
        age: Null | int | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /optional`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEND,
            query={"x": x},
            body={"petName": pet_name, "age": age},
            options=options,
        )

    async def update(
        self,
        *,
        x: int | None = None,
        pet_name: str | None = None,
        age: Null | int | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `PUT /optional`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Documents that say nothing mostly mean that a body is wanted.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.UPDATE,
            query={"x": x},
            body={"petName": pet_name, "age": age},
            options=options,
        )

    async def delete(
        self,
        *,
        x: int | None = None,
        pet_name: str | None = None,
        age: Null | int | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `DELETE /optional`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Sent.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DELETE,
            query={"x": x},
            body={"petName": pet_name, "age": age},
            options=options,
        )
