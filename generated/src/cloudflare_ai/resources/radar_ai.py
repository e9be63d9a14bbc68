# Generated from Cloudflare AI v4; do not edit.
"""The resources `radar`, `radar.ai`, `radar.ai.inference`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, overload

from .._codec import radar_ai as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from .._core.options import Options
    from ..models.radar_ai import InferenceDimension, InferenceSummary, SummaryFormat

__all__ = [
    "AIInferenceResource",
    "AsyncAIInferenceResource",
    "AsyncRadarAIResource",
    "AsyncRadarResource",
    "RadarAIResource",
    "RadarResource",
]


class RadarResource(Resource):
    """Resources of `client.radar`."""

    @cached_property
    def ai(self) -> RadarAIResource:
        """Resources of `client.radar.ai`."""
        return RadarAIResource(self._client)


class RadarAIResource(Resource):
    """Resources of `client.radar.ai`."""

    @cached_property
    def inference(self) -> AIInferenceResource:
        """Figures on the use of AI."""
        return AIInferenceResource(self._client)


class AIInferenceResource(Resource):
    """Figures on the use of AI."""

    @overload
    def summary_v2(
        self,
        dimension: InferenceDimension,
        *,
        asn: Sequence[str] | None = None,
        continent: Sequence[str] | None = None,
        date_end: Sequence[datetime | str] | None = None,
        date_range: Sequence[str] | None = None,
        date_start: Sequence[datetime | str] | None = None,
        format: Literal["JSON"] | None = None,
        limit_per_group: int | None = None,
        location: Sequence[str] | None = None,
        name: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> InferenceSummary: ...

    @overload
    def summary_v2(
        self,
        dimension: InferenceDimension,
        *,
        asn: Sequence[str] | None = None,
        continent: Sequence[str] | None = None,
        date_end: Sequence[datetime | str] | None = None,
        date_range: Sequence[str] | None = None,
        date_start: Sequence[datetime | str] | None = None,
        format: Literal["CSV"],
        limit_per_group: int | None = None,
        location: Sequence[str] | None = None,
        name: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> str: ...

    @overload
    def summary_v2(
        self,
        dimension: InferenceDimension,
        *,
        asn: Sequence[str] | None = None,
        continent: Sequence[str] | None = None,
        date_end: Sequence[datetime | str] | None = None,
        date_range: Sequence[str] | None = None,
        date_start: Sequence[datetime | str] | None = None,
        format: SummaryFormat | None = None,
        limit_per_group: int | None = None,
        location: Sequence[str] | None = None,
        name: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> InferenceSummary | str: ...

    def summary_v2(
        self,
        dimension: InferenceDimension,
        *,
        asn: Sequence[str] | None = None,
        continent: Sequence[str] | None = None,
        date_end: Sequence[datetime | str] | None = None,
        date_range: Sequence[str] | None = None,
        date_start: Sequence[datetime | str] | None = None,
        format: SummaryFormat | None = None,
        limit_per_group: int | None = None,
        location: Sequence[str] | None = None,
        name: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> InferenceSummary | str:
        """Fetch how inference on Workers AI is distributed over models or tasks.

        Args:
            dimension: What the distribution is by.
            asn: Autonomous systems to include, or with a minus sign in front to leave out.
            continent: Two-letter codes of continents to include, or with a minus sign in front to
                leave out.
            date_end: End of each time range, inclusive.
            date_range: Time ranges that end now, such as `7d`, or `7dcontrol` for the week before.
            date_start: Start of each time range.
            format: Form of the answer.
            limit_per_group: How many models or tasks are told apart; the rest is summed up as
                other.
            location: Two-letter codes of countries to include, or with a minus sign in front to
                leave out.
            name: Names for the series of the answer.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The distribution.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.

        Permissions:
            User Details Write or User Details Read.
        """
        return self._call(
            _codec.AI_INFERENCE_SUMMARY_V2,
            path={"dimension": dimension},
            query={
                "asn": asn,
                "continent": continent,
                "dateEnd": date_end,
                "dateRange": date_range,
                "dateStart": date_start,
                "format": format,
                "limitPerGroup": limit_per_group,
                "location": location,
                "name": name,
            },
            options=options,
        )


class AsyncRadarResource(AsyncResource):
    """Resources of `client.radar`."""

    @cached_property
    def ai(self) -> AsyncRadarAIResource:
        """Resources of `client.radar.ai`."""
        return AsyncRadarAIResource(self._client)


class AsyncRadarAIResource(AsyncResource):
    """Resources of `client.radar.ai`."""

    @cached_property
    def inference(self) -> AsyncAIInferenceResource:
        """Figures on the use of AI."""
        return AsyncAIInferenceResource(self._client)


class AsyncAIInferenceResource(AsyncResource):
    """Figures on the use of AI."""

    @overload
    async def summary_v2(
        self,
        dimension: InferenceDimension,
        *,
        asn: Sequence[str] | None = None,
        continent: Sequence[str] | None = None,
        date_end: Sequence[datetime | str] | None = None,
        date_range: Sequence[str] | None = None,
        date_start: Sequence[datetime | str] | None = None,
        format: Literal["JSON"] | None = None,
        limit_per_group: int | None = None,
        location: Sequence[str] | None = None,
        name: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> InferenceSummary: ...

    @overload
    async def summary_v2(
        self,
        dimension: InferenceDimension,
        *,
        asn: Sequence[str] | None = None,
        continent: Sequence[str] | None = None,
        date_end: Sequence[datetime | str] | None = None,
        date_range: Sequence[str] | None = None,
        date_start: Sequence[datetime | str] | None = None,
        format: Literal["CSV"],
        limit_per_group: int | None = None,
        location: Sequence[str] | None = None,
        name: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> str: ...

    @overload
    async def summary_v2(
        self,
        dimension: InferenceDimension,
        *,
        asn: Sequence[str] | None = None,
        continent: Sequence[str] | None = None,
        date_end: Sequence[datetime | str] | None = None,
        date_range: Sequence[str] | None = None,
        date_start: Sequence[datetime | str] | None = None,
        format: SummaryFormat | None = None,
        limit_per_group: int | None = None,
        location: Sequence[str] | None = None,
        name: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> InferenceSummary | str: ...

    async def summary_v2(
        self,
        dimension: InferenceDimension,
        *,
        asn: Sequence[str] | None = None,
        continent: Sequence[str] | None = None,
        date_end: Sequence[datetime | str] | None = None,
        date_range: Sequence[str] | None = None,
        date_start: Sequence[datetime | str] | None = None,
        format: SummaryFormat | None = None,
        limit_per_group: int | None = None,
        location: Sequence[str] | None = None,
        name: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> InferenceSummary | str:
        """Fetch how inference on Workers AI is distributed over models or tasks.

        Args:
            dimension: What the distribution is by.
            asn: Autonomous systems to include, or with a minus sign in front to leave out.
            continent: Two-letter codes of continents to include, or with a minus sign in front to
                leave out.
            date_end: End of each time range, inclusive.
            date_range: Time ranges that end now, such as `7d`, or `7dcontrol` for the week before.
            date_start: Start of each time range.
            format: Form of the answer.
            limit_per_group: How many models or tasks are told apart; the rest is summed up as
                other.
            location: Two-letter codes of countries to include, or with a minus sign in front to
                leave out.
            name: Names for the series of the answer.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The distribution.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.

        Permissions:
            User Details Write or User Details Read.
        """
        return await self._call(
            _codec.AI_INFERENCE_SUMMARY_V2,
            path={"dimension": dimension},
            query={
                "asn": asn,
                "continent": continent,
                "dateEnd": date_end,
                "dateRange": date_range,
                "dateStart": date_start,
                "format": format,
                "limitPerGroup": limit_per_group,
                "location": location,
                "name": name,
            },
            options=options,
        )
