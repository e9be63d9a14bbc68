"""What is known before the first call: the API's profile, credentials, options."""

from __future__ import annotations

import base64
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypedDict

from ..errors import APIError, ArgumentError, ConfigurationError
from .transport import Request, Timeout

if TYPE_CHECKING:
    from .watch import ReplyInfo

DEFAULT_TIMEOUT: Final = Timeout(60.0, connect=10.0)


class Scheme:
    """A way to authenticate, with its credential.

    Args:
        kind: Where the credential goes; "basic" takes "user:password".
        name: Name of the header, query parameter or cookie.
        argument: Keyword of the client.
        variable: Environment variable.
    """

    __slots__ = ("kind", "name", "argument", "variable")

    def __init__(
        self,
        kind: Literal["bearer", "basic", "header", "query", "cookie"],
        *,
        argument: str,
        variable: str | None = None,
        name: str = "Authorization",
    ) -> None:
        self.kind = kind
        self.name = name
        self.argument = argument
        self.variable = variable


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
        base_url: Default base URL, without a slash at the end.
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
        self.base_url_variable = base_url_variable
        self.security = security
        self.parameters = parameters
        self.envelope = envelope or Envelope()
        self.secrets = secrets
        self.user_agent = user_agent
        self.headers = headers


Security: TypeAlias = tuple[Scheme, ...]
"""Schemes that go together."""


class Credentials:
    """What every request of a client carries to prove who sends it. Its values are never shown.

    Attributes:
        headers: Header fields, names in lower case.
        query: Query parameters.
        secrets: Every value that must not be seen.
    """

    __slots__ = ("headers", "query", "secrets")

    def __init__(self, chosen: Iterable[tuple[Scheme, str]] = ()) -> None:
        self.headers: list[tuple[str, str]] = []
        self.query: list[tuple[str, str]] = []
        self.secrets: list[str] = []
        for scheme, value in chosen:
            self._add(scheme, value)

    def _add(self, scheme: Scheme, value: str) -> None:
        self.secrets.append(value)
        if scheme.kind == "query":
            self.query.append((scheme.name, value))
        elif scheme.kind == "cookie":
            self.headers.append(("cookie", f"{scheme.name}={value}"))
        elif scheme.kind == "basic":
            text = base64.b64encode(value.encode()).decode("ascii")
            self.secrets.append(text)
            self.headers.append(("authorization", f"Basic {text}"))
        else:
            text = f"Bearer {value}" if scheme.kind == "bearer" else value
            self.headers.append((scheme.name.lower(), text))

    def __repr__(self) -> str:
        return "<Credentials>"


def find_credentials(
    profile: Profile, arguments: Mapping[str, str | None], environ: Mapping[str, str]
) -> Credentials:
    """Choose the way to authenticate and gather what it needs.

    What was given as an argument comes before the environment, then the order of the profile decides.

    Args:
        profile: Names the alternatives.
        arguments: Keywords of the client and what was given.
        environ: Environment variables.

    Raises:
        ConfigurationError: Nothing was given, or half of what belongs together.
    """
    if not profile.security:
        return Credentials()
    given = {name for name, value in arguments.items() if value}
    alternatives = [
        security
        for security in profile.security
        if not given or any(scheme.argument in given for scheme in security)
    ]
    halves: list[Security] = []
    for security in alternatives:
        found = [(scheme, _value(scheme, arguments, environ)) for scheme in security]
        complete = [(scheme, value) for scheme, value in found if value]
        if len(complete) == len(security):
            return Credentials(complete)
        if complete:
            halves.append(tuple(scheme for scheme, value in found if not value))
    if not given and () in profile.security:
        return Credentials()
    raise ConfigurationError(_missing(halves, profile.security))


def _value(
    scheme: Scheme, arguments: Mapping[str, str | None], environ: Mapping[str, str]
) -> str | None:
    value = arguments.get(scheme.argument)
    if value is None and scheme.variable is not None:
        value = environ.get(scheme.variable)
    if value and not value.isprintable():
        raise ConfigurationError(
            f"`{scheme.argument}` has a line break or another control character in it; "
            "pass the bare value"
        )
    return value


def _missing(halves: list[Security], security: tuple[Security, ...]) -> str:
    if halves:
        return f"Half of the credentials is missing: {_named(halves[0])}"
    ways = ", or ".join(_named(schemes) for schemes in security if schemes)
    return f"No credentials: {ways}"


def _named(schemes: Security) -> str:
    return " and ".join(
        f"pass `{scheme.argument}`"
        + (f" or set the variable {scheme.variable}" if scheme.variable else "")
        for scheme in schemes
    )


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
