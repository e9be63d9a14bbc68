# Generated from Cloudflare AI v4; do not edit.
"""The resources `ai_gateway`, `ai_gateway.evaluation_types`, `ai_gateway.provider_configs`,
`ai_gateway.urls`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._codec import ai_gateway as _codec
from .._core.pages import AsyncPagedResource, PagedResource
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.options import Options
    from .._core.pages import AsyncPage, Page
    from ..models.ai_gateway import (
        DLPSettings,
        DLPSettingsDict,
        EvaluationType,
        Gateway,
        Guardrails,
        GuardrailsDict,
        LogManagementStrategy,
        OtelExporter,
        OtelExporterDict,
        PageInfo,
        ProviderConfig,
        RateLimitingTechnique,
        RetryBackoff,
        SortDirection,
        SpendLimits,
        SpendLimitsDict,
        StripeUsage,
        StripeUsageDict,
        WorkersAIBillingMode,
    )
    from .ai_gateway_billing import AIGatewayBillingResource, AsyncAIGatewayBillingResource
    from .ai_gateway_datasets import AIGatewayDatasetsResource, AsyncAIGatewayDatasetsResource
    from .ai_gateway_dynamic_routing import (
        AIGatewayDynamicRoutingResource,
        AsyncAIGatewayDynamicRoutingResource,
    )
    from .ai_gateway_evaluations import (
        AIGatewayEvaluationsResource,
        AsyncAIGatewayEvaluationsResource,
    )
    from .ai_gateway_logs import AIGatewayLogsResource, AsyncAIGatewayLogsResource

__all__ = [
    "AIGatewayEvaluationTypesResource",
    "AIGatewayProviderConfigsResource",
    "AIGatewayResource",
    "AIGatewayURLsResource",
    "AsyncAIGatewayEvaluationTypesResource",
    "AsyncAIGatewayProviderConfigsResource",
    "AsyncAIGatewayResource",
    "AsyncAIGatewayURLsResource",
]


class AIGatewayResource(PagedResource):
    """Gateways that requests to AI providers go through."""

    @cached_property
    def evaluation_types(self) -> AIGatewayEvaluationTypesResource:
        """What evaluations can measure."""
        return AIGatewayEvaluationTypesResource(self._client)

    @cached_property
    def logs(self) -> AIGatewayLogsResource:
        """Requests that went through a gateway."""
        from .ai_gateway_logs import AIGatewayLogsResource

        return AIGatewayLogsResource(self._client)

    @cached_property
    def datasets(self) -> AIGatewayDatasetsResource:
        """Saved selections of logs."""
        from .ai_gateway_datasets import AIGatewayDatasetsResource

        return AIGatewayDatasetsResource(self._client)

    @cached_property
    def evaluations(self) -> AIGatewayEvaluationsResource:
        """Measurements over datasets."""
        from .ai_gateway_evaluations import AIGatewayEvaluationsResource

        return AIGatewayEvaluationsResource(self._client)

    @cached_property
    def dynamic_routing(self) -> AIGatewayDynamicRoutingResource:
        """Routes that choose a model per request."""
        from .ai_gateway_dynamic_routing import AIGatewayDynamicRoutingResource

        return AIGatewayDynamicRoutingResource(self._client)

    @cached_property
    def provider_configs(self) -> AIGatewayProviderConfigsResource:
        """Provider keys that a gateway holds."""
        return AIGatewayProviderConfigsResource(self._client)

    @cached_property
    def urls(self) -> AIGatewayURLsResource:
        """Addresses that providers are called at."""
        return AIGatewayURLsResource(self._client)

    @cached_property
    def billing(self) -> AIGatewayBillingResource:
        """Balance, usage and invoices."""
        from .ai_gateway_billing import AIGatewayBillingResource

        return AIGatewayBillingResource(self._client)

    def list(
        self,
        *,
        account_id: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        search: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Gateway, PageInfo]:
        """List the gateways of an account.

        Args:
            account_id: Account that the request acts on.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            search: Text that the id of a gateway must contain.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.LIST,
            path={"account_id": account_id},
            query={"page": page, "per_page": per_page, "search": search},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def create(
        self,
        *,
        id: str,
        cache_invalidate_on_update: bool,
        cache_ttl: int | None,
        collect_logs: bool,
        rate_limiting_interval: int | None,
        rate_limiting_limit: int | None,
        account_id: str | None = None,
        authentication: bool | None = None,
        log_management: int | None = None,
        log_management_strategy: LogManagementStrategy | None = None,
        logpush: bool | None = None,
        logpush_public_key: str | None = None,
        rate_limiting_technique: RateLimitingTechnique | None = None,
        retry_backoff: RetryBackoff | None = None,
        retry_delay: int | None = None,
        retry_max_attempts: int | None = None,
        workers_ai_billing_mode: WorkersAIBillingMode | None = None,
        zdr: bool | None = None,
        byok_only: bool | None = None,
        dlp: DLPSettings | DLPSettingsDict | None = None,
        guardrails: Guardrails | GuardrailsDict | None = None,
        log_classification: bool | None = None,
        otel: Sequence[OtelExporter | OtelExporterDict] | None = None,
        spend_limits: SpendLimits | SpendLimitsDict | None = None,
        store_id: str | None = None,
        stripe: StripeUsage | StripeUsageDict | None = None,
        options: Options | None = None,
    ) -> Gateway:
        """Create a gateway.

        Args:
            id: Name of the gateway, unique within the account. 1 to 64 characters.
            cache_invalidate_on_update: Whether a change of settings empties the cache.
            cache_ttl: How long an answer stays cached, in seconds.
            collect_logs: Whether requests are logged.
            rate_limiting_interval: Length of the rate-limiting window, in seconds.
            rate_limiting_limit: How many requests the window admits.
            account_id: Account that the request acts on.
            authentication: Whether requests through the gateway must carry a token.
            log_management: How many logs the gateway keeps.
            log_management_strategy: Refuse new logs, or drop the oldest.
            logpush: Whether logs are pushed to external storage.
            logpush_public_key: Public key that pushed logs are encrypted with.
            rate_limiting_technique: Whether the rate-limiting window is fixed or slides along.
            retry_backoff: How the wait grows from attempt to attempt.
            retry_delay: Wait between two attempts, in milliseconds. 0 to 5000.
            retry_max_attempts: How many times a failed request is tried at most. 1 to 5.
            workers_ai_billing_mode: How Workers AI calls through the gateway are billed.
            zdr: Whether providers are asked to retain no data.
            byok_only: Whether only the account's own provider keys may be used.
            dlp: Data loss prevention, either one action for all profiles or a list of policies.
            guardrails: Content categories that are flagged or blocked in prompts and in responses.
            log_classification: Whether logs are classified.
            otel: Where traces are exported to.
            spend_limits: Limits on what may be spent through the gateway.
            store_id: Secrets Store that holds the provider keys of the gateway.
            stripe: Reports of usage to Stripe.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The new gateway.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.CREATE,
            path={"account_id": account_id},
            body={
                "id": id,
                "cache_invalidate_on_update": cache_invalidate_on_update,
                "cache_ttl": cache_ttl,
                "collect_logs": collect_logs,
                "rate_limiting_interval": rate_limiting_interval,
                "rate_limiting_limit": rate_limiting_limit,
                "authentication": authentication,
                "log_management": log_management,
                "log_management_strategy": log_management_strategy,
                "logpush": logpush,
                "logpush_public_key": logpush_public_key,
                "rate_limiting_technique": rate_limiting_technique,
                "retry_backoff": retry_backoff,
                "retry_delay": retry_delay,
                "retry_max_attempts": retry_max_attempts,
                "workers_ai_billing_mode": workers_ai_billing_mode,
                "zdr": zdr,
                "byok_only": byok_only,
                "dlp": dlp,
                "guardrails": guardrails,
                "log_classification": log_classification,
                "otel": otel,
                "spend_limits": spend_limits,
                "store_id": store_id,
                "stripe": stripe,
            },
            options=options,
        )

    def get(
        self,
        id: str,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Gateway:
        """Fetch a gateway.

        Args:
            id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The gateway.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.GET,
            path={"id": id, "account_id": account_id},
            options=options,
        )

    def update(
        self,
        id: str,
        *,
        cache_invalidate_on_update: bool,
        cache_ttl: int | None,
        collect_logs: bool,
        rate_limiting_interval: int | None,
        rate_limiting_limit: int | None,
        account_id: str | None = None,
        authentication: bool | None = None,
        dlp: DLPSettings | DLPSettingsDict | None = None,
        guardrails: Guardrails | GuardrailsDict | None = None,
        log_management: int | None = None,
        log_management_strategy: LogManagementStrategy | None = None,
        logpush: bool | None = None,
        logpush_public_key: str | None = None,
        otel: Sequence[OtelExporter | OtelExporterDict] | None = None,
        rate_limiting_technique: RateLimitingTechnique | None = None,
        retry_backoff: RetryBackoff | None = None,
        retry_delay: int | None = None,
        retry_max_attempts: int | None = None,
        store_id: str | None = None,
        stripe: StripeUsage | StripeUsageDict | None = None,
        workers_ai_billing_mode: WorkersAIBillingMode | None = None,
        zdr: bool | None = None,
        byok_only: bool | None = None,
        log_classification: bool | None = None,
        spend_limits: SpendLimits | SpendLimitsDict | None = None,
        options: Options | None = None,
    ) -> Gateway:
        """Replace the settings of a gateway.

        Args:
            id: Name of the gateway. 1 to 64 characters.
            cache_invalidate_on_update: Whether a change of settings empties the cache.
            cache_ttl: How long an answer stays cached, in seconds.
            collect_logs: Whether requests are logged.
            rate_limiting_interval: Length of the rate-limiting window, in seconds.
            rate_limiting_limit: How many requests the window admits.
            account_id: Account that the request acts on.
            authentication: Whether requests through the gateway must carry a token.
            dlp: Data loss prevention, either one action for all profiles or a list of policies.
            guardrails: Content categories that are flagged or blocked in prompts and in responses.
            log_management: How many logs the gateway keeps.
            log_management_strategy: Refuse new logs, or drop the oldest.
            logpush: Whether logs are pushed to external storage.
            logpush_public_key: Public key that pushed logs are encrypted with.
            otel: Where traces are exported to.
            rate_limiting_technique: Whether the rate-limiting window is fixed or slides along.
            retry_backoff: How the wait grows from attempt to attempt.
            retry_delay: Wait between two attempts, in milliseconds. 0 to 5000.
            retry_max_attempts: How many times a failed request is tried at most. 1 to 5.
            store_id: Secrets Store that holds the provider keys of the gateway.
            stripe: Reports of usage to Stripe.
            workers_ai_billing_mode: How Workers AI calls through the gateway are billed.
            zdr: Whether providers are asked to retain no data.
            byok_only: Whether only the account's own provider keys may be used.
            log_classification: Whether logs are classified.
            spend_limits: Limits on what may be spent through the gateway.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The gateway with its new settings.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.UPDATE,
            path={"id": id, "account_id": account_id},
            body={
                "cache_invalidate_on_update": cache_invalidate_on_update,
                "cache_ttl": cache_ttl,
                "collect_logs": collect_logs,
                "rate_limiting_interval": rate_limiting_interval,
                "rate_limiting_limit": rate_limiting_limit,
                "authentication": authentication,
                "dlp": dlp,
                "guardrails": guardrails,
                "log_management": log_management,
                "log_management_strategy": log_management_strategy,
                "logpush": logpush,
                "logpush_public_key": logpush_public_key,
                "otel": otel,
                "rate_limiting_technique": rate_limiting_technique,
                "retry_backoff": retry_backoff,
                "retry_delay": retry_delay,
                "retry_max_attempts": retry_max_attempts,
                "store_id": store_id,
                "stripe": stripe,
                "workers_ai_billing_mode": workers_ai_billing_mode,
                "zdr": zdr,
                "byok_only": byok_only,
                "log_classification": log_classification,
                "spend_limits": spend_limits,
            },
            options=options,
        )

    def delete(
        self,
        id: str,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Gateway:
        """Delete a gateway.

        Args:
            id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The gateway as it was.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DELETE,
            path={"id": id, "account_id": account_id},
            options=options,
        )


class AIGatewayEvaluationTypesResource(PagedResource):
    """What evaluations can measure."""

    def list(
        self,
        *,
        account_id: str | None = None,
        order_by: str | None = None,
        order_by_direction: SortDirection | None = None,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[EvaluationType, PageInfo]:
        """List what evaluations can measure.

        Args:
            account_id: Account that the request acts on.
            order_by: Member that the list is ordered by.
            order_by_direction: Ascending or descending.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.EVALUATION_TYPES_LIST,
            path={"account_id": account_id},
            query={
                "order_by": order_by,
                "order_by_direction": order_by_direction,
                "page": page,
                "per_page": per_page,
            },
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )


class AIGatewayProviderConfigsResource(PagedResource):
    """Provider keys that a gateway holds."""

    def list(
        self,
        gateway_id: str,
        *,
        account_id: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[ProviderConfig, PageInfo]:
        """List the provider keys of a gateway.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.PROVIDER_CONFIGS_LIST,
            path={"gateway_id": gateway_id, "account_id": account_id},
            query={"page": page, "per_page": per_page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def create(
        self,
        gateway_id: str,
        *,
        alias: str,
        default_config: bool,
        provider_slug: str,
        account_id: str | None = None,
        secret: str | None = None,
        secret_id: str | None = None,
        rate_limit: int | None = None,
        rate_limit_period: int | None = None,
        options: Options | None = None,
    ) -> ProviderConfig:
        """Store a provider key for a gateway.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            alias: Name that requests choose the key by.
            default_config: Whether the key is used when a request chooses none.
            provider_slug: Provider that the key belongs to.
            account_id: Account that the request acts on.
            secret: The key itself.
            secret_id: Key that the Secrets Store already holds.
            rate_limit: How many requests a period admits.
            rate_limit_period: Length of the period.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The new provider config.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.PROVIDER_CONFIGS_CREATE,
            path={"gateway_id": gateway_id, "account_id": account_id},
            body={
                "alias": alias,
                "default_config": default_config,
                "provider_slug": provider_slug,
                "secret": secret,
                "secret_id": secret_id,
                "rate_limit": rate_limit,
                "rate_limit_period": rate_limit_period,
            },
            options=options,
        )


class AIGatewayURLsResource(Resource):
    """Addresses that providers are called at."""

    def get(
        self,
        provider: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> str:
        """Fetch the address that a provider is called at through a gateway.

        Args:
            provider: Provider that is called through the gateway.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The address.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.URLS_GET,
            path={"provider": provider, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )


class AsyncAIGatewayResource(AsyncPagedResource):
    """Gateways that requests to AI providers go through."""

    @cached_property
    def evaluation_types(self) -> AsyncAIGatewayEvaluationTypesResource:
        """What evaluations can measure."""
        return AsyncAIGatewayEvaluationTypesResource(self._client)

    @cached_property
    def logs(self) -> AsyncAIGatewayLogsResource:
        """Requests that went through a gateway."""
        from .ai_gateway_logs import AsyncAIGatewayLogsResource

        return AsyncAIGatewayLogsResource(self._client)

    @cached_property
    def datasets(self) -> AsyncAIGatewayDatasetsResource:
        """Saved selections of logs."""
        from .ai_gateway_datasets import AsyncAIGatewayDatasetsResource

        return AsyncAIGatewayDatasetsResource(self._client)

    @cached_property
    def evaluations(self) -> AsyncAIGatewayEvaluationsResource:
        """Measurements over datasets."""
        from .ai_gateway_evaluations import AsyncAIGatewayEvaluationsResource

        return AsyncAIGatewayEvaluationsResource(self._client)

    @cached_property
    def dynamic_routing(self) -> AsyncAIGatewayDynamicRoutingResource:
        """Routes that choose a model per request."""
        from .ai_gateway_dynamic_routing import AsyncAIGatewayDynamicRoutingResource

        return AsyncAIGatewayDynamicRoutingResource(self._client)

    @cached_property
    def provider_configs(self) -> AsyncAIGatewayProviderConfigsResource:
        """Provider keys that a gateway holds."""
        return AsyncAIGatewayProviderConfigsResource(self._client)

    @cached_property
    def urls(self) -> AsyncAIGatewayURLsResource:
        """Addresses that providers are called at."""
        return AsyncAIGatewayURLsResource(self._client)

    @cached_property
    def billing(self) -> AsyncAIGatewayBillingResource:
        """Balance, usage and invoices."""
        from .ai_gateway_billing import AsyncAIGatewayBillingResource

        return AsyncAIGatewayBillingResource(self._client)

    def list(
        self,
        *,
        account_id: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        search: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Gateway, PageInfo]:
        """List the gateways of an account.

        Args:
            account_id: Account that the request acts on.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            search: Text that the id of a gateway must contain.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.LIST,
            path={"account_id": account_id},
            query={"page": page, "per_page": per_page, "search": search},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    async def create(
        self,
        *,
        id: str,
        cache_invalidate_on_update: bool,
        cache_ttl: int | None,
        collect_logs: bool,
        rate_limiting_interval: int | None,
        rate_limiting_limit: int | None,
        account_id: str | None = None,
        authentication: bool | None = None,
        log_management: int | None = None,
        log_management_strategy: LogManagementStrategy | None = None,
        logpush: bool | None = None,
        logpush_public_key: str | None = None,
        rate_limiting_technique: RateLimitingTechnique | None = None,
        retry_backoff: RetryBackoff | None = None,
        retry_delay: int | None = None,
        retry_max_attempts: int | None = None,
        workers_ai_billing_mode: WorkersAIBillingMode | None = None,
        zdr: bool | None = None,
        byok_only: bool | None = None,
        dlp: DLPSettings | DLPSettingsDict | None = None,
        guardrails: Guardrails | GuardrailsDict | None = None,
        log_classification: bool | None = None,
        otel: Sequence[OtelExporter | OtelExporterDict] | None = None,
        spend_limits: SpendLimits | SpendLimitsDict | None = None,
        store_id: str | None = None,
        stripe: StripeUsage | StripeUsageDict | None = None,
        options: Options | None = None,
    ) -> Gateway:
        """Create a gateway.

        Args:
            id: Name of the gateway, unique within the account. 1 to 64 characters.
            cache_invalidate_on_update: Whether a change of settings empties the cache.
            cache_ttl: How long an answer stays cached, in seconds.
            collect_logs: Whether requests are logged.
            rate_limiting_interval: Length of the rate-limiting window, in seconds.
            rate_limiting_limit: How many requests the window admits.
            account_id: Account that the request acts on.
            authentication: Whether requests through the gateway must carry a token.
            log_management: How many logs the gateway keeps.
            log_management_strategy: Refuse new logs, or drop the oldest.
            logpush: Whether logs are pushed to external storage.
            logpush_public_key: Public key that pushed logs are encrypted with.
            rate_limiting_technique: Whether the rate-limiting window is fixed or slides along.
            retry_backoff: How the wait grows from attempt to attempt.
            retry_delay: Wait between two attempts, in milliseconds. 0 to 5000.
            retry_max_attempts: How many times a failed request is tried at most. 1 to 5.
            workers_ai_billing_mode: How Workers AI calls through the gateway are billed.
            zdr: Whether providers are asked to retain no data.
            byok_only: Whether only the account's own provider keys may be used.
            dlp: Data loss prevention, either one action for all profiles or a list of policies.
            guardrails: Content categories that are flagged or blocked in prompts and in responses.
            log_classification: Whether logs are classified.
            otel: Where traces are exported to.
            spend_limits: Limits on what may be spent through the gateway.
            store_id: Secrets Store that holds the provider keys of the gateway.
            stripe: Reports of usage to Stripe.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The new gateway.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.CREATE,
            path={"account_id": account_id},
            body={
                "id": id,
                "cache_invalidate_on_update": cache_invalidate_on_update,
                "cache_ttl": cache_ttl,
                "collect_logs": collect_logs,
                "rate_limiting_interval": rate_limiting_interval,
                "rate_limiting_limit": rate_limiting_limit,
                "authentication": authentication,
                "log_management": log_management,
                "log_management_strategy": log_management_strategy,
                "logpush": logpush,
                "logpush_public_key": logpush_public_key,
                "rate_limiting_technique": rate_limiting_technique,
                "retry_backoff": retry_backoff,
                "retry_delay": retry_delay,
                "retry_max_attempts": retry_max_attempts,
                "workers_ai_billing_mode": workers_ai_billing_mode,
                "zdr": zdr,
                "byok_only": byok_only,
                "dlp": dlp,
                "guardrails": guardrails,
                "log_classification": log_classification,
                "otel": otel,
                "spend_limits": spend_limits,
                "store_id": store_id,
                "stripe": stripe,
            },
            options=options,
        )

    async def get(
        self,
        id: str,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Gateway:
        """Fetch a gateway.

        Args:
            id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The gateway.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.GET,
            path={"id": id, "account_id": account_id},
            options=options,
        )

    async def update(
        self,
        id: str,
        *,
        cache_invalidate_on_update: bool,
        cache_ttl: int | None,
        collect_logs: bool,
        rate_limiting_interval: int | None,
        rate_limiting_limit: int | None,
        account_id: str | None = None,
        authentication: bool | None = None,
        dlp: DLPSettings | DLPSettingsDict | None = None,
        guardrails: Guardrails | GuardrailsDict | None = None,
        log_management: int | None = None,
        log_management_strategy: LogManagementStrategy | None = None,
        logpush: bool | None = None,
        logpush_public_key: str | None = None,
        otel: Sequence[OtelExporter | OtelExporterDict] | None = None,
        rate_limiting_technique: RateLimitingTechnique | None = None,
        retry_backoff: RetryBackoff | None = None,
        retry_delay: int | None = None,
        retry_max_attempts: int | None = None,
        store_id: str | None = None,
        stripe: StripeUsage | StripeUsageDict | None = None,
        workers_ai_billing_mode: WorkersAIBillingMode | None = None,
        zdr: bool | None = None,
        byok_only: bool | None = None,
        log_classification: bool | None = None,
        spend_limits: SpendLimits | SpendLimitsDict | None = None,
        options: Options | None = None,
    ) -> Gateway:
        """Replace the settings of a gateway.

        Args:
            id: Name of the gateway. 1 to 64 characters.
            cache_invalidate_on_update: Whether a change of settings empties the cache.
            cache_ttl: How long an answer stays cached, in seconds.
            collect_logs: Whether requests are logged.
            rate_limiting_interval: Length of the rate-limiting window, in seconds.
            rate_limiting_limit: How many requests the window admits.
            account_id: Account that the request acts on.
            authentication: Whether requests through the gateway must carry a token.
            dlp: Data loss prevention, either one action for all profiles or a list of policies.
            guardrails: Content categories that are flagged or blocked in prompts and in responses.
            log_management: How many logs the gateway keeps.
            log_management_strategy: Refuse new logs, or drop the oldest.
            logpush: Whether logs are pushed to external storage.
            logpush_public_key: Public key that pushed logs are encrypted with.
            otel: Where traces are exported to.
            rate_limiting_technique: Whether the rate-limiting window is fixed or slides along.
            retry_backoff: How the wait grows from attempt to attempt.
            retry_delay: Wait between two attempts, in milliseconds. 0 to 5000.
            retry_max_attempts: How many times a failed request is tried at most. 1 to 5.
            store_id: Secrets Store that holds the provider keys of the gateway.
            stripe: Reports of usage to Stripe.
            workers_ai_billing_mode: How Workers AI calls through the gateway are billed.
            zdr: Whether providers are asked to retain no data.
            byok_only: Whether only the account's own provider keys may be used.
            log_classification: Whether logs are classified.
            spend_limits: Limits on what may be spent through the gateway.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The gateway with its new settings.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.UPDATE,
            path={"id": id, "account_id": account_id},
            body={
                "cache_invalidate_on_update": cache_invalidate_on_update,
                "cache_ttl": cache_ttl,
                "collect_logs": collect_logs,
                "rate_limiting_interval": rate_limiting_interval,
                "rate_limiting_limit": rate_limiting_limit,
                "authentication": authentication,
                "dlp": dlp,
                "guardrails": guardrails,
                "log_management": log_management,
                "log_management_strategy": log_management_strategy,
                "logpush": logpush,
                "logpush_public_key": logpush_public_key,
                "otel": otel,
                "rate_limiting_technique": rate_limiting_technique,
                "retry_backoff": retry_backoff,
                "retry_delay": retry_delay,
                "retry_max_attempts": retry_max_attempts,
                "store_id": store_id,
                "stripe": stripe,
                "workers_ai_billing_mode": workers_ai_billing_mode,
                "zdr": zdr,
                "byok_only": byok_only,
                "log_classification": log_classification,
                "spend_limits": spend_limits,
            },
            options=options,
        )

    async def delete(
        self,
        id: str,
        *,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Gateway:
        """Delete a gateway.

        Args:
            id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The gateway as it was.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DELETE,
            path={"id": id, "account_id": account_id},
            options=options,
        )


class AsyncAIGatewayEvaluationTypesResource(AsyncPagedResource):
    """What evaluations can measure."""

    def list(
        self,
        *,
        account_id: str | None = None,
        order_by: str | None = None,
        order_by_direction: SortDirection | None = None,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[EvaluationType, PageInfo]:
        """List what evaluations can measure.

        Args:
            account_id: Account that the request acts on.
            order_by: Member that the list is ordered by.
            order_by_direction: Ascending or descending.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.EVALUATION_TYPES_LIST,
            path={"account_id": account_id},
            query={
                "order_by": order_by,
                "order_by_direction": order_by_direction,
                "page": page,
                "per_page": per_page,
            },
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )


class AsyncAIGatewayProviderConfigsResource(AsyncPagedResource):
    """Provider keys that a gateway holds."""

    def list(
        self,
        gateway_id: str,
        *,
        account_id: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[ProviderConfig, PageInfo]:
        """List the provider keys of a gateway.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.PROVIDER_CONFIGS_LIST,
            path={"gateway_id": gateway_id, "account_id": account_id},
            query={"page": page, "per_page": per_page},
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    async def create(
        self,
        gateway_id: str,
        *,
        alias: str,
        default_config: bool,
        provider_slug: str,
        account_id: str | None = None,
        secret: str | None = None,
        secret_id: str | None = None,
        rate_limit: int | None = None,
        rate_limit_period: int | None = None,
        options: Options | None = None,
    ) -> ProviderConfig:
        """Store a provider key for a gateway.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            alias: Name that requests choose the key by.
            default_config: Whether the key is used when a request chooses none.
            provider_slug: Provider that the key belongs to.
            account_id: Account that the request acts on.
            secret: The key itself.
            secret_id: Key that the Secrets Store already holds.
            rate_limit: How many requests a period admits.
            rate_limit_period: Length of the period.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The new provider config.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.PROVIDER_CONFIGS_CREATE,
            path={"gateway_id": gateway_id, "account_id": account_id},
            body={
                "alias": alias,
                "default_config": default_config,
                "provider_slug": provider_slug,
                "secret": secret,
                "secret_id": secret_id,
                "rate_limit": rate_limit,
                "rate_limit_period": rate_limit_period,
            },
            options=options,
        )


class AsyncAIGatewayURLsResource(AsyncResource):
    """Addresses that providers are called at."""

    async def get(
        self,
        provider: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> str:
        """Fetch the address that a provider is called at through a gateway.

        Args:
            provider: Provider that is called through the gateway.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The address.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.URLS_GET,
            path={"provider": provider, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )
