# Generated from Cloudflare AI v4; do not edit.
"""Decoders and operations of `ai_gateway`, `ai_gateway.evaluation_types`,
`ai_gateway.provider_configs`, `ai_gateway.urls`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_list, get_member
from .._core.operation import Operation
from .._core.paging_styles import PageNumber, PagedOperation
from ..models.ai_gateway import (
    DLPPolicy,
    DLPPolicySettings,
    DLPProfileSettings,
    DatasetFilter,
    EvaluationType,
    Gateway,
    GuardrailCategories,
    Guardrails,
    OtelExporter,
    PageInfo,
    ProviderConfig,
    SpendLimitRule,
    SpendLimits,
    StripeUsage,
    StripeUsageEvent,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.ai_gateway import DLPSettings

gateway: Callable[[Any], Gateway] = adopt(
    Gateway,
    {
        "dlp": lambda data: dlp_settings(data),
        "guardrails": lambda data: guardrails(data),
        "otel": lambda data: decode_list(otel_exporter, data),
        "stripe": lambda data: stripe_usage(data),
    },
)
dlp_profile_settings: Callable[[Any], DLPProfileSettings] = adopt(DLPProfileSettings)
dlp_policy_settings: Callable[[Any], DLPPolicySettings] = adopt(
    DLPPolicySettings,
    {
        "policies": lambda data: decode_list(dlp_policy, data),
    },
)
dlp_policy: Callable[[Any], DLPPolicy] = adopt(DLPPolicy)
guardrails: Callable[[Any], Guardrails] = adopt(
    Guardrails,
    {
        "prompt": lambda data: guardrail_categories(data),
        "response": lambda data: guardrail_categories(data),
    },
)
guardrail_categories: Callable[[Any], GuardrailCategories] = adopt(GuardrailCategories)
otel_exporter: Callable[[Any], OtelExporter] = adopt(OtelExporter)
stripe_usage: Callable[[Any], StripeUsage] = adopt(
    StripeUsage,
    {
        "usage_events": lambda data: decode_list(stripe_usage_event, data),
    },
)
stripe_usage_event: Callable[[Any], StripeUsageEvent] = adopt(StripeUsageEvent)
page_info: Callable[[Any], PageInfo] = adopt(PageInfo)
spend_limits: Callable[[Any], SpendLimits] = adopt(
    SpendLimits,
    {
        "rules": lambda data: decode_list(spend_limit_rule, data),
    },
)
spend_limit_rule: Callable[[Any], SpendLimitRule] = adopt(SpendLimitRule)
evaluation_type: Callable[[Any], EvaluationType] = adopt(EvaluationType)
dataset_filter: Callable[[Any], DatasetFilter] = adopt(DatasetFilter)
provider_config: Callable[[Any], ProviderConfig] = adopt(ProviderConfig)


def dlp_settings(data: Any) -> DLPSettings:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if "action" in data or "profiles" in data:
            return dlp_profile_settings(data)
        if "policies" in data:
            return dlp_policy_settings(data)
        if "enabled" in data:
            return dlp_profile_settings(data)
    return cast("DLPSettings", data)


def _list(body: Any) -> list[Gateway]:
    return decode_list(gateway, get_member(body, "result"))


def _list_info(body: Any) -> PageInfo:
    return page_info(get_member(body, "result_info"))


def _create(body: Any) -> Gateway:
    return gateway(get_member(body, "result"))


def _get(body: Any) -> Gateway:
    return gateway(get_member(body, "result"))


def _update(body: Any) -> Gateway:
    return gateway(get_member(body, "result"))


def _delete(body: Any) -> Gateway:
    return gateway(get_member(body, "result"))


def _evaluation_types_list(body: Any) -> list[EvaluationType]:
    return decode_list(evaluation_type, get_member(body, "result"))


def _evaluation_types_list_info(body: Any) -> PageInfo:
    return page_info(get_member(body, "result_info"))


def _provider_configs_list(body: Any) -> list[ProviderConfig]:
    return decode_list(provider_config, get_member(body, "result"))


def _provider_configs_list_info(body: Any) -> PageInfo:
    return page_info(get_member(body, "result_info"))


def _provider_configs_create(body: Any) -> ProviderConfig:
    return provider_config(get_member(body, "result"))


def _urls_get(body: Any) -> str:
    return cast("str", get_member(body, "result"))


LIST: PagedOperation[Gateway, PageInfo] = PagedOperation(
    name="ai_gateway.list",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways",
    decode=_list,
    info=_list_info,
    paging=PageNumber(page="page", size="per_page", total="result_info.total_count"),
    client_parameters=("account_id",),
)
CREATE: Operation[Gateway] = Operation(
    name="ai_gateway.create",
    method="POST",
    path="/accounts/{account_id}/ai-gateway/gateways",
    decode=_create,
    nulls=("cache_ttl", "rate_limiting_interval", "rate_limiting_limit"),
    keys={
        "guardrails": {
            "prompt": (
                "prompt",
                {
                    "p1": ("P1", {}),
                    "s1": ("S1", {}),
                    "s10": ("S10", {}),
                    "s11": ("S11", {}),
                    "s12": ("S12", {}),
                    "s13": ("S13", {}),
                    "s2": ("S2", {}),
                    "s3": ("S3", {}),
                    "s4": ("S4", {}),
                    "s5": ("S5", {}),
                    "s6": ("S6", {}),
                    "s7": ("S7", {}),
                    "s8": ("S8", {}),
                    "s9": ("S9", {}),
                },
            ),
            "response": (
                "response",
                {
                    "p1": ("P1", {}),
                    "s1": ("S1", {}),
                    "s10": ("S10", {}),
                    "s11": ("S11", {}),
                    "s12": ("S12", {}),
                    "s13": ("S13", {}),
                    "s2": ("S2", {}),
                    "s3": ("S3", {}),
                    "s4": ("S4", {}),
                    "s5": ("S5", {}),
                    "s6": ("S6", {}),
                    "s7": ("S7", {}),
                    "s8": ("S8", {}),
                    "s9": ("S9", {}),
                },
            ),
        },
        "spend_limits": {"rules": ("rules", {"limit_type": ("limitType", {})})},
    },
    client_parameters=("account_id",),
    body="json",
)
GET: Operation[Gateway] = Operation(
    name="ai_gateway.get",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{id}",
    decode=_get,
    client_parameters=("account_id",),
)
UPDATE: Operation[Gateway] = Operation(
    name="ai_gateway.update",
    method="PUT",
    path="/accounts/{account_id}/ai-gateway/gateways/{id}",
    decode=_update,
    nulls=("cache_ttl", "rate_limiting_interval", "rate_limiting_limit"),
    keys={
        "guardrails": {
            "prompt": (
                "prompt",
                {
                    "p1": ("P1", {}),
                    "s1": ("S1", {}),
                    "s10": ("S10", {}),
                    "s11": ("S11", {}),
                    "s12": ("S12", {}),
                    "s13": ("S13", {}),
                    "s2": ("S2", {}),
                    "s3": ("S3", {}),
                    "s4": ("S4", {}),
                    "s5": ("S5", {}),
                    "s6": ("S6", {}),
                    "s7": ("S7", {}),
                    "s8": ("S8", {}),
                    "s9": ("S9", {}),
                },
            ),
            "response": (
                "response",
                {
                    "p1": ("P1", {}),
                    "s1": ("S1", {}),
                    "s10": ("S10", {}),
                    "s11": ("S11", {}),
                    "s12": ("S12", {}),
                    "s13": ("S13", {}),
                    "s2": ("S2", {}),
                    "s3": ("S3", {}),
                    "s4": ("S4", {}),
                    "s5": ("S5", {}),
                    "s6": ("S6", {}),
                    "s7": ("S7", {}),
                    "s8": ("S8", {}),
                    "s9": ("S9", {}),
                },
            ),
        },
        "spend_limits": {"rules": ("rules", {"limit_type": ("limitType", {})})},
    },
    client_parameters=("account_id",),
    body="json",
)
DELETE: Operation[Gateway] = Operation(
    name="ai_gateway.delete",
    method="DELETE",
    path="/accounts/{account_id}/ai-gateway/gateways/{id}",
    decode=_delete,
    client_parameters=("account_id",),
)
EVALUATION_TYPES_LIST: PagedOperation[EvaluationType, PageInfo] = PagedOperation(
    name="ai_gateway.evaluation_types.list",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/evaluation-types",
    decode=_evaluation_types_list,
    info=_evaluation_types_list_info,
    paging=PageNumber(page="page", size="per_page", total="result_info.total_count"),
    client_parameters=("account_id",),
)
PROVIDER_CONFIGS_LIST: PagedOperation[ProviderConfig, PageInfo] = PagedOperation(
    name="ai_gateway.provider_configs.list",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/provider_configs",
    decode=_provider_configs_list,
    info=_provider_configs_list_info,
    paging=PageNumber(page="page", size="per_page", total="result_info.total_count"),
    client_parameters=("account_id",),
)
PROVIDER_CONFIGS_CREATE: Operation[ProviderConfig] = Operation(
    name="ai_gateway.provider_configs.create",
    method="POST",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/provider_configs",
    decode=_provider_configs_create,
    client_parameters=("account_id",),
    body="json",
)
URLS_GET: Operation[str] = Operation(
    name="ai_gateway.urls.get",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/url/{provider}",
    decode=_urls_get,
    client_parameters=("account_id",),
)
