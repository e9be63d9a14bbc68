# Generated from Nulls 1; do not edit.
"""The resource `nulls`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._codec import nulls as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.model import Null
    from .._core.options import Options
    from ..models.nulls import Level, Nulls, NullsUnion, NullsUnionDict, Part, PartDict

__all__ = [
    "AsyncNullsResource",
    "NullsResource",
]


class NullsResource(Resource):
    """Operations of `client.nulls`."""

    def replace(
        self,
        *,
        required: str | None,
        level: Level | None,
        optional: Null | str | None = None,
        part: Null | Part | PartDict | None = None,
        maybe: Part | PartDict | None = None,
        list: Null | Sequence[str | None] | None = None,
        union: Null | NullsUnion | NullsUnionDict | None = None,
        any: Null | Any | None = None,
        options: Options | None = None,
    ) -> Nulls:
        """Send `PUT /nulls`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.REPLACE,
            body={
                "required": required,
                "level": level,
                "optional": optional,
                "part": part,
                "maybe": maybe,
                "list": list,
                "union": union,
                "any": any,
            },
            options=options,
        )


class AsyncNullsResource(AsyncResource):
    """Operations of `client.nulls`."""

    async def replace(
        self,
        *,
        required: str | None,
        level: Level | None,
        optional: Null | str | None = None,
        part: Null | Part | PartDict | None = None,
        maybe: Part | PartDict | None = None,
        list: Null | Sequence[str | None] | None = None,
        union: Null | NullsUnion | NullsUnionDict | None = None,
        any: Null | Any | None = None,
        options: Options | None = None,
    ) -> Nulls:
        """Send `PUT /nulls`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.REPLACE,
            body={
                "required": required,
                "level": level,
                "optional": optional,
                "part": part,
                "maybe": maybe,
                "list": list,
                "union": union,
                "any": any,
            },
            options=options,
        )
