"""The wire side of `ai_gateway.billing`, `ai_gateway.billing.topup`,
`ai_gateway.billing.topup.config`, `ai_gateway.billing.spending_limit`: decoders and operations.
"""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, decode_list, get_member, new
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

payment_method = adopt(PaymentMethod)
topup_config = adopt(TopupConfig)
usage_record = adopt(UsageRecord)
invoice = adopt(Invoice)
pagination = adopt(Pagination)
invoice_period = adopt(InvoicePeriod)
invoice_pricing = adopt(InvoicePricing)
pretax_credit = adopt(PretaxCredit)
topup = adopt(Topup)
topup_status = adopt(TopupStatus)
auto_topup = adopt(AutoTopup)
spending_limit_config = adopt(SpendingLimitConfig)


def credit_balance(data: Any) -> CreditBalance:
    if data.__class__ is not dict:
        return cast("CreditBalance", data)
    self = new(CreditBalance)
    self.__dict__ = data
    if (found := data.get("payment_method")).__class__ is dict:
        data["payment_method"] = new(PaymentMethod)
        data["payment_method"].__dict__ = found
    if (found := data.get("topup_config")).__class__ is dict:
        data["topup_config"] = new(TopupConfig)
        data["topup_config"].__dict__ = found
    return self


def usage_history(data: Any) -> UsageHistory:
    if data.__class__ is not dict:
        return cast("UsageHistory", data)
    self = new(UsageHistory)
    self.__dict__ = data
    if "history" in data:
        data["history"] = decode_list(usage_record, data["history"])
    return self


def invoice_history(data: Any) -> InvoiceHistory:
    if data.__class__ is not dict:
        return cast("InvoiceHistory", data)
    self = new(InvoiceHistory)
    self.__dict__ = data
    if "invoices" in data:
        data["invoices"] = decode_list(invoice, data["invoices"])
    if (found := data.get("pagination")).__class__ is dict:
        data["pagination"] = new(Pagination)
        data["pagination"].__dict__ = found
    return self


def invoice_preview(data: Any) -> InvoicePreview:
    if data.__class__ is not dict:
        return cast("InvoicePreview", data)
    self = new(InvoicePreview)
    self.__dict__ = data
    if "invoice_lines" in data:
        data["invoice_lines"] = decode_list(invoice_line, data["invoice_lines"])
    return self


def invoice_line(data: Any) -> InvoiceLine:
    if data.__class__ is not dict:
        return cast("InvoiceLine", data)
    self = new(InvoiceLine)
    self.__dict__ = data
    if (found := data.get("period")).__class__ is dict:
        data["period"] = new(InvoicePeriod)
        data["period"].__dict__ = found
    if (found := data.get("pricing")).__class__ is dict:
        data["pricing"] = new(InvoicePricing)
        data["pricing"].__dict__ = found
    if "pretax_credit_amounts" in data:
        data["pretax_credit_amounts"] = decode_list(pretax_credit, data["pretax_credit_amounts"])
    return self


def spending_limit(data: Any) -> SpendingLimit:
    if data.__class__ is not dict:
        return cast("SpendingLimit", data)
    self = new(SpendingLimit)
    self.__dict__ = data
    if (found := data.get("config")).__class__ is dict:
        data["config"] = new(SpendingLimitConfig)
        data["config"].__dict__ = found
    return self


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


def _billing_topup_config_delete(body: Any) -> Any:
    return get_member(body, "result")


def _billing_spending_limit_get(body: Any) -> SpendingLimit:
    return spending_limit(get_member(body, "result"))


def _billing_spending_limit_create(body: Any) -> Any:
    return get_member(body, "result")


def _billing_spending_limit_delete(body: Any) -> Any:
    return get_member(body, "result")


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
    body="json",
    client_parameters=("account_id",),
)
BILLING_TOPUP_STATUS: Operation[TopupStatus] = Operation(
    name="ai_gateway.billing.topup.status",
    method="POST",
    path="/accounts/{account_id}/ai-gateway/billing/topup/status",
    decode=_billing_topup_status,
    body="json",
    client_parameters=("account_id",),
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
    body="json",
    client_parameters=("account_id",),
)
BILLING_TOPUP_CONFIG_DELETE: Operation[Any] = Operation(
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
BILLING_SPENDING_LIMIT_CREATE: Operation[Any] = Operation(
    name="ai_gateway.billing.spending_limit.create",
    method="POST",
    path="/accounts/{account_id}/ai-gateway/billing/spending-limit",
    decode=_billing_spending_limit_create,
    body="json",
    client_parameters=("account_id",),
)
BILLING_SPENDING_LIMIT_DELETE: Operation[Any] = Operation(
    name="ai_gateway.billing.spending_limit.delete",
    method="DELETE",
    path="/accounts/{account_id}/ai-gateway/billing/spending-limit",
    decode=_billing_spending_limit_delete,
    client_parameters=("account_id",),
)
