# Generated from References 1; do not edit.
"""The resource `pets`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any

from .._codec import pets as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.pets import (
        BasePart,
        BasePartDict,
        Box,
        BoxSibling,
        BoxSiblingDict,
        Far,
        FarDict,
        Local,
        LocalDict,
        OddName100,
        OddName100Dict,
        PetsGetResponse,
        PetsIDGetResponseTag,
        PetsIDGetResponseTagDict,
        Refined,
        RefinedDict,
    )

__all__ = [
    "AsyncPetsResource",
    "PetsResource",
]


class PetsResource(Resource):
    """Operations of `client.pets`."""

    def get(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> PetsGetResponse:
        """Send `GET /pets/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The pet.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            path={"id": id},
            options=options,
        )

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.list[PetsGetResponse]:
        """Send `GET /pets`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LIST,
            options=options,
        )

    def replace(
        self,
        *,
        odd: OddName100 | OddName100Dict | None = None,
        tag: PetsIDGetResponseTag | PetsIDGetResponseTagDict | None = None,
        far: Far | FarDict | None = None,
        sibling: BoxSibling | BoxSiblingDict | None = None,
        inner: BasePart | BasePartDict | None = None,
        local: Local | LocalDict | None = None,
        lost: Any = None,
        refined: Refined | RefinedDict | None = None,
        options: Options | None = None,
    ) -> Box:
        """Send `PUT /pets`.

        Args:
            sibling: With more.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.REPLACE,
            body={
                "odd": odd,
                "tag": tag,
                "far": far,
                "sibling": sibling,
                "inner": inner,
                "local": local,
                "lost": lost,
                "refined": refined,
            },
            options=options,
        )


class AsyncPetsResource(AsyncResource):
    """Operations of `client.pets`."""

    async def get(
        self,
        id: str,
        *,
        options: Options | None = None,
    ) -> PetsGetResponse:
        """Send `GET /pets/{id}`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The pet.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            path={"id": id},
            options=options,
        )

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> builtins.list[PetsGetResponse]:
        """Send `GET /pets`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LIST,
            options=options,
        )

    async def replace(
        self,
        *,
        odd: OddName100 | OddName100Dict | None = None,
        tag: PetsIDGetResponseTag | PetsIDGetResponseTagDict | None = None,
        far: Far | FarDict | None = None,
        sibling: BoxSibling | BoxSiblingDict | None = None,
        inner: BasePart | BasePartDict | None = None,
        local: Local | LocalDict | None = None,
        lost: Any = None,
        refined: Refined | RefinedDict | None = None,
        options: Options | None = None,
    ) -> Box:
        """Send `PUT /pets`.

        Args:
            sibling: With more.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.REPLACE,
            body={
                "odd": odd,
                "tag": tag,
                "far": far,
                "sibling": sibling,
                "inner": inner,
                "local": local,
                "lost": lost,
                "refined": refined,
            },
            options=options,
        )
