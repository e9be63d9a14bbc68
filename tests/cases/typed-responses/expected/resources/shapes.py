# Generated from Typed responses 1; do not edit.
"""The resource `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import shapes as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.shapes import Shape, ShapeDict

__all__ = [
    "AsyncShapesResource",
    "ShapesResource",
]


class ShapesResource(Resource):
    """Operations of `client.shapes`."""

    def draw(
        self,
        *,
        shape: Shape | ShapeDict | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /shapes`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Drawn.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DRAW,
            body={"shape": shape},
            options=options,
        )


class AsyncShapesResource(AsyncResource):
    """Operations of `client.shapes`."""

    async def draw(
        self,
        *,
        shape: Shape | ShapeDict | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `POST /shapes`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Drawn.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DRAW,
            body={"shape": shape},
            options=options,
        )
