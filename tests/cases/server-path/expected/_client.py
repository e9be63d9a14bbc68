# Generated from Server path 1; do not edit.
"""The client classes, sync and async."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from ._core import conceal_arguments
from ._core.async_client import AsyncClient
from ._core.client import Client
from ._core.profile import Profile

if TYPE_CHECKING:
    from ._core.options import ClientOptions
    from .resources.books import AsyncBooksResource, BooksResource

PROFILE = Profile(
    package="server_path_client",
    base_url="/api/v1",
    base_url_variable="SERVER_PATH_BASE_URL",
)


class ServerPath(Client):
    """A client of Server path."""

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
            base_url: URL that paths are put below; required, because the API's description names no
                host. It ends in `/api/v1`. Default: the environment variable
                `SERVER_PATH_BASE_URL`.
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

    @cached_property
    def books(self) -> BooksResource:
        """Operations of `client.books`."""
        from .resources.books import BooksResource

        return BooksResource(self)


class AsyncServerPath(AsyncClient):
    """A client of Server path.

    The asynchronous counterpart of `ServerPath`.
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
            base_url: URL that paths are put below; required, because the API's description names no
                host. It ends in `/api/v1`. Default: the environment variable
                `SERVER_PATH_BASE_URL`.
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

    @cached_property
    def books(self) -> AsyncBooksResource:
        """Operations of `client.books`."""
        from .resources.books import AsyncBooksResource

        return AsyncBooksResource(self)
