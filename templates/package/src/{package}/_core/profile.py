"""What is known before the first call: the API's profile and the options there are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypedDict

from ..errors import APIError, ArgumentError
from .transport import Request, Timeout

if TYPE_CHECKING:
    from .watch import ReplyInfo

DEFAULT_TIMEOUT: Final = Timeout(60.0, connect=10.0)


class Scheme:
    """A way to authenticate, with its credential.

    Args:
        kind: Where the credential goes; "basic" takes "user:password" where it has no `password`.
        name: Name of the header, query parameter or cookie.
        argument: Keyword of the client.
        variable: Environment variable.
        password: Keyword of the second half of the credential.
        password_variable: Its environment variable.
    """

    __slots__ = ("kind", "name", "argument", "variable", "password", "password_variable")

    def __init__(
        self,
        kind: Literal["bearer", "basic", "header", "query", "cookie"],
        *,
        argument: str,
        variable: str | None = None,
        name: str = "Authorization",
        password: str | None = None,
        password_variable: str | None = None,
    ) -> None:
        self.kind = kind
        self.name = name
        self.argument = argument
        self.variable = variable
        self.password = password
        self.password_variable = password_variable


class Envelope:
    """Members of a JSON body that tell failure, whatever the status."""

    __slots__ = ("success", "errors", "messages")

    def __init__(
        self,
        *,
        success: str | None = None,
        errors: str | None = None,
        messages: str | None = None,
    ) -> None:
        self.success = success
        self.errors = errors
        self.messages = messages


class Profile:
    """What is known of an API before the first call.

    Args:
        package: Import name of the package; also the logger's.
        base_url: Default base URL, without a slash at the end, with `{variables}`.
        server: Their defaults.
        base_url_variable: Environment variable that replaces it.
        security: Alternatives in order of preference, each the schemes that go together.
            The first that is complete wins; () as an alternative means that none is needed.
        parameters: Parameters that the client may hold, by wire name → environment variable.
        envelope: Members of a body that tell failure.
        secrets: Wire names of secret members, masked wherever a body is shown.
        user_agent: Value of the header of that name.
        headers: Further headers of every request.
    """

    __slots__ = (
        "package",
        "base_url",
        "server",
        "base_url_variable",
        "security",
        "parameters",
        "envelope",
        "secrets",
        "user_agent",
        "headers",
    )

    def __init__(
        self,
        *,
        package: str,
        base_url: str,
        server: Mapping[str, str] = {},
        base_url_variable: str | None = None,
        security: tuple[tuple[Scheme, ...], ...] = (),
        parameters: Mapping[str, str | None] = {},
        envelope: Envelope | None = None,
        secrets: tuple[str, ...] = (),
        user_agent: str = "",
        headers: Mapping[str, str] = {},
    ) -> None:
        self.package = package
        self.base_url = base_url
        self.server = server
        self.base_url_variable = base_url_variable
        self.security = security
        self.parameters = parameters
        self.envelope = envelope or Envelope()
        self.secrets = secrets
        self.user_agent = user_agent
        self.headers = headers


Security: TypeAlias = tuple[Scheme, ...]
"""Schemes that go together."""


class Options(TypedDict, total=False):
    """What a single call may have of its own.

    Keys:
        headers: Further header fields; None takes away one that would be sent.
        query: Further query parameters, or other values for those of the method.
        body: Further members of a body that is an object.
        timeout: Seconds, a `Timeout`, or None for no limit.
        max_retries: How often the request may be sent again.
        retry_budget: How many seconds the call may wait between attempts altogether.
        retry_statuses: Statuses after which an idempotent request is sent again.
        idempotent: Whether the request may be sent again even though it may have been processed.
    """

    headers: Mapping[str, str | None]
    query: Mapping[str, Any]
    body: Mapping[str, Any]
    timeout: float | Timeout | None
    max_retries: int
    retry_budget: float
    retry_statuses: Collection[int]
    idempotent: bool


class ClientOptions(TypedDict, total=False):
    """How a client works; every key has a default.

    Keys:
        timeout: Seconds for every phase of a request, a `Timeout`, or None for no limit. Default:
            60, and 10 until a connection stands; with a client of one's own, what it is set to.
        max_retries: How often a request may be sent again. Default 2.
        retry_budget: How many seconds a call may wait between attempts altogether. Default 300.
        retry_statuses: Statuses after which an idempotent request is sent again. Default: 408, 429
            and everything from 500 on.
        headers: Further header fields of every request.
        rate_limit: (n, seconds): at most n requests in any period of so many seconds.
        strict: Whether an answer that departs from the API's description raises `ContractError`.
        on_contract_gap: Called once for each kind of departure.
        before_request: Called with each `Request` just before it is sent; it may add headers.
        after_response: Called with the `Request` and its `ReplyInfo`, whatever the status.
        on_error: Called with the `Request` and the error, for each attempt without an answer and for
            the error that ends the call.
    """

    timeout: float | Timeout | None
    max_retries: int | None
    retry_budget: float
    retry_statuses: Collection[int] | None
    headers: Mapping[str, str]
    rate_limit: tuple[int, float] | None
    strict: bool
    on_contract_gap: Callable[[Any], object] | None
    before_request: Callable[[Request], object] | None
    after_response: Callable[[Request, ReplyInfo], object] | None
    on_error: Callable[[Request, APIError], object] | None


CALL_KEYS: Final = frozenset(Options.__annotations__)
CLIENT_KEYS: Final = frozenset(ClientOptions.__annotations__)


def check_keys(given: Mapping[str, Any], known: Collection[str], what: str) -> None:
    """Refuse misspelt options.

    Raises:
        ArgumentError: There is no option of that name.
    """
    for name in given:
        if name not in known:
            raise ArgumentError(f"There is no {what} `{name}`; there are {', '.join(sorted(known))}")


def as_timeout(timeout: float | Timeout | None) -> Timeout:
    """One kind of timeout of the several that can be given."""
    if isinstance(timeout, Timeout):
        return timeout
    if timeout is None or isinstance(timeout, (int, float)):  # pyright: ignore[reportUnnecessaryIsInstance]
        return Timeout(timeout)
    # An `httpx.Timeout` and its like.
    return Timeout(
        connect=timeout.connect, read=timeout.read, write=timeout.write, pool=timeout.pool
    )
