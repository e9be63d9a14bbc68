# Generated from Cloudflare AI v4; do not edit.
"""The models of `ai_gateway.logs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict

from .._core.model import DATE_TIME, Model, member, model

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

__all__ = [
    "Log",
    "LogDeletion",
    "LogDeletionOrder",
    "LogDetail",
    "LogFilter",
    "LogFilterDict",
    "LogFilterKey",
    "LogFilterOperator",
    "LogOrder",
    "LogsInfo",
]


@model
class Log(Model):
    """A request that went through a gateway."""

    id: str
    """Identifier of the log."""
    cached: bool
    """Whether the answer came from the cache."""
    created_at: datetime = member(converter=DATE_TIME)
    """When the request was made."""
    duration: int
    """How long the request took, in milliseconds."""
    model: str
    """Model that was called."""
    path: str
    """Path that was called at the provider."""
    provider: str
    """Provider that was called."""
    success: bool
    """Whether the request succeeded."""
    tokens_in: int | None
    """How many tokens the prompt had."""
    tokens_out: int | None
    """How many tokens the answer had."""
    cost: float | None = None
    """Price of the request in US dollars."""
    custom_cost: bool | None = None
    """Whether the price was set by the caller."""
    metadata: str | None = None
    """Metadata of the request, as JSON text."""
    model_type: str | None = None
    """Kind of the model."""
    request_content_type: str | None = None
    """Media type of the request body."""
    request_type: str | None = None
    """Kind of the request."""
    response_content_type: str | None = None
    """Media type of the response body."""
    status_code: int | None = None
    """HTTP status that the provider answered."""
    step: int | None = None
    """Which of several tried providers answered."""


@model
class LogFilter(Model):
    """A condition on logs."""

    key: LogFilterKey
    """Member of a log that a condition looks at."""
    operator: LogFilterOperator
    """How a condition on logs compares."""
    value: list[str | float | bool]
    """Values that are compared with."""


class LogFilterDict(TypedDict):
    """`LogFilter` as a dict, for arguments."""

    key: LogFilterKey
    operator: LogFilterOperator
    value: Sequence[str | float | bool]


@model
class LogsInfo(Model):
    """Where a page of logs stands in the whole list, and the extremes over that list."""

    count: int | None = None
    """How many logs this page holds."""
    max_cost: float | None = None
    """Highest cost of a log, in US dollars."""
    max_duration: int | None = None
    """Longest duration of a request, in milliseconds."""
    max_tokens_in: int | None = None
    """Most tokens of a prompt."""
    max_tokens_out: int | None = None
    """Most tokens of an answer."""
    max_total_tokens: int | None = None
    """Most tokens of prompt and answer together."""
    min_cost: float | None = None
    """Lowest cost of a log, in US dollars."""
    min_duration: int | None = None
    """Shortest duration of a request, in milliseconds."""
    min_tokens_in: int | None = None
    """Fewest tokens of a prompt."""
    min_tokens_out: int | None = None
    """Fewest tokens of an answer."""
    min_total_tokens: int | None = None
    """Fewest tokens of prompt and answer together."""
    page: int | None = None
    """Number of this page, counted from 1."""
    per_page: int | None = None
    """How many logs a page holds."""
    total_count: int | None = None
    """How many logs all pages hold together."""


@model
class LogDeletion(Model):
    """Whether the logs were deleted."""

    success: bool
    """Whether the logs were deleted."""


@model
class LogDetail(Model):
    """A request that went through a gateway, with the beginnings of both bodies."""

    id: str
    """Identifier of the log."""
    cached: bool
    """Whether the answer came from the cache."""
    created_at: datetime = member(converter=DATE_TIME)
    """When the request was made."""
    duration: int
    """How long the request took, in milliseconds."""
    model: str
    """Model that was called."""
    path: str
    """Path that was called at the provider."""
    provider: str
    """Provider that was called."""
    success: bool
    """Whether the request succeeded."""
    tokens_in: int | None
    """How many tokens the prompt had."""
    tokens_out: int | None
    """How many tokens the answer had."""
    cost: float | None = None
    """Price of the request in US dollars."""
    custom_cost: bool | None = None
    """Whether the price was set by the caller."""
    metadata: str | None = None
    """Metadata of the request, as JSON text."""
    model_type: str | None = None
    """Kind of the model."""
    request_content_type: str | None = None
    """Media type of the request body."""
    request_head: str | None = None
    """Beginning of the request body."""
    request_head_complete: bool | None = None
    """Whether `request_head` is the whole body."""
    request_size: int | None = None
    """Size of the request body in bytes."""
    request_type: str | None = None
    """Kind of the request."""
    response_content_type: str | None = None
    """Media type of the response body."""
    response_head: str | None = None
    """Beginning of the response body."""
    response_head_complete: bool | None = None
    """Whether `response_head` is the whole body."""
    response_size: int | None = None
    """Size of the response body in bytes."""
    status_code: int | None = None
    """HTTP status that the provider answered."""
    step: int | None = None
    """Which of several tried providers answered."""


LogFilterKey: TypeAlias = Literal[
    "id",
    "created_at",
    "request_content_type",
    "response_content_type",
    "request_type",
    "success",
    "cached",
    "provider",
    "model",
    "model_type",
    "cost",
    "tokens",
    "tokens_in",
    "tokens_out",
    "duration",
    "feedback",
    "event_id",
    "metadata.key",
    "metadata.value",
    "authentication",
    "wholesale",
    "compatibilityMode",
    "dlp_action",
]
"""Member of a log that a condition looks at."""

LogFilterOperator: TypeAlias = Literal["eq", "neq", "contains", "lt", "gt"]
"""How a condition on logs compares."""

LogOrder: TypeAlias = Literal["created_at", "provider", "model", "model_type", "success", "cached"]
"""Member that a list of logs is ordered by."""

LogDeletionOrder: TypeAlias = Literal[
    "created_at",
    "provider",
    "model",
    "model_type",
    "success",
    "cached",
    "cost",
    "tokens_in",
    "tokens_out",
    "duration",
    "feedback",
]
"""Member that decides which logs are deleted first."""
