# Generated from Cloudflare AI v4; do not edit.
"""The resources: groups of operations, reached from the client. Each is loaded when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core import make_lazy_exports

if TYPE_CHECKING:
    from .ai_gateway_billing import AIGatewayBillingResource
    from .ai_gateway_datasets import AIGatewayDatasetsResource
    from .ai_gateway_dynamic_routing import AIGatewayDynamicRoutingResource
    from .ai_gateway import AIGatewayEvaluationTypesResource
    from .ai_gateway_evaluations import AIGatewayEvaluationsResource
    from .ai_gateway_logs import AIGatewayLogsResource
    from .ai_gateway import AIGatewayProviderConfigsResource
    from .ai_gateway import AIGatewayResource
    from .ai_gateway import AIGatewayURLsResource
    from .radar_ai import AIInferenceResource
    from .ai import AIResource
    from .ai_gateway_billing import AsyncAIGatewayBillingResource
    from .ai_gateway_datasets import AsyncAIGatewayDatasetsResource
    from .ai_gateway_dynamic_routing import AsyncAIGatewayDynamicRoutingResource
    from .ai_gateway import AsyncAIGatewayEvaluationTypesResource
    from .ai_gateway_evaluations import AsyncAIGatewayEvaluationsResource
    from .ai_gateway_logs import AsyncAIGatewayLogsResource
    from .ai_gateway import AsyncAIGatewayProviderConfigsResource
    from .ai_gateway import AsyncAIGatewayResource
    from .ai_gateway import AsyncAIGatewayURLsResource
    from .radar_ai import AsyncAIInferenceResource
    from .ai import AsyncAIResource
    from .ai_gateway_billing import AsyncBillingSpendingLimitResource
    from .ai_gateway_billing import AsyncBillingTopupResource
    from .radar_ai import AsyncRadarAIResource
    from .radar_ai import AsyncRadarResource
    from .ai_gateway_billing import AsyncTopupConfigResource
    from .ai_gateway_billing import BillingSpendingLimitResource
    from .ai_gateway_billing import BillingTopupResource
    from .radar_ai import RadarAIResource
    from .radar_ai import RadarResource
    from .ai_gateway_billing import TopupConfigResource

__all__: list[str] = [
    "AIGatewayBillingResource",
    "AIGatewayDatasetsResource",
    "AIGatewayDynamicRoutingResource",
    "AIGatewayEvaluationTypesResource",
    "AIGatewayEvaluationsResource",
    "AIGatewayLogsResource",
    "AIGatewayProviderConfigsResource",
    "AIGatewayResource",
    "AIGatewayURLsResource",
    "AIInferenceResource",
    "AIResource",
    "AsyncAIGatewayBillingResource",
    "AsyncAIGatewayDatasetsResource",
    "AsyncAIGatewayDynamicRoutingResource",
    "AsyncAIGatewayEvaluationTypesResource",
    "AsyncAIGatewayEvaluationsResource",
    "AsyncAIGatewayLogsResource",
    "AsyncAIGatewayProviderConfigsResource",
    "AsyncAIGatewayResource",
    "AsyncAIGatewayURLsResource",
    "AsyncAIInferenceResource",
    "AsyncAIResource",
    "AsyncBillingSpendingLimitResource",
    "AsyncBillingTopupResource",
    "AsyncRadarAIResource",
    "AsyncRadarResource",
    "AsyncTopupConfigResource",
    "BillingSpendingLimitResource",
    "BillingTopupResource",
    "RadarAIResource",
    "RadarResource",
    "TopupConfigResource",
]

_MODULES: dict[str, str] = {
    "AIGatewayBillingResource": "ai_gateway_billing",
    "AIGatewayDatasetsResource": "ai_gateway_datasets",
    "AIGatewayDynamicRoutingResource": "ai_gateway_dynamic_routing",
    "AIGatewayEvaluationTypesResource": "ai_gateway",
    "AIGatewayEvaluationsResource": "ai_gateway_evaluations",
    "AIGatewayLogsResource": "ai_gateway_logs",
    "AIGatewayProviderConfigsResource": "ai_gateway",
    "AIGatewayResource": "ai_gateway",
    "AIGatewayURLsResource": "ai_gateway",
    "AIInferenceResource": "radar_ai",
    "AIResource": "ai",
    "AsyncAIGatewayBillingResource": "ai_gateway_billing",
    "AsyncAIGatewayDatasetsResource": "ai_gateway_datasets",
    "AsyncAIGatewayDynamicRoutingResource": "ai_gateway_dynamic_routing",
    "AsyncAIGatewayEvaluationTypesResource": "ai_gateway",
    "AsyncAIGatewayEvaluationsResource": "ai_gateway_evaluations",
    "AsyncAIGatewayLogsResource": "ai_gateway_logs",
    "AsyncAIGatewayProviderConfigsResource": "ai_gateway",
    "AsyncAIGatewayResource": "ai_gateway",
    "AsyncAIGatewayURLsResource": "ai_gateway",
    "AsyncAIInferenceResource": "radar_ai",
    "AsyncAIResource": "ai",
    "AsyncBillingSpendingLimitResource": "ai_gateway_billing",
    "AsyncBillingTopupResource": "ai_gateway_billing",
    "AsyncRadarAIResource": "radar_ai",
    "AsyncRadarResource": "radar_ai",
    "AsyncTopupConfigResource": "ai_gateway_billing",
    "BillingSpendingLimitResource": "ai_gateway_billing",
    "BillingTopupResource": "ai_gateway_billing",
    "RadarAIResource": "radar_ai",
    "RadarResource": "radar_ai",
    "TopupConfigResource": "ai_gateway_billing",
}

__getattr__, __dir__ = make_lazy_exports(__name__, _MODULES)
