"""The wire side of `ai_gateway`, `ai_gateway.evaluation_types`, `ai_gateway.provider_configs`,
`ai_gateway.urls`: decoders and operations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_list, get_member, new
from .._core.operation import Operation, PageNumber, PagedOperation
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
    from ..models.ai_gateway import DLPSettings

dlp_profile_settings = adopt(DLPProfileSettings)
dlp_policy = adopt(DLPPolicy)
guardrail_categories = adopt(GuardrailCategories)
otel_exporter = adopt(OtelExporter)
stripe_usage_event = adopt(StripeUsageEvent)
page_info = adopt(PageInfo)
spend_limit_rule = adopt(SpendLimitRule)
evaluation_type = adopt(EvaluationType)
dataset_filter = adopt(DatasetFilter)
provider_config = adopt(ProviderConfig)


def gateway(data: Any) -> Gateway:
    if data.__class__ is not dict:
        return cast("Gateway", data)
    self = new(Gateway)
    self.__dict__ = data
    if "dlp" in data:
        data["dlp"] = dlp_settings(data["dlp"])
    if "guardrails" in data:
        data["guardrails"] = guardrails(data["guardrails"])
    if "otel" in data:
        data["otel"] = decode_list(otel_exporter, data["otel"])
    if "stripe" in data:
        data["stripe"] = stripe_usage(data["stripe"])
    return self


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


def dlp_policy_settings(data: Any) -> DLPPolicySettings:
    if data.__class__ is not dict:
        return cast("DLPPolicySettings", data)
    self = new(DLPPolicySettings)
    self.__dict__ = data
    if "policies" in data:
        data["policies"] = decode_list(dlp_policy, data["policies"])
    return self


def guardrails(data: Any) -> Guardrails:
    if data.__class__ is not dict:
        return cast("Guardrails", data)
    self = new(Guardrails)
    self.__dict__ = data
    if (found := data.get("prompt")).__class__ is dict:
        data["prompt"] = new(GuardrailCategories)
        data["prompt"].__dict__ = found
    if (found := data.get("response")).__class__ is dict:
        data["response"] = new(GuardrailCategories)
        data["response"].__dict__ = found
    return self


def stripe_usage(data: Any) -> StripeUsage:
    if data.__class__ is not dict:
        return cast("StripeUsage", data)
    self = new(StripeUsage)
    self.__dict__ = data
    if "usage_events" in data:
        data["usage_events"] = decode_list(stripe_usage_event, data["usage_events"])
    return self


def spend_limits(data: Any) -> SpendLimits:
    if data.__class__ is not dict:
        return cast("SpendLimits", data)
    self = new(SpendLimits)
    self.__dict__ = data
    if "rules" in data:
        data["rules"] = decode_list(spend_limit_rule, data["rules"])
    return self


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
    body="json",
    client_parameters=("account_id",),
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
    body="json",
    client_parameters=("account_id",),
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
    body="json",
    client_parameters=("account_id",),
)
URLS_GET: Operation[str] = Operation(
    name="ai_gateway.urls.get",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/url/{provider}",
    decode=_urls_get,
    client_parameters=("account_id",),
)
