# Generated from Enumerations 1; do not edit.
"""The resource `reactions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._codec import reactions as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.model import Null
    from .._core.options import Options
    from ..models.reactions import Content, Reaction

__all__ = [
    "AsyncReactionsResource",
    "ReactionsResource",
]


class ReactionsResource(Resource):
    """Operations of `client.reactions`."""

    def create(
        self,
        *,
        content: Content,
        kind: Literal["reaction"] = "reaction",
        mixed: Null | Literal["auto", 1, True] | None = None,
        ratio: Literal["auto"] | float | None = None,
        flag: bool | None = None,
        tags: Sequence[Literal["red", "blue"]] | None = None,
        nothing: None = None,
        plus_1: int | None = None,
        minus_1: int | None = None,
        a_b: str | None = None,
        body_a_b: str | None = None,
        options: Options | None = None,
    ) -> Reaction:
        """Send `POST /reactions`.

        Args:
            content: How one feels about it.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.CREATE,
            body={
                "content": content,
                "kind": kind,
                "mixed": mixed,
                "ratio": ratio,
                "flag": flag,
                "tags": tags,
                "nothing": nothing,
                "+1": plus_1,
                "-1": minus_1,
                "a-b": a_b,
                "a_b": body_a_b,
            },
            options=options,
        )


class AsyncReactionsResource(AsyncResource):
    """Operations of `client.reactions`."""

    async def create(
        self,
        *,
        content: Content,
        kind: Literal["reaction"] = "reaction",
        mixed: Null | Literal["auto", 1, True] | None = None,
        ratio: Literal["auto"] | float | None = None,
        flag: bool | None = None,
        tags: Sequence[Literal["red", "blue"]] | None = None,
        nothing: None = None,
        plus_1: int | None = None,
        minus_1: int | None = None,
        a_b: str | None = None,
        body_a_b: str | None = None,
        options: Options | None = None,
    ) -> Reaction:
        """Send `POST /reactions`.

        Args:
            content: How one feels about it.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.CREATE,
            body={
                "content": content,
                "kind": kind,
                "mixed": mixed,
                "ratio": ratio,
                "flag": flag,
                "tags": tags,
                "nothing": nothing,
                "+1": plus_1,
                "-1": minus_1,
                "a-b": a_b,
                "a_b": body_a_b,
            },
            options=options,
        )
