# Generated from Cloudflare AI v4; do not edit.
"""The models of `ai_gateway.billing`, `ai_gateway.billing.topup`,
`ai_gateway.billing.topup.config`, `ai_gateway.billing.spending_limit`.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._core.model import Model, member, model

__all__ = [
    "AutoTopup",
    "CreditBalance",
    "Invoice",
    "InvoiceHistory",
    "InvoiceLine",
    "InvoicePeriod",
    "InvoicePreview",
    "InvoicePricing",
    "InvoiceStatus",
    "InvoiceType",
    "Pagination",
    "PaymentMethod",
    "PretaxCredit",
    "SpendingLimit",
    "SpendingLimitConfig",
    "SpendingLimitDuration",
    "SpendingLimitStrategy",
    "Topup",
    "TopupConfig",
    "TopupState",
    "TopupStatus",
    "UsageHistory",
    "UsageRecord",
    "UsageWindow",
]


@model
class CreditBalance(Model):
    """The credit of an account, and how it is paid for."""

    balance: float
    """Credit that is left; the documents name no unit."""
    has_default_payment_method: bool
    """Whether there is a card to charge."""
    payment_method: PaymentMethod | None
    topup_config: TopupConfig
    first_topup_success: bool | None = None
    """Whether the first top-up succeeded."""


@model
class PaymentMethod(Model):
    """The card that is charged."""

    brand: str | None = None
    """Brand of the card."""
    last4: str | None = None
    """Last four digits of the card."""


@model
class TopupConfig(Model):
    """The automatic top-up of an account, and what stopped it."""

    amount: int | None
    """How much credit is bought each time, in cents."""
    disabled_reason: str | None = member("disabledReason", default=None)
    """Why the automatic top-up was turned off."""
    error: str | None = None
    """What went wrong last."""
    last_failed_at: int | None = member("lastFailedAt", default=None)
    """When it went wrong last."""
    threshold: int | None
    """Balance below which credit is bought, in cents."""


@model
class UsageHistory(Model):
    """What an account used over a time range."""

    history: list[UsageRecord]
    """What was used, by window."""


@model
class UsageRecord(Model):
    """What an account used in one window."""

    id: str
    """Identifier of the record."""
    aggregated_value: float
    """What was used in the window; the documents name no unit."""
    end_time: int
    """End of the window, as a Unix time."""
    start_time: int
    """Begin of the window, as a Unix time."""


@model
class InvoiceHistory(Model):
    """Past invoices."""

    invoices: list[Invoice]
    """The invoices."""
    pagination: Pagination


@model
class Invoice(Model):
    """A past invoice."""

    amount_due: int
    """Amount that is due, in the smallest unit of the currency."""
    amount_paid: int
    """Amount that was paid, in the smallest unit of the currency."""
    amount_remaining: int
    """Amount that is still to be paid, in the smallest unit of the currency."""
    currency: str
    """Currency of the amounts, as a code of three letters."""
    id: str | None = None
    """Identifier of the invoice."""
    attempt_count: int | None = None
    """How often payment was tried."""
    attempted: bool | None = None
    """Whether payment was tried at all."""
    auto_advance: bool | None = None
    """Whether the invoice is collected automatically."""
    created: int | None = None
    """When the invoice was created, as a Unix time."""
    created_by: str | None = None
    """Who or what created the invoice."""
    description: str | None = None
    """What the invoice is about."""
    invoice_origin: str | None = None
    """Where the invoice comes from."""
    invoice_pdf: str | None = None
    """Address of the invoice as a PDF."""
    status: str | None = None
    """State of the invoice."""


@model
class Pagination(Model):
    """Where a page stands in the whole list, as the billing operations tell it."""

    has_more: bool
    """Whether another page follows."""
    page: int
    """Number of this page, counted from 1."""
    per_page: int
    """How many items a page holds."""
    total_count: int
    """How many items all pages hold together."""


@model
class InvoicePreview(Model):
    """The next invoice as it stands now."""

    id: str
    """Identifier of the invoice."""
    amount_due: int
    """Amount that is due, in the smallest unit of the currency."""
    amount_paid: int
    """Amount that was paid, in the smallest unit of the currency."""
    amount_remaining: int
    """Amount that is still to be paid, in the smallest unit of the currency."""
    currency: str
    """Currency of the amounts, as a code of three letters."""
    invoice_lines: list[InvoiceLine]
    """The lines of the invoice."""
    period_end: int
    """End of the period, as a Unix time."""
    period_start: int
    """Begin of the period, as a Unix time."""
    status: InvoiceStatus
    """State of an invoice."""


@model
class InvoiceLine(Model):
    """A line of an invoice."""

    amount: int
    """Amount of the line, in the smallest unit of the currency."""
    currency: str
    """Currency of the amounts, as a code of three letters."""
    description: str | None
    """What the line is about."""
    period: InvoicePeriod
    pricing: InvoicePricing
    quantity: int
    """How many units the line counts."""
    pretax_credit_amounts: list[PretaxCredit] | None = None
    """Credits that were taken off before tax."""


@model
class InvoicePeriod(Model):
    """The time that a line covers."""

    end: int
    """End of the period, as a Unix time."""
    start: int
    """Begin of the period, as a Unix time."""


@model
class InvoicePricing(Model):
    """The price that a line is computed with."""

    unit_amount_decimal: str | None
    """Price of a unit as a decimal number."""


@model
class PretaxCredit(Model):
    """A credit that was taken off a line before tax."""

    amount: int
    """Amount of the credit, in the smallest unit of the currency."""
    type: str
    """Kind of the credit."""
    credit_balance_transaction: str | None = None
    """Identifier of the transaction that the credit comes from."""
    discount: str | None = None
    """Identifier of the discount that the credit comes from."""


@model
class Topup(Model):
    """A payment for credit that was started."""

    client_secret: str | None = member(secret=True)
    """Secret that completes the payment at Stripe."""
    onboarding: bool
    """Whether the account was set up for payment before."""
    payment_intent_id: str
    """Invoice to ask the state of the payment with."""
    brand: str | None = None
    """Brand of the card."""
    last4: str | None = None
    """Last four digits of the card."""


@model
class TopupStatus(Model):
    """The state of a payment for credit."""

    payment_intent_id: str
    """Identifier of the payment."""
    status: TopupState
    """Whether a payment has come through."""


@model
class AutoTopup(Model):
    """The automatic top-up as it was set."""

    amount: int
    """How much credit is bought each time, in cents."""
    threshold: int
    """Balance below which credit is bought, in cents."""


@model
class SpendingLimit(Model):
    """How much an account may spend in a period."""

    config: SpendingLimitConfig
    enabled: bool
    """Whether the limit is in force."""


@model
class SpendingLimitConfig(Model):
    """The limit itself."""

    amount: int | None
    """Most that may be spent in the period, in cents."""
    duration: str | None
    """Period of the limit, such as `daily`, `weekly` or `monthly`."""
    strategy: str | None
    """Whether the period is `fixed` or `sliding`."""


UsageWindow: TypeAlias = Literal["day", "hour"]
"""Length of the windows that usage is summed up by."""

InvoiceType: TypeAlias = Literal["auto", "all", "manual"]
"""Which invoices to list - those of automatic top-ups (`auto`), of manual ones (`manual`), or
`all`.
"""

InvoiceStatus: TypeAlias = Literal["draft", "open", "paid", "uncollectible", "void"]
"""State of an invoice."""

TopupState: TypeAlias = Literal["completed", "pending"]
"""Whether a payment has come through."""

SpendingLimitDuration: TypeAlias = Literal["daily", "weekly", "monthly"]
"""Period that the limit holds for."""

SpendingLimitStrategy: TypeAlias = Literal["fixed", "sliding"]
"""Whether the period is fixed or slides along."""
