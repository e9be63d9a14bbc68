# Generated from Servers 1; do not edit.
"""The client classes, sync and async."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Unpack

from ._core import conceal_arguments
from ._core.async_client import AsyncClient
from ._core.client import Client
from ._core.profile import Profile
from .resources.client import AsyncRootResource, RootResource

if TYPE_CHECKING:
    from ._core.options import ClientOptions
    from .resources.stored import AsyncStoredResource, StoredResource

PROFILE = Profile(
    package="servers_client",
    base_url="https://{region}.example.com/{base-path}",
    server={"region": "eu", "base-path": "v1"},
    server_values={"region": ("eu", "us")},
    base_url_variable="SERVERS_BASE_URL",
)


class Servers(Client, RootResource):
    """A client of Servers."""

    @conceal_arguments
    def __init__(
        self,
        *,
        region: Literal["eu", "us"] | None = None,
        base_path: str | None = None,
        base_url: str | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client without sending anything.

        Args:
            region: Where the data are kept. One of `eu`, `us`. Default: `eu`.
            base_path: The part `base-path` of the base URL. Default: `v1`.
            base_url: URL that paths are put below, for a proxy or a test server. The API has
                further ones: `https://sandbox.example.com/v1` (Nothing is kept here.).
            http_client: A ready `httpx` client, which stays open, or a transport, which is closed
                with this client.
            **options: How the client works: timeout, retries, rate limit, hooks; see
                `ClientOptions`.
        """
        super().__init__(
            PROFILE,
            arguments={},
            parameters={},
            server={
                "region": region,
                "base-path": base_path,
            },
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def stored(self) -> StoredResource:
        """Operations of `client.stored`."""
        from .resources.stored import StoredResource

        return StoredResource(self)


class AsyncServers(AsyncClient, AsyncRootResource):
    """A client of Servers.

    The asynchronous counterpart of `Servers`.
    """

    @conceal_arguments
    def __init__(
        self,
        *,
        region: Literal["eu", "us"] | None = None,
        base_path: str | None = None,
        base_url: str | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client without sending anything.

        Args:
            region: Where the data are kept. One of `eu`, `us`. Default: `eu`.
            base_path: The part `base-path` of the base URL. Default: `v1`.
            base_url: URL that paths are put below, for a proxy or a test server. The API has
                further ones: `https://sandbox.example.com/v1` (Nothing is kept here.).
            http_client: A ready `httpx` client, which stays open, or a transport, which is closed
                with this client.
            **options: How the client works: timeout, retries, rate limit, hooks; see
                `ClientOptions`.
        """
        super().__init__(
            PROFILE,
            arguments={},
            parameters={},
            server={
                "region": region,
                "base-path": base_path,
            },
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def stored(self) -> AsyncStoredResource:
        """Operations of `client.stored`."""
        from .resources.stored import AsyncStoredResource

        return AsyncStoredResource(self)
