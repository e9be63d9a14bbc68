# Generated from Parameters 1; do not edit.
"""The resource `contents`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import contents as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.options import Options
    from ..models.contents import Filter, FilterDict

__all__ = [
    "AsyncContentsResource",
    "ContentsResource",
]


class ContentsResource(Resource):
    """Operations of `client.contents`."""

    def get(
        self,
        filter: Filter | FilterDict,
        *,
        query_filter: Filter | FilterDict | None = None,
        header_filter: Filter | FilterDict | None = None,
        cookie_filter: Sequence[str] | None = None,
        plain: int | None = None,
        markup: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Values that have a media type, and places that write the same name in their own way.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Nothing.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            path={"filter": filter},
            query={"filter": query_filter, "plain": plain, "markup": markup},
            headers={"filter": header_filter},
            cookies={"filter": cookie_filter},
            options=options,
        )


class AsyncContentsResource(AsyncResource):
    """Operations of `client.contents`."""

    async def get(
        self,
        filter: Filter | FilterDict,
        *,
        query_filter: Filter | FilterDict | None = None,
        header_filter: Filter | FilterDict | None = None,
        cookie_filter: Sequence[str] | None = None,
        plain: int | None = None,
        markup: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Values that have a media type, and places that write the same name in their own way.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Nothing.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            path={"filter": filter},
            query={"filter": query_filter, "plain": plain, "markup": markup},
            headers={"filter": header_filter},
            cookies={"filter": cookie_filter},
            options=options,
        )
