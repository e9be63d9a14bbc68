"""Facts about an API that hold for all its operations: base URL, authentication, envelope. Data only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, Protocol, TypeAlias

from .record import Record


class Scheme(Record):
    """A way to authenticate, with its credential.

    Attributes:
        kind: Where the credential goes; "basic" takes "user:password" where it has no `password`;
            "oauth2" gets a token for a client's identifier and its secret.
        name: Name of the header, query parameter or cookie.
        argument: Keyword of the client.
        variable: Environment variable.
        password: Keyword of the second half of the credential.
        password_variable: Its environment variable.
        token_url: The token endpoint, relative to the base URL or absolute.
        scope: Keyword of the requested scopes.
        scope_variable: Its environment variable.
        scopes: Scopes requested where neither is given.
        make_grant: Makes a grant of the scheme, an identifier, a secret and scopes, for "oauth2".
    """

    kind: Literal["bearer", "basic", "header", "query", "cookie", "oauth2"]
    argument: str
    variable: str | None = None
    name: str = "Authorization"
    password: str | None = None
    password_variable: str | None = None
    token_url: str = ""
    scope: str | None = None
    scope_variable: str | None = None
    scopes: tuple[str, ...] = ()
    make_grant: Callable[[Scheme, str, str, str], Grant] | None = None

    @property
    def keywords(self) -> list[str]:
        """The keywords of the client that belong to it."""
        return [name for name in (self.argument, self.password, self.scope) if name]

    @property
    def variables(self) -> list[str]:
        """The environment variables that belong to it."""
        names = (self.variable, self.password_variable, self.scope_variable)
        return [name for name in names if name]


class Grant(Protocol):
    """The source of tokens of a client. `oauth.py` has the one of OAuth 2 client credentials.

    Attributes:
        scheme: How the API describes it.
        url: The token endpoint.
        secrets: Every value that must not be shown.
    """

    scheme: Scheme
    url: str
    secrets: list[str]

    def make_pool(self, pool: Any, redactor: Any, /) -> Any:
        """Return a pool whose transport puts the tokens of grants into requests.

        Args:
            pool: The pool of the client.
            redactor: Learns the tokens, so that they are masked.
        """


TOKEN_OPERATION = "oauth2.token"
"""Name of the operation in requests for a token."""

Security: TypeAlias = tuple[Scheme, ...]
"""Schemes that go together."""


class Envelope(Record):
    """Members of a JSON body that mark failure, whatever the status."""

    success: str | None = None
    errors: str | None = None
    messages: str | None = None


class Profile(Record):
    """Facts about an API that hold for all operations.

    Attributes:
        package: Import name of the package; also the logger's.
        base_url: Default base URL, without a slash at the end, with `{variables}`.
        server: Their defaults.
        server_values: The documented values of those that have an `enum`.
        base_url_variable: Environment variable that replaces it.
        security: Alternatives in order of preference, each the schemes that go together.
            The first that is complete wins; () as an alternative means that none is needed.
        parameters: Parameters that the client may hold, by wire name → environment variable.
        envelope: Members of a body that mark failure.
        secrets: Wire names of secret members, masked wherever a body is shown.
        user_agent: Value of the header of that name.
        headers: Further headers of every request.
        request_id_header: Response header with the server's identifier of a request, in lower case;
            None for the usual ones (`x-request-id`, `request-id`, …).
    """

    package: str
    base_url: str
    server: Mapping[str, str] = {}
    server_values: Mapping[str, tuple[str, ...]] = {}
    base_url_variable: str | None = None
    security: tuple[Security, ...] = ()
    parameters: Mapping[str, str | None] = {}
    envelope: Envelope = Envelope()
    secrets: tuple[str, ...] = ()
    user_agent: str = ""
    headers: Mapping[str, str] = {}
    request_id_header: str | None = None
