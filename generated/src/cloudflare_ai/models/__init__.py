# Generated from Cloudflare AI v4; do not edit.
"""The models: what the API gives and takes. Each is loaded when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core import make_lazy_exports

if TYPE_CHECKING:
    from .ai_gateway_dynamic_routing import AccountRoute
    from .radar_ai import Annotation
    from .radar_ai import AnnotationDataSource
    from .radar_ai import AnnotationEventType
    from .ai_gateway_billing import AutoTopup
    from .ai import BoundingBox
    from .ai import ChatMessage
    from .ai import ChatMessageContent
    from .ai import ChatMessageContentDict
    from .ai import ChatMessageDict
    from .ai import Classification
    from .ai_gateway_dynamic_routing import ConditionalElement
    from .ai_gateway_dynamic_routing import ConditionalElementDict
    from .ai_gateway_dynamic_routing import ConditionalOutputs
    from .ai_gateway_dynamic_routing import ConditionalOutputsDict
    from .ai_gateway_dynamic_routing import ConditionalProperties
    from .ai_gateway_dynamic_routing import ConditionalPropertiesDict
    from .radar_ai import ConfidenceInfo
    from .ai_gateway_billing import CreditBalance
    from .ai_gateway import DLPAction
    from .ai_gateway import DLPDirection
    from .ai_gateway import DLPPolicy
    from .ai_gateway import DLPPolicyDict
    from .ai_gateway import DLPPolicySettings
    from .ai_gateway import DLPPolicySettingsDict
    from .ai_gateway import DLPProfileSettings
    from .ai_gateway import DLPProfileSettingsDict
    from .ai_gateway import DLPSettings
    from .ai_gateway import DLPSettingsDict
    from .ai_gateway_datasets import Dataset
    from .ai_gateway import DatasetFilter
    from .ai_gateway import DatasetFilterDict
    from .ai_gateway import DatasetFilterKey
    from .ai_gateway import DatasetFilterOperator
    from .radar_ai import DateRange
    from .ai_gateway_dynamic_routing import Deployment
    from .ai_gateway_dynamic_routing import DeploymentList
    from .ai import DetectedObject
    from .ai_gateway_dynamic_routing import Element
    from .ai_gateway_dynamic_routing import ElementDict
    from .ai_gateway_dynamic_routing import ElementTarget
    from .ai_gateway_dynamic_routing import ElementTargetDict
    from .ai import Embeddings
    from .ai_gateway_dynamic_routing import EndElement
    from .ai_gateway_dynamic_routing import EndElementDict
    from .ai_gateway_evaluations import Evaluation
    from .ai_gateway_evaluations import EvaluationDataset
    from .ai_gateway_evaluations import EvaluationResult
    from .ai_gateway import EvaluationType
    from .ai_gateway_dynamic_routing import FallbackOutputs
    from .ai_gateway_dynamic_routing import FallbackOutputsDict
    from .ai import FunctionCode
    from .ai import FunctionCodeDict
    from .ai import FunctionTool
    from .ai import FunctionToolDict
    from .ai_gateway import Gateway
    from .ai import GeneratedAudio
    from .ai import GeneratedText
    from .ai_gateway import GuardrailAction
    from .ai_gateway import GuardrailCategories
    from .ai_gateway import GuardrailCategoriesDict
    from .ai_gateway import Guardrails
    from .ai_gateway import GuardrailsDict
    from .ai import ImageDescription
    from .ai import ImageURL
    from .ai import ImageURLDict
    from .radar_ai import InferenceDimension
    from .radar_ai import InferenceSummary
    from .radar_ai import InferenceSummaryMeta
    from .ai_gateway_billing import Invoice
    from .ai_gateway_billing import InvoiceHistory
    from .ai_gateway_billing import InvoiceLine
    from .ai_gateway_billing import InvoicePeriod
    from .ai_gateway_billing import InvoicePreview
    from .ai_gateway_billing import InvoicePricing
    from .ai_gateway_billing import InvoiceStatus
    from .ai_gateway_billing import InvoiceType
    from .ai_gateway_logs import Log
    from .ai_gateway_logs import LogDeletion
    from .ai_gateway_logs import LogDeletionOrder
    from .ai_gateway_logs import LogDetail
    from .ai_gateway_logs import LogFilter
    from .ai_gateway_logs import LogFilterDict
    from .ai_gateway_logs import LogFilterKey
    from .ai_gateway_logs import LogFilterOperator
    from .ai_gateway import LogManagementStrategy
    from .ai_gateway_logs import LogOrder
    from .ai_gateway_logs import LogsInfo
    from .radar_ai import MeasurementUnit
    from .ai import MessagePart
    from .ai import MessagePartDict
    from .ai_gateway_dynamic_routing import ModelElement
    from .ai_gateway_dynamic_routing import ModelElementDict
    from .ai_gateway_dynamic_routing import ModelProperties
    from .ai_gateway_dynamic_routing import ModelPropertiesDict
    from .radar_ai import Normalization
    from .ai_gateway import OtelContentType
    from .ai_gateway import OtelExporter
    from .ai_gateway import OtelExporterDict
    from .ai_gateway import PageInfo
    from .ai_gateway_billing import Pagination
    from .ai_gateway_billing import PaymentMethod
    from .ai_gateway_dynamic_routing import PercentageElement
    from .ai_gateway_dynamic_routing import PercentageElementDict
    from .ai_gateway_billing import PretaxCredit
    from .ai_gateway import ProviderConfig
    from .ai_gateway_dynamic_routing import RateElement
    from .ai_gateway_dynamic_routing import RateElementDict
    from .ai_gateway import RateLimitingTechnique
    from .ai_gateway_dynamic_routing import RateProperties
    from .ai_gateway_dynamic_routing import RatePropertiesDict
    from .ai import RecognizedWord
    from .ai import ResponseFormat
    from .ai import ResponseFormatDict
    from .others import ResponseMessage
    from .ai_gateway import RetryBackoff
    from .ai_gateway_dynamic_routing import Route
    from .ai_gateway_dynamic_routing import RouteContent
    from .ai_gateway_dynamic_routing import RouteList
    from .ai_gateway_dynamic_routing import RouteVersion
    from .ai_gateway_dynamic_routing import RouteVersionActive
    from .ai_gateway_dynamic_routing import RouteVersionDetail
    from .ai_gateway_dynamic_routing import RouteVersionList
    from .others import RunInput
    from .ai import RunResult
    from .ai_gateway import SortDirection
    from .ai import SpeechRecognition
    from .ai_gateway import SpendLimitRule
    from .ai_gateway import SpendLimitRuleDict
    from .ai_gateway import SpendLimits
    from .ai_gateway import SpendLimitsDict
    from .ai_gateway_billing import SpendingLimit
    from .ai_gateway_billing import SpendingLimitConfig
    from .ai_gateway_billing import SpendingLimitDuration
    from .ai_gateway_billing import SpendingLimitStrategy
    from .ai_gateway_dynamic_routing import StartElement
    from .ai_gateway_dynamic_routing import StartElementDict
    from .ai_gateway_dynamic_routing import StartOutputs
    from .ai_gateway_dynamic_routing import StartOutputsDict
    from .ai_gateway import StripeUsage
    from .ai_gateway import StripeUsageDict
    from .ai_gateway import StripeUsageEvent
    from .ai_gateway import StripeUsageEventDict
    from .ai import Summary
    from .radar_ai import SummaryFormat
    from .ai import TokenUsage
    from .ai import Tool
    from .ai import ToolCall
    from .ai import ToolDescription
    from .ai import ToolDescriptionDict
    from .ai import ToolDict
    from .ai_gateway_billing import Topup
    from .ai_gateway_billing import TopupConfig
    from .ai_gateway_billing import TopupState
    from .ai_gateway_billing import TopupStatus
    from .ai import Translation
    from .ai_gateway_dynamic_routing import UnknownElement
    from .ai_gateway_billing import UsageHistory
    from .ai_gateway_billing import UsageRecord
    from .ai_gateway_billing import UsageWindow
    from .ai_gateway import WorkersAIBillingMode

__all__ = [
    "AccountRoute",
    "Annotation",
    "AnnotationDataSource",
    "AnnotationEventType",
    "AutoTopup",
    "BoundingBox",
    "ChatMessage",
    "ChatMessageContent",
    "ChatMessageContentDict",
    "ChatMessageDict",
    "Classification",
    "ConditionalElement",
    "ConditionalElementDict",
    "ConditionalOutputs",
    "ConditionalOutputsDict",
    "ConditionalProperties",
    "ConditionalPropertiesDict",
    "ConfidenceInfo",
    "CreditBalance",
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
    "Dataset",
    "DatasetFilter",
    "DatasetFilterDict",
    "DatasetFilterKey",
    "DatasetFilterOperator",
    "DateRange",
    "Deployment",
    "DeploymentList",
    "DetectedObject",
    "Element",
    "ElementDict",
    "ElementTarget",
    "ElementTargetDict",
    "Embeddings",
    "EndElement",
    "EndElementDict",
    "Evaluation",
    "EvaluationDataset",
    "EvaluationResult",
    "EvaluationType",
    "FallbackOutputs",
    "FallbackOutputsDict",
    "FunctionCode",
    "FunctionCodeDict",
    "FunctionTool",
    "FunctionToolDict",
    "Gateway",
    "GeneratedAudio",
    "GeneratedText",
    "GuardrailAction",
    "GuardrailCategories",
    "GuardrailCategoriesDict",
    "Guardrails",
    "GuardrailsDict",
    "ImageDescription",
    "ImageURL",
    "ImageURLDict",
    "InferenceDimension",
    "InferenceSummary",
    "InferenceSummaryMeta",
    "Invoice",
    "InvoiceHistory",
    "InvoiceLine",
    "InvoicePeriod",
    "InvoicePreview",
    "InvoicePricing",
    "InvoiceStatus",
    "InvoiceType",
    "Log",
    "LogDeletion",
    "LogDeletionOrder",
    "LogDetail",
    "LogFilter",
    "LogFilterDict",
    "LogFilterKey",
    "LogFilterOperator",
    "LogManagementStrategy",
    "LogOrder",
    "LogsInfo",
    "MeasurementUnit",
    "MessagePart",
    "MessagePartDict",
    "ModelElement",
    "ModelElementDict",
    "ModelProperties",
    "ModelPropertiesDict",
    "Normalization",
    "OtelContentType",
    "OtelExporter",
    "OtelExporterDict",
    "PageInfo",
    "Pagination",
    "PaymentMethod",
    "PercentageElement",
    "PercentageElementDict",
    "PretaxCredit",
    "ProviderConfig",
    "RateElement",
    "RateElementDict",
    "RateLimitingTechnique",
    "RateProperties",
    "RatePropertiesDict",
    "RecognizedWord",
    "ResponseFormat",
    "ResponseFormatDict",
    "ResponseMessage",
    "RetryBackoff",
    "Route",
    "RouteContent",
    "RouteList",
    "RouteVersion",
    "RouteVersionActive",
    "RouteVersionDetail",
    "RouteVersionList",
    "RunInput",
    "RunResult",
    "SortDirection",
    "SpeechRecognition",
    "SpendLimitRule",
    "SpendLimitRuleDict",
    "SpendLimits",
    "SpendLimitsDict",
    "SpendingLimit",
    "SpendingLimitConfig",
    "SpendingLimitDuration",
    "SpendingLimitStrategy",
    "StartElement",
    "StartElementDict",
    "StartOutputs",
    "StartOutputsDict",
    "StripeUsage",
    "StripeUsageDict",
    "StripeUsageEvent",
    "StripeUsageEventDict",
    "Summary",
    "SummaryFormat",
    "TokenUsage",
    "Tool",
    "ToolCall",
    "ToolDescription",
    "ToolDescriptionDict",
    "ToolDict",
    "Topup",
    "TopupConfig",
    "TopupState",
    "TopupStatus",
    "Translation",
    "UnknownElement",
    "UsageHistory",
    "UsageRecord",
    "UsageWindow",
    "WorkersAIBillingMode",
]

_MODULES: dict[str, str] = {
    "AccountRoute": "ai_gateway_dynamic_routing",
    "Annotation": "radar_ai",
    "AnnotationDataSource": "radar_ai",
    "AnnotationEventType": "radar_ai",
    "AutoTopup": "ai_gateway_billing",
    "BoundingBox": "ai",
    "ChatMessage": "ai",
    "ChatMessageContent": "ai",
    "ChatMessageContentDict": "ai",
    "ChatMessageDict": "ai",
    "Classification": "ai",
    "ConditionalElement": "ai_gateway_dynamic_routing",
    "ConditionalElementDict": "ai_gateway_dynamic_routing",
    "ConditionalOutputs": "ai_gateway_dynamic_routing",
    "ConditionalOutputsDict": "ai_gateway_dynamic_routing",
    "ConditionalProperties": "ai_gateway_dynamic_routing",
    "ConditionalPropertiesDict": "ai_gateway_dynamic_routing",
    "ConfidenceInfo": "radar_ai",
    "CreditBalance": "ai_gateway_billing",
    "DLPAction": "ai_gateway",
    "DLPDirection": "ai_gateway",
    "DLPPolicy": "ai_gateway",
    "DLPPolicyDict": "ai_gateway",
    "DLPPolicySettings": "ai_gateway",
    "DLPPolicySettingsDict": "ai_gateway",
    "DLPProfileSettings": "ai_gateway",
    "DLPProfileSettingsDict": "ai_gateway",
    "DLPSettings": "ai_gateway",
    "DLPSettingsDict": "ai_gateway",
    "Dataset": "ai_gateway_datasets",
    "DatasetFilter": "ai_gateway",
    "DatasetFilterDict": "ai_gateway",
    "DatasetFilterKey": "ai_gateway",
    "DatasetFilterOperator": "ai_gateway",
    "DateRange": "radar_ai",
    "Deployment": "ai_gateway_dynamic_routing",
    "DeploymentList": "ai_gateway_dynamic_routing",
    "DetectedObject": "ai",
    "Element": "ai_gateway_dynamic_routing",
    "ElementDict": "ai_gateway_dynamic_routing",
    "ElementTarget": "ai_gateway_dynamic_routing",
    "ElementTargetDict": "ai_gateway_dynamic_routing",
    "Embeddings": "ai",
    "EndElement": "ai_gateway_dynamic_routing",
    "EndElementDict": "ai_gateway_dynamic_routing",
    "Evaluation": "ai_gateway_evaluations",
    "EvaluationDataset": "ai_gateway_evaluations",
    "EvaluationResult": "ai_gateway_evaluations",
    "EvaluationType": "ai_gateway",
    "FallbackOutputs": "ai_gateway_dynamic_routing",
    "FallbackOutputsDict": "ai_gateway_dynamic_routing",
    "FunctionCode": "ai",
    "FunctionCodeDict": "ai",
    "FunctionTool": "ai",
    "FunctionToolDict": "ai",
    "Gateway": "ai_gateway",
    "GeneratedAudio": "ai",
    "GeneratedText": "ai",
    "GuardrailAction": "ai_gateway",
    "GuardrailCategories": "ai_gateway",
    "GuardrailCategoriesDict": "ai_gateway",
    "Guardrails": "ai_gateway",
    "GuardrailsDict": "ai_gateway",
    "ImageDescription": "ai",
    "ImageURL": "ai",
    "ImageURLDict": "ai",
    "InferenceDimension": "radar_ai",
    "InferenceSummary": "radar_ai",
    "InferenceSummaryMeta": "radar_ai",
    "Invoice": "ai_gateway_billing",
    "InvoiceHistory": "ai_gateway_billing",
    "InvoiceLine": "ai_gateway_billing",
    "InvoicePeriod": "ai_gateway_billing",
    "InvoicePreview": "ai_gateway_billing",
    "InvoicePricing": "ai_gateway_billing",
    "InvoiceStatus": "ai_gateway_billing",
    "InvoiceType": "ai_gateway_billing",
    "Log": "ai_gateway_logs",
    "LogDeletion": "ai_gateway_logs",
    "LogDeletionOrder": "ai_gateway_logs",
    "LogDetail": "ai_gateway_logs",
    "LogFilter": "ai_gateway_logs",
    "LogFilterDict": "ai_gateway_logs",
    "LogFilterKey": "ai_gateway_logs",
    "LogFilterOperator": "ai_gateway_logs",
    "LogManagementStrategy": "ai_gateway",
    "LogOrder": "ai_gateway_logs",
    "LogsInfo": "ai_gateway_logs",
    "MeasurementUnit": "radar_ai",
    "MessagePart": "ai",
    "MessagePartDict": "ai",
    "ModelElement": "ai_gateway_dynamic_routing",
    "ModelElementDict": "ai_gateway_dynamic_routing",
    "ModelProperties": "ai_gateway_dynamic_routing",
    "ModelPropertiesDict": "ai_gateway_dynamic_routing",
    "Normalization": "radar_ai",
    "OtelContentType": "ai_gateway",
    "OtelExporter": "ai_gateway",
    "OtelExporterDict": "ai_gateway",
    "PageInfo": "ai_gateway",
    "Pagination": "ai_gateway_billing",
    "PaymentMethod": "ai_gateway_billing",
    "PercentageElement": "ai_gateway_dynamic_routing",
    "PercentageElementDict": "ai_gateway_dynamic_routing",
    "PretaxCredit": "ai_gateway_billing",
    "ProviderConfig": "ai_gateway",
    "RateElement": "ai_gateway_dynamic_routing",
    "RateElementDict": "ai_gateway_dynamic_routing",
    "RateLimitingTechnique": "ai_gateway",
    "RateProperties": "ai_gateway_dynamic_routing",
    "RatePropertiesDict": "ai_gateway_dynamic_routing",
    "RecognizedWord": "ai",
    "ResponseFormat": "ai",
    "ResponseFormatDict": "ai",
    "ResponseMessage": "others",
    "RetryBackoff": "ai_gateway",
    "Route": "ai_gateway_dynamic_routing",
    "RouteContent": "ai_gateway_dynamic_routing",
    "RouteList": "ai_gateway_dynamic_routing",
    "RouteVersion": "ai_gateway_dynamic_routing",
    "RouteVersionActive": "ai_gateway_dynamic_routing",
    "RouteVersionDetail": "ai_gateway_dynamic_routing",
    "RouteVersionList": "ai_gateway_dynamic_routing",
    "RunInput": "others",
    "RunResult": "ai",
    "SortDirection": "ai_gateway",
    "SpeechRecognition": "ai",
    "SpendLimitRule": "ai_gateway",
    "SpendLimitRuleDict": "ai_gateway",
    "SpendLimits": "ai_gateway",
    "SpendLimitsDict": "ai_gateway",
    "SpendingLimit": "ai_gateway_billing",
    "SpendingLimitConfig": "ai_gateway_billing",
    "SpendingLimitDuration": "ai_gateway_billing",
    "SpendingLimitStrategy": "ai_gateway_billing",
    "StartElement": "ai_gateway_dynamic_routing",
    "StartElementDict": "ai_gateway_dynamic_routing",
    "StartOutputs": "ai_gateway_dynamic_routing",
    "StartOutputsDict": "ai_gateway_dynamic_routing",
    "StripeUsage": "ai_gateway",
    "StripeUsageDict": "ai_gateway",
    "StripeUsageEvent": "ai_gateway",
    "StripeUsageEventDict": "ai_gateway",
    "Summary": "ai",
    "SummaryFormat": "radar_ai",
    "TokenUsage": "ai",
    "Tool": "ai",
    "ToolCall": "ai",
    "ToolDescription": "ai",
    "ToolDescriptionDict": "ai",
    "ToolDict": "ai",
    "Topup": "ai_gateway_billing",
    "TopupConfig": "ai_gateway_billing",
    "TopupState": "ai_gateway_billing",
    "TopupStatus": "ai_gateway_billing",
    "Translation": "ai",
    "UnknownElement": "ai_gateway_dynamic_routing",
    "UsageHistory": "ai_gateway_billing",
    "UsageRecord": "ai_gateway_billing",
    "UsageWindow": "ai_gateway_billing",
    "WorkersAIBillingMode": "ai_gateway",
}

__getattr__, __dir__ = make_lazy_exports(__name__, _MODULES)
