# Generated from Parameters 1; do not edit.
"""The resource `styles`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import styles as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.options import Options
    from ..models.styles import Point, PointDict

__all__ = [
    "AsyncStylesResource",
    "StylesResource",
]


class StylesResource(Resource):
    """Operations of `client.styles`."""

    def get(
        self,
        simple: Sequence[str],
        label: Sequence[str],
        matrix: Sequence[int],
        object: Point | PointDict,
        *,
        limit: float | None = None,
        tags: Sequence[str] | None = None,
        ids: Sequence[int] | None = None,
        words: Sequence[str] | None = None,
        bars: Sequence[str] | None = None,
        deep: Point | PointDict | None = None,
        where: Point | PointDict | None = None,
        link: str | None = None,
        x_numbers: Sequence[int] | None = None,
        x_point: Point | PointDict | None = None,
        session: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /styles/{simple}/{label}/{matrix}/{object}`.

        Args:
            limit: It overrides the one of the path.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Nothing.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            path={"simple": simple, "label": label, "matrix": matrix, "object": object},
            query={
                "limit": limit,
                "tags": tags,
                "ids": ids,
                "words": words,
                "bars": bars,
                "deep": deep,
                "where": where,
                "link": link,
            },
            headers={"X-Numbers": x_numbers, "X-Point": x_point},
            cookies={"session": session},
            options=options,
        )


class AsyncStylesResource(AsyncResource):
    """Operations of `client.styles`."""

    async def get(
        self,
        simple: Sequence[str],
        label: Sequence[str],
        matrix: Sequence[int],
        object: Point | PointDict,
        *,
        limit: float | None = None,
        tags: Sequence[str] | None = None,
        ids: Sequence[int] | None = None,
        words: Sequence[str] | None = None,
        bars: Sequence[str] | None = None,
        deep: Point | PointDict | None = None,
        where: Point | PointDict | None = None,
        link: str | None = None,
        x_numbers: Sequence[int] | None = None,
        x_point: Point | PointDict | None = None,
        session: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Send `GET /styles/{simple}/{label}/{matrix}/{object}`.

        Args:
            limit: It overrides the one of the path.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Nothing.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            path={"simple": simple, "label": label, "matrix": matrix, "object": object},
            query={
                "limit": limit,
                "tags": tags,
                "ids": ids,
                "words": words,
                "bars": bars,
                "deep": deep,
                "where": where,
                "link": link,
            },
            headers={"X-Numbers": x_numbers, "X-Point": x_point},
            cookies={"session": session},
            options=options,
        )
