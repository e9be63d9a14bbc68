# Generated from Security 1; do not edit.
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

_BEARER = Scheme(kind="bearer", argument="access_token", variable="SECURITY_ACCESS_TOKEN")
_KEY = Scheme(kind="header", argument="key", variable="SECURITY_KEY", name="X-Key")
_MAIL = Scheme(kind="header", argument="mail", variable="SECURITY_MAIL", name="X-Mail")
_BASIC = Scheme(
    kind="basic",
    argument="username",
    variable="SECURITY_USERNAME",
    password="password",
    password_variable="SECURITY_PASSWORD",
)
_QUERY_KEY = Scheme(kind="query", argument="query_key", variable="SECURITY_QUERY_KEY", name="key")
_COOKIE_KEY = Scheme(
    kind="cookie", argument="cookie_key", variable="SECURITY_COOKIE_KEY", name="session"
)
_OAUTH = Scheme(kind="bearer", argument="access_token", variable="SECURITY_ACCESS_TOKEN")
_OAUTH_CLIENT_CREDENTIALS = Scheme(
    kind="oauth2",
    argument="client_id",
    variable="SECURITY_CLIENT_ID",
    password="client_secret",
    password_variable="SECURITY_CLIENT_SECRET",
    token_url="https://example.com/token",
    scope="scope",
    scope_variable="SECURITY_SCOPE",
    scopes=("read",),
    make_grant=lazy_function(__package__, "_core.oauth", "ClientCredentials"),
)
_OIDC = Scheme(kind="bearer", argument="access_token", variable="SECURITY_ACCESS_TOKEN")
_COOKIE_MARK = Scheme(
    kind="cookie", argument="cookie_mark", variable="SECURITY_COOKIE_MARK", name="mark"
)
_DIGEST = Scheme(kind="header", argument="digest", variable="SECURITY_DIGEST")
PROFILE = Profile(
    package="security_client",
    base_url="https://example.com",
    base_url_variable="SECURITY_BASE_URL",
    security=(
        (_BEARER,),
        (_KEY, _MAIL),
        (_BASIC,),
        (_QUERY_KEY,),
        (_COOKIE_KEY, _OAUTH),
        (_COOKIE_KEY, _OAUTH_CLIENT_CREDENTIALS),
        (_OIDC,),
        (_COOKIE_KEY, _COOKIE_MARK),
        (_DIGEST,),
        (),
    ),
)


class Security(Client, RootResource):
    """A client of Security."""

    @conceal_arguments
    def __init__(
        self,
        *,
        access_token: str | None = None,
        username: str | None = None,
        password: str | None = None,
        key: str | None = None,
        mail: str | None = None,
        query_key: str | None = None,
        cookie_key: str | None = None,
        cookie_mark: str | None = None,
        digest: str | None = None,
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
                `SECURITY_ACCESS_TOKEN`.
            username: Name and password. Default: the environment variable `SECURITY_USERNAME`.
            password: The password that goes with `username`. Default: the environment variable
                `SECURITY_PASSWORD`.
            key: The key that goes into the header `X-Key`. Default: the environment variable
                `SECURITY_KEY`.
            mail: The key that goes into the header `X-Mail`. Default: the environment variable
                `SECURITY_MAIL`.
            query_key: The key that goes into the query parameter `key`. Default: the environment
                variable `SECURITY_QUERY_KEY`.
            cookie_key: The key that goes into the cookie `session`. Default: the environment
                variable `SECURITY_COOKIE_KEY`.
            cookie_mark: The key that goes into the cookie `mark`. Default: the environment variable
                `SECURITY_COOKIE_MARK`.
            digest: The whole header `Authorization`. Default: the environment variable
                `SECURITY_DIGEST`.
            client_id: Identifier of a client that tokens are given to, in place of a token.
                Default: the environment variable `SECURITY_CLIENT_ID`.
            client_secret: The secret that goes with `client_id`. Default: the environment variable
                `SECURITY_CLIENT_SECRET`.
            scope: What tokens are asked for, with spaces between; else everything that the
                operations name. Default: the environment variable `SECURITY_SCOPE`.
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
                "username": username,
                "password": password,
                "key": key,
                "mail": mail,
                "query_key": query_key,
                "cookie_key": cookie_key,
                "cookie_mark": cookie_mark,
                "digest": digest,
                "client_id": client_id,
                "client_secret": client_secret,
                "scope": scope,
            },
            parameters={},
            base_url=base_url,
            http_client=http_client,
            **options,
        )


class AsyncSecurity(AsyncClient, AsyncRootResource):
    """A client of Security.

    The asynchronous counterpart of `Security`.
    """

    @conceal_arguments
    def __init__(
        self,
        *,
        access_token: str | None = None,
        username: str | None = None,
        password: str | None = None,
        key: str | None = None,
        mail: str | None = None,
        query_key: str | None = None,
        cookie_key: str | None = None,
        cookie_mark: str | None = None,
        digest: str | None = None,
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
                `SECURITY_ACCESS_TOKEN`.
            username: Name and password. Default: the environment variable `SECURITY_USERNAME`.
            password: The password that goes with `username`. Default: the environment variable
                `SECURITY_PASSWORD`.
            key: The key that goes into the header `X-Key`. Default: the environment variable
                `SECURITY_KEY`.
            mail: The key that goes into the header `X-Mail`. Default: the environment variable
                `SECURITY_MAIL`.
            query_key: The key that goes into the query parameter `key`. Default: the environment
                variable `SECURITY_QUERY_KEY`.
            cookie_key: The key that goes into the cookie `session`. Default: the environment
                variable `SECURITY_COOKIE_KEY`.
            cookie_mark: The key that goes into the cookie `mark`. Default: the environment variable
                `SECURITY_COOKIE_MARK`.
            digest: The whole header `Authorization`. Default: the environment variable
                `SECURITY_DIGEST`.
            client_id: Identifier of a client that tokens are given to, in place of a token.
                Default: the environment variable `SECURITY_CLIENT_ID`.
            client_secret: The secret that goes with `client_id`. Default: the environment variable
                `SECURITY_CLIENT_SECRET`.
            scope: What tokens are asked for, with spaces between; else everything that the
                operations name. Default: the environment variable `SECURITY_SCOPE`.
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
                "username": username,
                "password": password,
                "key": key,
                "mail": mail,
                "query_key": query_key,
                "cookie_key": cookie_key,
                "cookie_mark": cookie_mark,
                "digest": digest,
                "client_id": client_id,
                "client_secret": client_secret,
                "scope": scope,
            },
            parameters={},
            base_url=base_url,
            http_client=http_client,
            **options,
        )
