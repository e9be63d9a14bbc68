# Generated from 用户 1; do not edit.
"""The resource `用户管理`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import 用户管理_ as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from datetime import date

    from .._core.options import Options
    from ..models.用户管理_ import Result用户信息, 用户信息, 用户管理, 用户管理Dict, 角色

__all__ = [
    "Async用户管理Resource",
    "用户管理Resource",
]


class 用户管理Resource(Resource):
    """Operations of `client.用户管理_2`."""

    def 查询用户(
        self,
        *,
        编号: int | None = None,
        options: Options | None = None,
    ) -> Result用户信息:
        """Send `GET /u`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Found.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.查询用户,
            query={"编号": 编号},
            options=options,
        )

    def 用户信息_2(
        self,
        *,
        姓名: str | None = None,
        birthday: date | str | None = None,
        角色: 角色 | None = None,
        用户管理: 用户管理 | 用户管理Dict | None = None,
        options: Options | None = None,
    ) -> 用户信息:
        """Send `POST /u`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Made.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.用户信息_2,
            body={"姓名": 姓名, "birthday": birthday, "角色": 角色, "用户管理": 用户管理},
            options=options,
        )


class Async用户管理Resource(AsyncResource):
    """Operations of `client.用户管理_2`."""

    async def 查询用户(
        self,
        *,
        编号: int | None = None,
        options: Options | None = None,
    ) -> Result用户信息:
        """Send `GET /u`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Found.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.查询用户,
            query={"编号": 编号},
            options=options,
        )

    async def 用户信息_2(
        self,
        *,
        姓名: str | None = None,
        birthday: date | str | None = None,
        角色: 角色 | None = None,
        用户管理: 用户管理 | 用户管理Dict | None = None,
        options: Options | None = None,
    ) -> 用户信息:
        """Send `POST /u`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Made.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.用户信息_2,
            body={"姓名": 姓名, "birthday": birthday, "角色": 角色, "用户管理": 用户管理},
            options=options,
        )
