# Generated from Parameters 1; do not edit.
"""The resource `same`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import same as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options

__all__ = [
    "AsyncSameResource",
    "SameResource",
]


class SameResource(Resource):
    """Operations of `client.same`."""

    def get(
        self,
        id: str,
        *,
        query_id: str | None = None,
        header_id: str | None = None,
        self_: str | None = None,
        options_: str | None = None,
        class_: str | None = None,
        filter_name: str | None = None,
        accept: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Names that are used in several places, or that Python or the client need themselves.

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
            path={"id": id},
            query={
                "id": query_id,
                "self": self_,
                "options": options_,
                "class": class_,
                "filter[name]": filter_name,
            },
            headers={"id": header_id, "Accept": accept},
            options=options,
        )


class AsyncSameResource(AsyncResource):
    """Operations of `client.same`."""

    async def get(
        self,
        id: str,
        *,
        query_id: str | None = None,
        header_id: str | None = None,
        self_: str | None = None,
        options_: str | None = None,
        class_: str | None = None,
        filter_name: str | None = None,
        accept: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Names that are used in several places, or that Python or the client need themselves.

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
            path={"id": id},
            query={
                "id": query_id,
                "self": self_,
                "options": options_,
                "class": class_,
                "filter[name]": filter_name,
            },
            headers={"id": header_id, "Accept": accept},
            options=options,
        )
