# Generated from Cloudflare AI v4; do not edit.
"""Decoders and operations of `ai_gateway.billing`, `ai_gateway.billing.topup`,
`ai_gateway.billing.topup.config`, `ai_gateway.billing.spending_limit`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_list, get_member
from .._core.operation import Operation
from ..models.ai_gateway_billing import (
    AutoTopup,
    CreditBalance,
    Invoice,
    InvoiceHistory,
    InvoiceLine,
    InvoicePeriod,
    InvoicePreview,
    InvoicePricing,
    Pagination,
    PaymentMethod,
    PretaxCredit,
    SpendingLimit,
    SpendingLimitConfig,
    Topup,
    TopupConfig,
    TopupStatus,
    UsageHistory,
    UsageRecord,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._core.json_value import JSONValue

credit_balance: Callable[[Any], CreditBalance] = adopt(
    CreditBalance,
    {
        "payment_method": lambda data: payment_method(data),
        "topup_config": lambda data: topup_config(data),
    },
)
payment_method: Callable[[Any], PaymentMethod] = adopt(PaymentMethod)
topup_config: Callable[[Any], TopupConfig] = adopt(TopupConfig)
usage_history: Callable[[Any], UsageHistory] = adopt(
    UsageHistory,
    {
        "history": lambda data: decode_list(usage_record, data),
    },
)
usage_record: Callable[[Any], UsageRecord] = adopt(UsageRecord)
invoice_history: Callable[[Any], InvoiceHistory] = adopt(
    InvoiceHistory,
    {
        "invoices": lambda data: decode_list(invoice, data),
        "pagination": lambda data: pagination(data),
    },
)
invoice: Callable[[Any], Invoice] = adopt(Invoice)
pagination: Callable[[Any], Pagination] = adopt(Pagination)
invoice_preview: Callable[[Any], InvoicePreview] = adopt(
    InvoicePreview,
    {
        "invoice_lines": lambda data: decode_list(invoice_line, data),
    },
)
invoice_line: Callable[[Any], InvoiceLine] = adopt(
    InvoiceLine,
    {
        "period": lambda data: invoice_period(data),
        "pricing": lambda data: invoice_pricing(data),
        "pretax_credit_amounts": lambda data: decode_list(pretax_credit, data),
    },
)
invoice_period: Callable[[Any], InvoicePeriod] = adopt(InvoicePeriod)
invoice_pricing: Callable[[Any], InvoicePricing] = adopt(InvoicePricing)
pretax_credit: Callable[[Any], PretaxCredit] = adopt(PretaxCredit)
topup: Callable[[Any], Topup] = adopt(Topup)
topup_status: Callable[[Any], TopupStatus] = adopt(TopupStatus)
auto_topup: Callable[[Any], AutoTopup] = adopt(AutoTopup)
spending_limit: Callable[[Any], SpendingLimit] = adopt(
    SpendingLimit,
    {
        "config": lambda data: spending_limit_config(data),
    },
)
spending_limit_config: Callable[[Any], SpendingLimitConfig] = adopt(SpendingLimitConfig)


def _billing_credit_balance(body: Any) -> CreditBalance:
    return credit_balance(get_member(body, "result"))


def _billing_usage_history(body: Any) -> UsageHistory:
    return usage_history(get_member(body, "result"))


def _billing_invoice_history(body: Any) -> InvoiceHistory:
    return invoice_history(get_member(body, "result"))


def _billing_invoice_preview(body: Any) -> InvoicePreview:
    return invoice_preview(get_member(body, "result"))


def _billing_topup_create(body: Any) -> Topup:
    return topup(get_member(body, "result"))


def _billing_topup_status(body: Any) -> TopupStatus:
    return topup_status(get_member(body, "result"))


def _billing_topup_config_get(body: Any) -> TopupConfig:
    return topup_config(get_member(body, "result"))


def _billing_topup_config_create(body: Any) -> AutoTopup:
    return auto_topup(get_member(body, "result"))


def _billing_topup_config_delete(body: Any) -> JSONValue:
    return cast("JSONValue", get_member(body, "result"))


def _billing_spending_limit_get(body: Any) -> SpendingLimit:
    return spending_limit(get_member(body, "result"))


def _billing_spending_limit_create(body: Any) -> JSONValue:
    return cast("JSONValue", get_member(body, "result"))


def _billing_spending_limit_delete(body: Any) -> JSONValue:
    return cast("JSONValue", get_member(body, "result"))


BILLING_CREDIT_BALANCE: Operation[CreditBalance] = Operation(
    name="ai_gateway.billing.credit_balance",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/billing/credit-balance",
    decode=_billing_credit_balance,
    client_parameters=("account_id",),
)
BILLING_USAGE_HISTORY: Operation[UsageHistory] = Operation(
    name="ai_gateway.billing.usage_history",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/billing/usage-history",
    decode=_billing_usage_history,
    client_parameters=("account_id",),
)
BILLING_INVOICE_HISTORY: Operation[InvoiceHistory] = Operation(
    name="ai_gateway.billing.invoice_history",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/billing/invoice-history",
    decode=_billing_invoice_history,
    client_parameters=("account_id",),
)
BILLING_INVOICE_PREVIEW: Operation[InvoicePreview] = Operation(
    name="ai_gateway.billing.invoice_preview",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/billing/invoice-preview",
    decode=_billing_invoice_preview,
    client_parameters=("account_id",),
)
BILLING_TOPUP_CREATE: Operation[Topup] = Operation(
    name="ai_gateway.billing.topup.create",
    method="POST",
    path="/accounts/{account_id}/ai-gateway/billing/topup",
    decode=_billing_topup_create,
    client_parameters=("account_id",),
    body="json",
)
BILLING_TOPUP_STATUS: Operation[TopupStatus] = Operation(
    name="ai_gateway.billing.topup.status",
    method="POST",
    path="/accounts/{account_id}/ai-gateway/billing/topup/status",
    decode=_billing_topup_status,
    client_parameters=("account_id",),
    body="json",
    retry_safe=True,
)
BILLING_TOPUP_CONFIG_GET: Operation[TopupConfig] = Operation(
    name="ai_gateway.billing.topup.config.get",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/billing/topup/config",
    decode=_billing_topup_config_get,
    client_parameters=("account_id",),
)
BILLING_TOPUP_CONFIG_CREATE: Operation[AutoTopup] = Operation(
    name="ai_gateway.billing.topup.config.create",
    method="POST",
    path="/accounts/{account_id}/ai-gateway/billing/topup/config",
    decode=_billing_topup_config_create,
    client_parameters=("account_id",),
    body="json",
)
BILLING_TOPUP_CONFIG_DELETE: Operation[JSONValue] = Operation(
    name="ai_gateway.billing.topup.config.delete",
    method="DELETE",
    path="/accounts/{account_id}/ai-gateway/billing/topup/config",
    decode=_billing_topup_config_delete,
    client_parameters=("account_id",),
)
BILLING_SPENDING_LIMIT_GET: Operation[SpendingLimit] = Operation(
    name="ai_gateway.billing.spending_limit.get",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/billing/spending-limit",
    decode=_billing_spending_limit_get,
    client_parameters=("account_id",),
)
BILLING_SPENDING_LIMIT_CREATE: Operation[JSONValue] = Operation(
    name="ai_gateway.billing.spending_limit.create",
    method="POST",
    path="/accounts/{account_id}/ai-gateway/billing/spending-limit",
    decode=_billing_spending_limit_create,
    client_parameters=("account_id",),
    body="json",
)
BILLING_SPENDING_LIMIT_DELETE: Operation[JSONValue] = Operation(
    name="ai_gateway.billing.spending_limit.delete",
    method="DELETE",
    path="/accounts/{account_id}/ai-gateway/billing/spending-limit",
    decode=_billing_spending_limit_delete,
    client_parameters=("account_id",),
)
