# Generated from Bodies 1; do not edit.
"""The resource `bare_schema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import bare_schema as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.model import Null
    from .._core.options import Options

__all__ = [
    "AsyncBareSchemaResource",
    "BareSchemaResource",
]


class BareSchemaResource(Resource):
    """Operations of `client.bare_schema`."""

    def send(
        self,
        *,
        pet_name: str | None = None,
        age: Null | int | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /bare-schema`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A schema without a media type.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.SEND,
            body={"petName": pet_name, "age": age},
            options=options,
        )


class AsyncBareSchemaResource(AsyncResource):
    """Operations of `client.bare_schema`."""

    async def send(
        self,
        *,
        pet_name: str | None = None,
        age: Null | int | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /bare-schema`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A schema without a media type.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.SEND,
            body={"petName": pet_name, "age": age},
            options=options,
        )
