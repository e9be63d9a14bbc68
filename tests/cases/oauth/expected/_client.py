# Generated from OAuth 1; do not edit.
"""The client classes, sync and async."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from ._core import conceal_arguments, lazy_function
from ._core.async_client import AsyncClient
from ._core.client import Client
from ._core.profile import Profile, Scheme
from .resources.client import AsyncRootResource, RootResource

if TYPE_CHECKING:
    from ._core.options import ClientOptions
    from .resources.files import AsyncFilesResource, FilesResource
    from .resources.notes import AsyncNotesResource, NotesResource

_OAUTH = Scheme(kind="bearer", argument="access_token", variable="OAUTH_ACCESS_TOKEN")
_OAUTH_CLIENT_CREDENTIALS = Scheme(
    kind="oauth2",
    argument="client_id",
    variable="OAUTH_CLIENT_ID",
    password="client_secret",
    password_variable="OAUTH_CLIENT_SECRET",
    token_url="/oauth/token",
    scope="scope",
    scope_variable="OAUTH_SCOPE",
    scopes=("notes:read", "notes:write", "admin", "files"),
    make_grant=lazy_function(__package__, "_core.oauth", "ClientCredentials"),
)
PROFILE = Profile(
    package="oauth_client",
    base_url="https://example.com/v1",
    base_url_variable="OAUTH_BASE_URL",
    security=((_OAUTH,), (_OAUTH_CLIENT_CREDENTIALS,), ()),
)


class OAuth(Client, RootResource):
    """A client of OAuth."""

    @conceal_arguments
    def __init__(
        self,
        *,
        access_token: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        scope: str | None = None,
        base_url: str | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client without sending anything.

        Args:
            access_token: The token that requests carry. Default: the environment variable
                `OAUTH_ACCESS_TOKEN`.
            client_id: Identifier of a client that tokens are given to, in place of a token.
                Default: the environment variable `OAUTH_CLIENT_ID`.
            client_secret: The secret that goes with `client_id`. Default: the environment variable
                `OAUTH_CLIENT_SECRET`.
            scope: What tokens are asked for, with spaces between; else everything that the
                operations name. Default: the environment variable `OAUTH_SCOPE`.
            base_url: URL that paths are put below, for a proxy or a test server.
            http_client: A ready `httpx` client, which stays open, or a transport, which is closed
                with this client.
            **options: How the client works: timeout, retries, rate limit, hooks; see
                `ClientOptions`.
        """
        super().__init__(
            PROFILE,
            arguments={
                "access_token": access_token,
                "client_id": client_id,
                "client_secret": client_secret,
                "scope": scope,
            },
            parameters={},
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def notes(self) -> NotesResource:
        """Operations of `client.notes`."""
        from .resources.notes import NotesResource

        return NotesResource(self)

    @cached_property
    def files(self) -> FilesResource:
        """Operations of `client.files`."""
        from .resources.files import FilesResource

        return FilesResource(self)


class AsyncOAuth(AsyncClient, AsyncRootResource):
    """A client of OAuth.

    The asynchronous counterpart of `OAuth`.
    """

    @conceal_arguments
    def __init__(
        self,
        *,
        access_token: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        scope: str | None = None,
        base_url: str | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client without sending anything.

        Args:
            access_token: The token that requests carry. Default: the environment variable
                `OAUTH_ACCESS_TOKEN`.
            client_id: Identifier of a client that tokens are given to, in place of a token.
                Default: the environment variable `OAUTH_CLIENT_ID`.
            client_secret: The secret that goes with `client_id`. Default: the environment variable
                `OAUTH_CLIENT_SECRET`.
            scope: What tokens are asked for, with spaces between; else everything that the
                operations name. Default: the environment variable `OAUTH_SCOPE`.
            base_url: URL that paths are put below, for a proxy or a test server.
            http_client: A ready `httpx` client, which stays open, or a transport, which is closed
                with this client.
            **options: How the client works: timeout, retries, rate limit, hooks; see
                `ClientOptions`.
        """
        super().__init__(
            PROFILE,
            arguments={
                "access_token": access_token,
                "client_id": client_id,
                "client_secret": client_secret,
                "scope": scope,
            },
            parameters={},
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def notes(self) -> AsyncNotesResource:
        """Operations of `client.notes`."""
        from .resources.notes import AsyncNotesResource

        return AsyncNotesResource(self)

    @cached_property
    def files(self) -> AsyncFilesResource:
        """Operations of `client.files`."""
        from .resources.files import AsyncFilesResource

        return AsyncFilesResource(self)
