# Generated from Cloudflare AI v4; do not edit.
"""The models of `radar`, `radar.ai`, `radar.ai.inference`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._core.model import DATE_TIME, Model, member, model

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "Annotation",
    "AnnotationDataSource",
    "AnnotationEventType",
    "ConfidenceInfo",
    "DateRange",
    "InferenceDimension",
    "InferenceSummary",
    "InferenceSummaryMeta",
    "MeasurementUnit",
    "Normalization",
    "SummaryFormat",
]


@model
class InferenceSummary(Model):
    """How inference on Workers AI is distributed over models or tasks."""

    meta: InferenceSummaryMeta
    summary_0: dict[str, str]
    """Share of each model or task, as a decimal number."""


@model
class InferenceSummaryMeta(Model):
    """What the figures cover and how they were computed."""

    confidence_info: ConfidenceInfo = member("confidenceInfo")
    date_range: list[DateRange] = member("dateRange")
    """Time ranges that the figures cover."""
    last_updated: datetime = member("lastUpdated", converter=DATE_TIME)
    """When the data were brought up to date."""
    normalization: Normalization
    """How the figures were normalized."""
    units: list[MeasurementUnit]
    """What the figures are measured in."""


@model
class ConfidenceInfo(Model):
    """How far the data can be trusted."""

    annotations: list[Annotation]
    """Events that bear on the data."""
    level: int
    """How confident Cloudflare is in the data."""


@model
class Annotation(Model):
    """An event that bears on the data."""

    data_source: AnnotationDataSource = member("dataSource")
    """Data that an event bears on."""
    description: str
    """What happened."""
    end_date: datetime = member("endDate", converter=DATE_TIME)
    """When it ended."""
    event_type: AnnotationEventType = member("eventType")
    """Kind of an event."""
    is_instantaneous: bool = member("isInstantaneous")
    """Whether the event is a moment and not a range."""
    linked_url: str = member("linkedUrl")
    """Address of a page about it."""
    start_date: datetime = member("startDate", converter=DATE_TIME)
    """When it began."""
    tags: list[str] | None = None
    """Words that it is filed under."""


@model
class DateRange(Model):
    """A time range that the figures cover."""

    end_time: datetime = member("endTime", converter=DATE_TIME)
    """End of the range."""
    start_time: datetime = member("startTime", converter=DATE_TIME)
    """Begin of the range."""


@model
class MeasurementUnit(Model):
    """What the figures are measured in."""

    name: str
    """What is measured."""
    value: str
    """The unit."""


AnnotationDataSource: TypeAlias = Literal[
    "ALL",
    "AI_BOTS",
    "AI_GATEWAY",
    "BGP",
    "BOTS",
    "CONNECTION_ANOMALY",
    "CT",
    "DNS",
    "DNS_MAGNITUDE",
    "DNS_AS112",
    "DOS",
    "EMAIL_ROUTING",
    "EMAIL_SECURITY",
    "FW",
    "FW_PG",
    "HTTP",
    "HTTP_CONTROL",
    "HTTP_CRAWLER_REFERER",
    "HTTP_ORIGINS",
    "IQI",
    "LEAKED_CREDENTIALS",
    "NET",
    "ROBOTS_TXT",
    "SPEED",
    "WORKERS_AI",
]
"""Data that an event bears on."""

AnnotationEventType: TypeAlias = Literal[
    "EVENT", "GENERAL", "OUTAGE", "PARTIAL_PROJECTION", "PIPELINE", "TRAFFIC_ANOMALY"
]
"""Kind of an event."""

Normalization: TypeAlias = Literal[
    "PERCENTAGE",
    "MIN0_MAX",
    "MIN_MAX",
    "RAW_VALUES",
    "PERCENTAGE_CHANGE",
    "ROLLING_AVERAGE",
    "OVERLAPPED_PERCENTAGE",
    "RATIO",
]
"""How the figures were normalized."""

InferenceDimension: TypeAlias = Literal["MODEL", "TASK"]
"""What the distribution is by."""

SummaryFormat: TypeAlias = Literal["JSON", "CSV"]
"""Form of the answer."""
