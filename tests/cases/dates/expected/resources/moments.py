# Generated from Moments 1; do not edit.
"""The resource `moments`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import moments as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from .._core.options import Options
    from ..models.moments import Moments

__all__ = [
    "AsyncMomentsResource",
    "MomentsResource",
]


class MomentsResource(Resource):
    """Operations of `client.moments`."""

    def replace(
        self,
        *,
        at: datetime | str,
        maybe: datetime | str | None,
        since: datetime | str | None = None,
        day: date | str | None = None,
        list: Sequence[datetime | str] | None = None,
        days: Sequence[date | str] | None = None,
        gaps: Sequence[date | str | None] | None = None,
        map: Mapping[str, date | str] | None = None,
        choice: datetime | str | int | None = None,
        data: bytes | str | None = None,
        encoded: bytes | str | None = None,
        raw: bytes | None = None,
        time: str | None = None,
        options: Options | None = None,
    ) -> Moments:
        """Send `PUT /moments`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.REPLACE,
            query={"since": since},
            body={
                "at": at,
                "maybe": maybe,
                "day": day,
                "list": list,
                "days": days,
                "gaps": gaps,
                "map": map,
                "choice": choice,
                "data": data,
                "encoded": encoded,
                "raw": raw,
                "time": time,
            },
            options=options,
        )


class AsyncMomentsResource(AsyncResource):
    """Operations of `client.moments`."""

    async def replace(
        self,
        *,
        at: datetime | str,
        maybe: datetime | str | None,
        since: datetime | str | None = None,
        day: date | str | None = None,
        list: Sequence[datetime | str] | None = None,
        days: Sequence[date | str] | None = None,
        gaps: Sequence[date | str | None] | None = None,
        map: Mapping[str, date | str] | None = None,
        choice: datetime | str | int | None = None,
        data: bytes | str | None = None,
        encoded: bytes | str | None = None,
        raw: bytes | None = None,
        time: str | None = None,
        options: Options | None = None,
    ) -> Moments:
        """Send `PUT /moments`.

        Args:
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            Done.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.REPLACE,
            query={"since": since},
            body={
                "at": at,
                "maybe": maybe,
                "day": day,
                "list": list,
                "days": days,
                "gaps": gaps,
                "map": map,
                "choice": choice,
                "data": data,
                "encoded": encoded,
                "raw": raw,
                "time": time,
            },
            options=options,
        )
