# Generated from Cloudflare AI v4; do not edit.
"""The client classes, sync and async."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from ._core import conceal_arguments
from ._core.async_client import AsyncClient
from ._core.client import Client
from ._core.profile import Envelope, Profile, Scheme

if TYPE_CHECKING:
    from ._core.options import ClientOptions
    from .resources.ai import AsyncAIResource, AIResource
    from .resources.ai_gateway import AsyncAIGatewayResource, AIGatewayResource
    from .resources.radar_ai import AsyncRadarResource, RadarResource

_API_TOKEN = Scheme(kind="bearer", argument="api_token", variable="CLOUDFLARE_API_TOKEN")
_API_EMAIL = Scheme(
    kind="header", argument="api_email", variable="CLOUDFLARE_EMAIL", name="X-Auth-Email"
)
_API_KEY = Scheme(
    kind="header", argument="api_key", variable="CLOUDFLARE_API_KEY", name="X-Auth-Key"
)
PROFILE = Profile(
    package="cloudflare_ai",
    base_url="https://api.cloudflare.com/client/v4",
    base_url_variable="CLOUDFLARE_BASE_URL",
    security=((_API_TOKEN,), (_API_EMAIL, _API_KEY)),
    parameters={"account_id": "CLOUDFLARE_ACCOUNT_ID"},
    envelope=Envelope(success="success", errors="errors", messages="messages"),
    request_id_header="cf-ray",
    secrets=("authorization", "client_secret", "headers", "secret"),
)


class CloudflareAI(Client):
    """AI Gateway, Workers AI and the Radar summary of AI inference."""

    @conceal_arguments
    def __init__(
        self,
        *,
        api_token: str | None = None,
        api_email: str | None = None,
        api_key: str | None = None,
        account_id: str | None = None,
        base_url: str | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client without sending anything.

        Args:
            api_token: An API token, the preferred way. Default: the environment variable
                `CLOUDFLARE_API_TOKEN`.
            api_email: E-mail address of the user that the global API key belongs to. Default: the
                environment variable `CLOUDFLARE_EMAIL`.
            api_key: The global API key of a user; it goes together with the e-mail address.
                Default: the environment variable `CLOUDFLARE_API_KEY`.
            account_id: Account that requests act on when a call names none. Default: the
                environment variable `CLOUDFLARE_ACCOUNT_ID`.
            base_url: URL that paths are put below, for a proxy or a test server.
            http_client: A ready `httpx` client, which stays open, or a transport, which is closed
                with this client.
            **options: How the client works: timeout, retries, rate limit, hooks; see
                `ClientOptions`.

        Raises:
            ConfigurationError: No credentials, or half of a pair.
        """
        super().__init__(
            PROFILE,
            arguments={
                "api_token": api_token,
                "api_email": api_email,
                "api_key": api_key,
            },
            parameters={
                "account_id": account_id,
            },
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def ai_gateway(self) -> AIGatewayResource:
        """Gateways that requests to AI providers go through."""
        from .resources.ai_gateway import AIGatewayResource

        return AIGatewayResource(self)

    @cached_property
    def ai(self) -> AIResource:
        """Running models on Cloudflare."""
        from .resources.ai import AIResource

        return AIResource(self)

    @cached_property
    def radar(self) -> RadarResource:
        """Resources of `client.radar`."""
        from .resources.radar_ai import RadarResource

        return RadarResource(self)


class AsyncCloudflareAI(AsyncClient):
    """AI Gateway, Workers AI and the Radar summary of AI inference.

    The asynchronous counterpart of `CloudflareAI`.
    """

    @conceal_arguments
    def __init__(
        self,
        *,
        api_token: str | None = None,
        api_email: str | None = None,
        api_key: str | None = None,
        account_id: str | None = None,
        base_url: str | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client without sending anything.

        Args:
            api_token: An API token, the preferred way. Default: the environment variable
                `CLOUDFLARE_API_TOKEN`.
            api_email: E-mail address of the user that the global API key belongs to. Default: the
                environment variable `CLOUDFLARE_EMAIL`.
            api_key: The global API key of a user; it goes together with the e-mail address.
                Default: the environment variable `CLOUDFLARE_API_KEY`.
            account_id: Account that requests act on when a call names none. Default: the
                environment variable `CLOUDFLARE_ACCOUNT_ID`.
            base_url: URL that paths are put below, for a proxy or a test server.
            http_client: A ready `httpx` client, which stays open, or a transport, which is closed
                with this client.
            **options: How the client works: timeout, retries, rate limit, hooks; see
                `ClientOptions`.

        Raises:
            ConfigurationError: No credentials, or half of a pair.
        """
        super().__init__(
            PROFILE,
            arguments={
                "api_token": api_token,
                "api_email": api_email,
                "api_key": api_key,
            },
            parameters={
                "account_id": account_id,
            },
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def ai_gateway(self) -> AsyncAIGatewayResource:
        """Gateways that requests to AI providers go through."""
        from .resources.ai_gateway import AsyncAIGatewayResource

        return AsyncAIGatewayResource(self)

    @cached_property
    def ai(self) -> AsyncAIResource:
        """Running models on Cloudflare."""
        from .resources.ai import AsyncAIResource

        return AsyncAIResource(self)

    @cached_property
    def radar(self) -> AsyncRadarResource:
        """Resources of `client.radar`."""
        from .resources.radar_ai import AsyncRadarResource

        return AsyncRadarResource(self)
