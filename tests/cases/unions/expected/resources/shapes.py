# Generated from Unions 1; do not edit.
"""The resource `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import shapes as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.model import Null
    from .._core.options import Options
    from ..models.shapes import (
        Account,
        AccountDict,
        Circle,
        CircleDict,
        Event,
        EventDict,
        Pet,
        PetDict,
        Shape,
        ShapeDict,
        Untold,
        UntoldDict,
    )
    from ..models.shapes_drawing import (
        Drawing,
        DrawingFill,
        DrawingFillDict,
        DrawingOneOrMany,
        DrawingOneOrManyDict,
        DrawingSeveral,
        DrawingSeveralDict,
    )
    from ..models.shapes_signs import Signs, SignsDict

__all__ = [
    "AsyncShapesResource",
    "ShapesResource",
]


class ShapesResource(Resource):
    """Operations of `client.shapes`."""

    def create(
        self,
        *,
        shape: Shape | ShapeDict | None = None,
        pet: Pet | PetDict | None = None,
        event: Event | EventDict | None = None,
        untold: Untold | UntoldDict | None = None,
        id: Null | str | int | None = None,
        one_or_many: DrawingOneOrMany | DrawingOneOrManyDict | None = None,
        maybe: Null | Circle | CircleDict | None = None,
        several: DrawingSeveral | DrawingSeveralDict | None = None,
        account: Account | AccountDict | None = None,
        signs: Signs | SignsDict | None = None,
        fill: DrawingFill | DrawingFillDict | None = None,
        options: Options | None = None,
    ) -> Drawing:
        """Send `POST /shapes`.

        Args:
            shape: A shape.
            account: An account, with what its kind adds.
            signs: What tells variants apart that have no tag.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.CREATE,
            body={
                "shape": shape,
                "pet": pet,
                "event": event,
                "untold": untold,
                "id": id,
                "one_or_many": one_or_many,
                "maybe": maybe,
                "several": several,
                "account": account,
                "signs": signs,
                "fill": fill,
            },
            options=options,
        )


class AsyncShapesResource(AsyncResource):
    """Operations of `client.shapes`."""

    async def create(
        self,
        *,
        shape: Shape | ShapeDict | None = None,
        pet: Pet | PetDict | None = None,
        event: Event | EventDict | None = None,
        untold: Untold | UntoldDict | None = None,
        id: Null | str | int | None = None,
        one_or_many: DrawingOneOrMany | DrawingOneOrManyDict | None = None,
        maybe: Null | Circle | CircleDict | None = None,
        several: DrawingSeveral | DrawingSeveralDict | None = None,
        account: Account | AccountDict | None = None,
        signs: Signs | SignsDict | None = None,
        fill: DrawingFill | DrawingFillDict | None = None,
        options: Options | None = None,
    ) -> Drawing:
        """Send `POST /shapes`.

        Args:
            shape: A shape.
            account: An account, with what its kind adds.
            signs: What tells variants apart that have no tag.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.CREATE,
            body={
                "shape": shape,
                "pet": pet,
                "event": event,
                "untold": untold,
                "id": id,
                "one_or_many": one_or_many,
                "maybe": maybe,
                "several": several,
                "account": account,
                "signs": signs,
                "fill": fill,
            },
            options=options,
        )
