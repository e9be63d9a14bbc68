# Generated from Cloudflare AI v4; do not edit.
"""The models of `ai_gateway`, `ai_gateway.evaluation_types`, `ai_gateway.provider_configs`,
`ai_gateway.urls`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypeAlias, TypedDict

from .._core.model import DATE_TIME, Model, member, model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

__all__ = [
    "DLPAction",
    "DLPDirection",
    "DLPPolicy",
    "DLPPolicyDict",
    "DLPPolicySettings",
    "DLPPolicySettingsDict",
    "DLPProfileSettings",
    "DLPProfileSettingsDict",
    "DLPSettings",
    "DLPSettingsDict",
    "DatasetFilter",
    "DatasetFilterDict",
    "DatasetFilterKey",
    "DatasetFilterOperator",
    "EvaluationType",
    "Gateway",
    "GuardrailAction",
    "GuardrailCategories",
    "GuardrailCategoriesDict",
    "Guardrails",
    "GuardrailsDict",
    "LogManagementStrategy",
    "OtelContentType",
    "OtelExporter",
    "OtelExporterDict",
    "PageInfo",
    "ProviderConfig",
    "RateLimitingTechnique",
    "RetryBackoff",
    "SortDirection",
    "SpendLimitRule",
    "SpendLimitRuleDict",
    "SpendLimits",
    "SpendLimitsDict",
    "StripeUsage",
    "StripeUsageDict",
    "StripeUsageEvent",
    "StripeUsageEventDict",
    "WorkersAIBillingMode",
]


@model
class Gateway(Model):
    """A gateway with all its settings."""

    id: str
    """Name of the gateway, unique within the account. 1 to 64 characters."""
    cache_invalidate_on_update: bool
    """Whether a change of settings empties the cache."""
    cache_ttl: int | None
    """How long an answer stays cached, in seconds."""
    collect_logs: bool
    """Whether requests are logged."""
    created_at: datetime = member(converter=DATE_TIME)
    """When the gateway was created."""
    modified_at: datetime = member(converter=DATE_TIME)
    """When the gateway was last changed."""
    rate_limiting_interval: int | None
    """Length of the rate-limiting window, in seconds."""
    rate_limiting_limit: int | None
    """How many requests the window admits."""
    authentication: bool | None = None
    """Whether requests through the gateway must carry a token."""
    dlp: DLPSettings | None = None
    """Data loss prevention, either one action for all profiles or a list of policies."""
    guardrails: Guardrails | None = None
    is_default: bool | None = None
    """Whether this is the gateway that the account uses when none is named."""
    log_management: int | None = None
    """How many logs the gateway keeps."""
    log_management_strategy: LogManagementStrategy | None = None
    """What happens when the gateway holds as many logs as it may keep."""
    logpush: bool | None = None
    """Whether logs are pushed to external storage."""
    logpush_public_key: str | None = None
    """Public key that pushed logs are encrypted with."""
    otel: list[OtelExporter] | None = None
    """Where traces are exported to."""
    rate_limiting_technique: RateLimitingTechnique | None = None
    retry_backoff: RetryBackoff | None = None
    retry_delay: int | None = None
    """Wait between two attempts, in milliseconds. 0 to 5000."""
    retry_max_attempts: int | None = None
    """How many times a failed request is tried at most. 1 to 5."""
    store_id: str | None = None
    """Secrets Store that holds the provider keys of the gateway."""
    stripe: StripeUsage | None = None
    """Usage reports to Stripe."""
    workers_ai_billing_mode: WorkersAIBillingMode | None = None
    """How Workers AI calls through the gateway are billed."""
    zdr: bool | None = None
    """Whether providers are asked to retain no data."""


@model
class DLPProfileSettings(Model):
    """Data loss prevention with one action for all profiles."""

    action: DLPAction
    """What happens to content that matches a profile."""
    enabled: bool
    """Whether data loss prevention is on."""
    profiles: list[str]
    """Identifiers of the profiles that are looked for."""


class DLPProfileSettingsDict(TypedDict):
    """`DLPProfileSettings` as a dict, for arguments."""

    action: DLPAction
    enabled: bool
    profiles: Sequence[str]


@model
class DLPPolicySettings(Model):
    """Data loss prevention with a list of policies."""

    enabled: bool
    """Whether data loss prevention is on."""
    policies: list[DLPPolicy]
    """Policies that requests and responses are checked by."""


class DLPPolicySettingsDict(TypedDict):
    """`DLPPolicySettings` as a dict, for arguments."""

    enabled: bool
    policies: Sequence[DLPPolicy | DLPPolicyDict]


@model
class DLPPolicy(Model):
    """What is looked for in which direction, and what happens then."""

    id: str
    """Identifier of the policy."""
    action: Literal["FLAG", "BLOCK"]
    """What happens to content that matches a profile."""
    check: list[DLPDirection]
    """Directions that are looked at."""
    enabled: bool
    """Whether the policy is in force."""
    profiles: list[str]
    """Identifiers of the profiles that are looked for."""


class DLPPolicyDict(TypedDict):
    """`DLPPolicy` as a dict, for arguments."""

    id: str
    action: Literal["FLAG", "BLOCK"]
    check: Sequence[DLPDirection]
    enabled: bool
    profiles: Sequence[str]


@model
class Guardrails(Model):
    """Content categories that are flagged or blocked in prompts and in responses."""

    prompt: GuardrailCategories
    response: GuardrailCategories


class GuardrailsDict(TypedDict):
    """`Guardrails` as a dict, for arguments."""

    prompt: GuardrailCategories | GuardrailCategoriesDict
    response: GuardrailCategories | GuardrailCategoriesDict


@model
class GuardrailCategories(Model):
    """What happens to content of each category."""

    p1: GuardrailAction | None = member("P1", default=None)
    """What happens to content of a category."""
    s1: GuardrailAction | None = member("S1", default=None)
    """What happens to content of a category."""
    s10: GuardrailAction | None = member("S10", default=None)
    """What happens to content of a category."""
    s11: GuardrailAction | None = member("S11", default=None)
    """What happens to content of a category."""
    s12: GuardrailAction | None = member("S12", default=None)
    """What happens to content of a category."""
    s13: GuardrailAction | None = member("S13", default=None)
    """What happens to content of a category."""
    s2: GuardrailAction | None = member("S2", default=None)
    """What happens to content of a category."""
    s3: GuardrailAction | None = member("S3", default=None)
    """What happens to content of a category."""
    s4: GuardrailAction | None = member("S4", default=None)
    """What happens to content of a category."""
    s5: GuardrailAction | None = member("S5", default=None)
    """What happens to content of a category."""
    s6: GuardrailAction | None = member("S6", default=None)
    """What happens to content of a category."""
    s7: GuardrailAction | None = member("S7", default=None)
    """What happens to content of a category."""
    s8: GuardrailAction | None = member("S8", default=None)
    """What happens to content of a category."""
    s9: GuardrailAction | None = member("S9", default=None)
    """What happens to content of a category."""


class GuardrailCategoriesDict(TypedDict):
    """`GuardrailCategories` as a dict, for arguments."""

    p1: NotRequired[GuardrailAction]
    s1: NotRequired[GuardrailAction]
    s10: NotRequired[GuardrailAction]
    s11: NotRequired[GuardrailAction]
    s12: NotRequired[GuardrailAction]
    s13: NotRequired[GuardrailAction]
    s2: NotRequired[GuardrailAction]
    s3: NotRequired[GuardrailAction]
    s4: NotRequired[GuardrailAction]
    s5: NotRequired[GuardrailAction]
    s6: NotRequired[GuardrailAction]
    s7: NotRequired[GuardrailAction]
    s8: NotRequired[GuardrailAction]
    s9: NotRequired[GuardrailAction]


@model
class OtelExporter(Model):
    """An OpenTelemetry endpoint that receives traces."""

    authorization: str | None = member(default=None, secret=True)
    """Value of the Authorization header."""
    headers: dict[str, str] = member(secret=True)
    """Further headers, which often carry keys."""
    url: str
    """Address that traces are sent to."""
    content_type: OtelContentType | None = None
    """Encoding of exported traces."""


class OtelExporterDict(TypedDict):
    """`OtelExporter` as a dict, for arguments."""

    authorization: NotRequired[str]
    headers: Mapping[str, str]
    url: str
    content_type: NotRequired[OtelContentType]


@model
class StripeUsage(Model):
    """Reports of usage to Stripe."""

    authorization: str = member(secret=True)
    """Key that Stripe is called with."""
    usage_events: list[StripeUsageEvent]
    """Events that are reported."""


class StripeUsageDict(TypedDict):
    """`StripeUsage` as a dict, for arguments."""

    authorization: str
    usage_events: Sequence[StripeUsageEvent | StripeUsageEventDict]


@model
class StripeUsageEvent(Model):
    """A usage event as Stripe receives it."""

    payload: str
    """The event, as text."""


class StripeUsageEventDict(TypedDict):
    """`StripeUsageEvent` as a dict, for arguments."""

    payload: str


@model
class PageInfo(Model):
    """Where a page stands in the whole list."""

    count: int
    """How many items this page holds."""
    page: int
    """Number of this page, counted from 1."""
    per_page: int
    """How many items a page holds."""
    total_count: int
    """How many items all pages hold together."""


@model
class SpendLimits(Model):
    """Limits on what may be spent through the gateway."""

    enabled: bool | None = None
    """Whether the limits are in force."""
    rules: list[SpendLimitRule] | None = None
    """The limits."""


class SpendLimitsDict(TypedDict):
    """`SpendLimits` as a dict, for arguments."""

    enabled: NotRequired[bool]
    rules: NotRequired[Sequence[SpendLimitRule | SpendLimitRuleDict]]


@model
class SpendLimitRule(Model):
    """How much may be spent in a window, in total or per model, provider or metadata value."""

    limit: float
    """Most that may be spent in the window; the documents name no unit."""
    limit_type: Literal["cost"] = member("limitType", default="cost")
    """What the limit counts."""
    window: int
    """Length of the window."""
    id: str | None = None
    """Identifier of the rule."""
    enabled: bool | None = None
    """Whether the rule is in force."""
    metadata: dict[str, Any] | None = None
    """By metadata key, whether each value counts by itself or only some values count."""
    model: dict[str, Any] | None = None
    """Models that the rule is restricted to."""
    provider: dict[str, Any] | None = None
    """Providers that the rule is restricted to."""
    technique: RateLimitingTechnique | None = None
    """Whether the rate-limiting window is fixed or slides along."""


class SpendLimitRuleDict(TypedDict):
    """`SpendLimitRule` as a dict, for arguments."""

    limit: float
    limit_type: Literal["cost"]
    window: int
    id: NotRequired[str]
    enabled: NotRequired[bool]
    metadata: NotRequired[Mapping[str, Any]]
    model: NotRequired[Mapping[str, Any]]
    provider: NotRequired[Mapping[str, Any]]
    technique: NotRequired[RateLimitingTechnique]


@model
class EvaluationType(Model):
    """Something that an evaluation can measure."""

    id: str
    """Identifier of the type."""
    created_at: datetime = member(converter=DATE_TIME)
    """When the type was created."""
    description: str
    """What the type measures."""
    enable: bool
    """Whether the type can be used."""
    mandatory: bool
    """Whether every evaluation measures it."""
    modified_at: datetime = member(converter=DATE_TIME)
    """When the type was last changed."""
    name: str
    """Name of the type."""
    type: str
    """Kind of the measurement."""


@model
class DatasetFilter(Model):
    """A condition on the logs of a dataset."""

    key: DatasetFilterKey
    """Member of a log that a condition of a dataset looks at."""
    operator: DatasetFilterOperator
    """How a condition of a dataset compares."""
    value: list[str | float | bool]
    """Values that are compared with."""


class DatasetFilterDict(TypedDict):
    """`DatasetFilter` as a dict, for arguments."""

    key: DatasetFilterKey
    operator: DatasetFilterOperator
    value: Sequence[str | float | bool]


@model
class ProviderConfig(Model):
    """A provider key that a gateway holds."""

    id: str
    """Identifier of the key."""
    alias: str
    """Name that requests choose the key by."""
    default_config: bool
    """Whether the key is used when a request chooses none."""
    gateway_id: str
    """Name of the gateway. 1 to 64 characters."""
    modified_at: datetime = member(converter=DATE_TIME)
    """When the key was last changed."""
    provider_slug: str
    """Provider that the key belongs to."""
    secret_id: str
    """Where the Secrets Store holds the key."""
    secret_preview: str
    """As much of the key as may be shown."""
    rate_limit: int | None = None
    """How many requests a period admits."""
    rate_limit_period: int | None = None
    """Length of the period."""


DLPSettings: TypeAlias = "DLPProfileSettings | DLPPolicySettings"
"""Data loss prevention, either one action for all profiles or a list of policies."""

DLPSettingsDict: TypeAlias = "DLPProfileSettingsDict | DLPPolicySettingsDict"

DLPAction: TypeAlias = Literal["BLOCK", "FLAG"]
"""What happens to content that matches a profile."""

DLPDirection: TypeAlias = Literal["REQUEST", "RESPONSE"]
"""The request or the response."""

GuardrailAction: TypeAlias = Literal["FLAG", "BLOCK"]
"""What happens to content of a category."""

LogManagementStrategy: TypeAlias = Literal["STOP_INSERTING", "DELETE_OLDEST"]
"""Refuse new logs, or drop the oldest."""

OtelContentType: TypeAlias = Literal["json", "protobuf"]
"""Encoding of exported traces."""

RateLimitingTechnique: TypeAlias = Literal["fixed", "sliding"]
"""Whether the rate-limiting window is fixed or slides along."""

RetryBackoff: TypeAlias = Literal["constant", "linear", "exponential"]
"""How the wait grows from attempt to attempt."""

WorkersAIBillingMode: TypeAlias = Literal["postpaid"]
"""How Workers AI calls through the gateway are billed."""

SortDirection: TypeAlias = Literal["asc", "desc"]
"""Ascending or descending."""

DatasetFilterKey: TypeAlias = Literal[
    "created_at",
    "request_content_type",
    "response_content_type",
    "success",
    "cached",
    "provider",
    "model",
    "cost",
    "tokens",
    "tokens_in",
    "tokens_out",
    "duration",
    "feedback",
]
"""Member of a log that a condition of a dataset looks at."""

DatasetFilterOperator: TypeAlias = Literal["eq", "contains", "lt", "gt"]
"""How a condition of a dataset compares."""
