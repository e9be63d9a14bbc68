# Generated from Relative 1; do not edit.
"""The client classes, sync and async."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from ._core import conceal_arguments
from ._core.async_client import AsyncClient
from ._core.client import Client
from ._core.profile import Profile
from .resources.client import AsyncRootResource, RootResource

if TYPE_CHECKING:
    from ._core.options import ClientOptions

PROFILE = Profile(
    package="relative_client",
    base_url="https://example.com/api/v1",
    base_url_variable="RELATIVE_BASE_URL",
)


class Relative(Client, RootResource):
    """A client of Relative."""

    @conceal_arguments
    def __init__(
        self,
        *,
        base_url: str | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client without sending anything.

        Args:
            base_url: URL that paths are put below, for a proxy or a test server.
            http_client: A ready `httpx` client, which stays open, or a transport, which is closed
                with this client.
            **options: How the client works: timeout, retries, rate limit, hooks; see
                `ClientOptions`.
        """
        super().__init__(
            PROFILE,
            arguments={},
            parameters={},
            base_url=base_url,
            http_client=http_client,
            **options,
        )


class AsyncRelative(AsyncClient, AsyncRootResource):
    """A client of Relative.

    The asynchronous counterpart of `Relative`.
    """

    @conceal_arguments
    def __init__(
        self,
        *,
        base_url: str | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client without sending anything.

        Args:
            base_url: URL that paths are put below, for a proxy or a test server.
            http_client: A ready `httpx` client, which stays open, or a transport, which is closed
                with this client.
            **options: How the client works: timeout, retries, rate limit, hooks; see
                `ClientOptions`.
        """
        super().__init__(
            PROFILE,
            arguments={},
            parameters={},
            base_url=base_url,
            http_client=http_client,
            **options,
        )
