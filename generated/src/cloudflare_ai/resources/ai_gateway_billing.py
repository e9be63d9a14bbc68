# Generated from Cloudflare AI v4; do not edit.
"""The resources `ai_gateway.billing`, `ai_gateway.billing.topup`,
`ai_gateway.billing.topup.config`, `ai_gateway.billing.spending_limit`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._codec import ai_gateway_billing as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.json_value import JSONValue
    from .._core.options import Options
    from ..models.ai_gateway_billing import (
        AutoTopup,
        CreditBalance,
        InvoiceHistory,
        InvoicePreview,
        InvoiceType,
        SpendingLimit,
        SpendingLimitDuration,
        SpendingLimitStrategy,
        Topup,
        TopupConfig,
        TopupStatus,
        UsageHistory,
        UsageWindow,
    )

__all__ = [
    "AIGatewayBillingResource",
    "AsyncAIGatewayBillingResource",
    "AsyncBillingSpendingLimitResource",
    "AsyncBillingTopupResource",
    "AsyncTopupConfigResource",
    "BillingSpendingLimitResource",
    "BillingTopupResource",
    "TopupConfigResource",
]


class AIGatewayBillingResource(Resource):
    """Balance, usage and invoices."""

    @cached_property
    def topup(self) -> BillingTopupResource:
        """Buying credit."""
        return BillingTopupResource(self._client)

    @cached_property
    def spending_limit(self) -> BillingSpendingLimitResource:
        """How much may be spent in a period."""
        return BillingSpendingLimitResource(self._client)

    def credit_balance(
        self,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> CreditBalance:
        """Fetch the credit balance, the payment method and the automatic top-up of an account.

        Args:
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The balance.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BILLING_CREDIT_BALANCE,
            path={"account_id": account_id},
            options=options,
        )

    def usage_history(
        self,
        *,
        value_grouping_window: UsageWindow,
        account_id: str | None = None,
        end_time: int | None = None,
        start_time: int | None = None,
        options: Options | None = None,
    ) -> UsageHistory:
        """Fetch what an account used, summed up by day or hour.

        Args:
            value_grouping_window: Length of the windows that usage is summed up by.
            account_id: Account that the request acts on.
            end_time: End of the time range, in milliseconds since 1970.
            start_time: Start of the time range, in milliseconds since 1970.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The usage.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BILLING_USAGE_HISTORY,
            path={"account_id": account_id},
            query={
                "value_grouping_window": value_grouping_window,
                "end_time": end_time,
                "start_time": start_time,
            },
            options=options,
        )

    def invoice_history(
        self,
        *,
        account_id: str | None = None,
        type: InvoiceType | None = None,
        options: Options | None = None,
    ) -> InvoiceHistory:
        """Fetch the past invoices of an account.

        Args:
            account_id: Account that the request acts on.
            type: Which invoices to list - those of automatic top-ups (`auto`), of manual ones
                (`manual`), or `all`.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The invoices.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BILLING_INVOICE_HISTORY,
            path={"account_id": account_id},
            query={"type": type},
            options=options,
        )

    def invoice_preview(
        self,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> InvoicePreview:
        """Fetch a preview of the next invoice of an account.

        Args:
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The preview.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BILLING_INVOICE_PREVIEW,
            path={"account_id": account_id},
            options=options,
        )


class BillingTopupResource(Resource):
    """Buying credit."""

    @cached_property
    def config(self) -> TopupConfigResource:
        """Buying credit automatically."""
        return TopupConfigResource(self._client)

    def create(
        self,
        *,
        amount: int,
        account_id: str | None = None,
        payment_method_id: str | None = None,
        options: Options | None = None,
    ) -> Topup:
        """Buy credit.

        Args:
            amount: How much credit is bought, in cents. At least 1000.
            account_id: Account that the request acts on.
            payment_method_id: Payment method that is charged in place of the default one.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The payment that was started.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BILLING_TOPUP_CREATE,
            path={"account_id": account_id},
            body={"amount": amount, "payment_method_id": payment_method_id},
            options=options,
        )

    def status(
        self,
        *,
        payment_intent_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> TopupStatus:
        """Fetch the state of a top-up's payment.

        Args:
            payment_intent_id: Identifier of the payment, as `topup.create` returned it.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The state.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BILLING_TOPUP_STATUS,
            path={"account_id": account_id},
            body={"payment_intent_id": payment_intent_id},
            options=options,
        )


class TopupConfigResource(Resource):
    """Buying credit automatically."""

    def get(
        self,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> TopupConfig:
        """Fetch the automatic top-up of an account.

        Args:
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The automatic top-up.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BILLING_TOPUP_CONFIG_GET,
            path={"account_id": account_id},
            options=options,
        )

    def create(
        self,
        *,
        amount: int,
        threshold: int,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> AutoTopup:
        """Set the automatic top-up of an account.

        Args:
            amount: How much credit is bought each time, in cents. At least 1000.
            threshold: Balance below which credit is bought, in cents. At least 500.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The automatic top-up as it was set.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BILLING_TOPUP_CONFIG_CREATE,
            path={"account_id": account_id},
            body={"amount": amount, "threshold": threshold},
            options=options,
        )

    def delete(
        self,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> JSONValue:
        """Turn off the automatic top-up of an account.

        Args:
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The automatic top-up is off.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BILLING_TOPUP_CONFIG_DELETE,
            path={"account_id": account_id},
            options=options,
        )


class BillingSpendingLimitResource(Resource):
    """How much may be spent in a period."""

    def get(
        self,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> SpendingLimit:
        """Fetch the spending limit of an account.

        Args:
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The spending limit.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BILLING_SPENDING_LIMIT_GET,
            path={"account_id": account_id},
            options=options,
        )

    def create(
        self,
        *,
        amount: int,
        duration: SpendingLimitDuration,
        strategy: SpendingLimitStrategy,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> JSONValue:
        """Set the spending limit of an account.

        Args:
            amount: How much may be spent in the period, in cents. At least 100.
            duration: Period that the limit holds for.
            strategy: Whether the period is fixed or slides along.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The spending limit was set.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BILLING_SPENDING_LIMIT_CREATE,
            path={"account_id": account_id},
            body={"amount": amount, "duration": duration, "strategy": strategy},
            options=options,
        )

    def delete(
        self,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> JSONValue:
        """Remove the spending limit of an account.

        Args:
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The spending limit is gone.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.BILLING_SPENDING_LIMIT_DELETE,
            path={"account_id": account_id},
            options=options,
        )


class AsyncAIGatewayBillingResource(AsyncResource):
    """Balance, usage and invoices."""

    @cached_property
    def topup(self) -> AsyncBillingTopupResource:
        """Buying credit."""
        return AsyncBillingTopupResource(self._client)

    @cached_property
    def spending_limit(self) -> AsyncBillingSpendingLimitResource:
        """How much may be spent in a period."""
        return AsyncBillingSpendingLimitResource(self._client)

    async def credit_balance(
        self,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> CreditBalance:
        """Fetch the credit balance, the payment method and the automatic top-up of an account.

        Args:
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The balance.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BILLING_CREDIT_BALANCE,
            path={"account_id": account_id},
            options=options,
        )

    async def usage_history(
        self,
        *,
        value_grouping_window: UsageWindow,
        account_id: str | None = None,
        end_time: int | None = None,
        start_time: int | None = None,
        options: Options | None = None,
    ) -> UsageHistory:
        """Fetch what an account used, summed up by day or hour.

        Args:
            value_grouping_window: Length of the windows that usage is summed up by.
            account_id: Account that the request acts on.
            end_time: End of the time range, in milliseconds since 1970.
            start_time: Start of the time range, in milliseconds since 1970.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The usage.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BILLING_USAGE_HISTORY,
            path={"account_id": account_id},
            query={
                "value_grouping_window": value_grouping_window,
                "end_time": end_time,
                "start_time": start_time,
            },
            options=options,
        )

    async def invoice_history(
        self,
        *,
        account_id: str | None = None,
        type: InvoiceType | None = None,
        options: Options | None = None,
    ) -> InvoiceHistory:
        """Fetch the past invoices of an account.

        Args:
            account_id: Account that the request acts on.
            type: Which invoices to list - those of automatic top-ups (`auto`), of manual ones
                (`manual`), or `all`.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The invoices.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BILLING_INVOICE_HISTORY,
            path={"account_id": account_id},
            query={"type": type},
            options=options,
        )

    async def invoice_preview(
        self,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> InvoicePreview:
        """Fetch a preview of the next invoice of an account.

        Args:
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The preview.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BILLING_INVOICE_PREVIEW,
            path={"account_id": account_id},
            options=options,
        )


class AsyncBillingTopupResource(AsyncResource):
    """Buying credit."""

    @cached_property
    def config(self) -> AsyncTopupConfigResource:
        """Buying credit automatically."""
        return AsyncTopupConfigResource(self._client)

    async def create(
        self,
        *,
        amount: int,
        account_id: str | None = None,
        payment_method_id: str | None = None,
        options: Options | None = None,
    ) -> Topup:
        """Buy credit.

        Args:
            amount: How much credit is bought, in cents. At least 1000.
            account_id: Account that the request acts on.
            payment_method_id: Payment method that is charged in place of the default one.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The payment that was started.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BILLING_TOPUP_CREATE,
            path={"account_id": account_id},
            body={"amount": amount, "payment_method_id": payment_method_id},
            options=options,
        )

    async def status(
        self,
        *,
        payment_intent_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> TopupStatus:
        """Fetch the state of a top-up's payment.

        Args:
            payment_intent_id: Identifier of the payment, as `topup.create` returned it.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The state.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BILLING_TOPUP_STATUS,
            path={"account_id": account_id},
            body={"payment_intent_id": payment_intent_id},
            options=options,
        )


class AsyncTopupConfigResource(AsyncResource):
    """Buying credit automatically."""

    async def get(
        self,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> TopupConfig:
        """Fetch the automatic top-up of an account.

        Args:
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The automatic top-up.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BILLING_TOPUP_CONFIG_GET,
            path={"account_id": account_id},
            options=options,
        )

    async def create(
        self,
        *,
        amount: int,
        threshold: int,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> AutoTopup:
        """Set the automatic top-up of an account.

        Args:
            amount: How much credit is bought each time, in cents. At least 1000.
            threshold: Balance below which credit is bought, in cents. At least 500.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The automatic top-up as it was set.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BILLING_TOPUP_CONFIG_CREATE,
            path={"account_id": account_id},
            body={"amount": amount, "threshold": threshold},
            options=options,
        )

    async def delete(
        self,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> JSONValue:
        """Turn off the automatic top-up of an account.

        Args:
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The automatic top-up is off.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BILLING_TOPUP_CONFIG_DELETE,
            path={"account_id": account_id},
            options=options,
        )


class AsyncBillingSpendingLimitResource(AsyncResource):
    """How much may be spent in a period."""

    async def get(
        self,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> SpendingLimit:
        """Fetch the spending limit of an account.

        Args:
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The spending limit.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BILLING_SPENDING_LIMIT_GET,
            path={"account_id": account_id},
            options=options,
        )

    async def create(
        self,
        *,
        amount: int,
        duration: SpendingLimitDuration,
        strategy: SpendingLimitStrategy,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> JSONValue:
        """Set the spending limit of an account.

        Args:
            amount: How much may be spent in the period, in cents. At least 100.
            duration: Period that the limit holds for.
            strategy: Whether the period is fixed or slides along.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The spending limit was set.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BILLING_SPENDING_LIMIT_CREATE,
            path={"account_id": account_id},
            body={"amount": amount, "duration": duration, "strategy": strategy},
            options=options,
        )

    async def delete(
        self,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> JSONValue:
        """Remove the spending limit of an account.

        Args:
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The spending limit is gone.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.BILLING_SPENDING_LIMIT_DELETE,
            path={"account_id": account_id},
            options=options,
        )
