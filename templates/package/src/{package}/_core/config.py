"""What a client is set to: who is calling, its options, what it shares with others."""

from __future__ import annotations

import logging
import os
import threading
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, urljoin, urlsplit

from ..errors import ArgumentError, ConfigurationError
from .operation import CLIENT_KEYS, ClientOptions, Operation, Profile, Scheme, Security
from .redaction import Redactor
from .request_builder import Credentials, check_keys
from .response import Checker
from .retry import RetryPolicy
from .transport import DEFAULT_TIMEOUT, Pool, as_timeout

if TYPE_CHECKING:
    from .oauth import Grant


class CredentialStore:
    """Everything that was given, and what of it goes with which operation.

    What was given as an argument comes before the environment, then the order of the profile decides.

    Args:
        profile: Names the alternatives.
        arguments: Keywords of the client and what was given.
        environ: Environment variables.

    Raises:
        ConfigurationError: Nothing was given, or half of what belongs together.

    Attributes:
        usual: What goes with an operation that has no alternatives of its own.
        secrets: Every value that must not be seen.
        names: Every query parameter that holds such a value.
        tokens: Whether a token may be needed.
    """

    __slots__ = ("usual", "secrets", "names", "tokens", "_values", "_security", "_known")

    def __init__(
        self, profile: Profile, arguments: Mapping[str, str | None], environ: Mapping[str, str]
    ) -> None:
        self._security = profile.security
        schemes = {scheme for security in profile.security for scheme in security}
        self._values = {each: _value(each, arguments, environ) for each in schemes}
        self._known: dict[tuple[tuple[str, ...], ...], Credentials] = {}
        told = {name for each in schemes for name in (each.argument, each.password)}
        self.usual = self._usual({name for name in told if name and arguments.get(name)})
        every = Credentials((each, value) for each, value in self._values.items() if value)
        self.secrets = every.secrets
        self.tokens = every.grant is not None
        self.names = [scheme.name for scheme in schemes if scheme.kind == "query"]

    def of(self, alternatives: tuple[tuple[str, ...], ...]) -> Credentials:
        """What goes with an operation that has alternatives of its own.

        Args:
            alternatives: Combinations of keywords of the client; an empty one needs none.

        Returns:
            The first combination that was given; none at all where none is needed, else the usual one.
        """
        if alternatives not in self._known:
            self._known[alternatives] = self._chosen(alternatives)
        return self._known[alternatives]

    def _chosen(self, alternatives: tuple[tuple[str, ...], ...]) -> Credentials:
        by_name = {scheme.argument: scheme for scheme in self._values}
        for names in filter(None, alternatives):
            found = [(each, self._values[each]) for name in names if (each := by_name.get(name))]
            complete = [(scheme, value) for scheme, value in found if value]
            if len(complete) == len(names):
                return Credentials(complete)
        return Credentials() if () in alternatives else self.usual

    def _usual(self, given: set[str]) -> Credentials:
        if not self._security:
            return Credentials()
        halves: list[Security] = []
        for security in self._security:
            if given and not any({each.argument, each.password} & given for each in security):
                continue
            found = [(scheme, self._values[scheme]) for scheme in security]
            complete = [(scheme, value) for scheme, value in found if value]
            if security and len(complete) == len(security):
                return Credentials(complete)
            if complete:
                halves.append(tuple(scheme for scheme, value in found if not value))
        if not given and () in self._security:
            return Credentials()
        raise ConfigurationError(_missing(halves, self._security))

    def __repr__(self) -> str:
        return "<Keyring>"


def _value(
    scheme: Scheme, arguments: Mapping[str, str | None], environ: Mapping[str, str]
) -> str | Grant | None:
    value = _given(scheme.argument, scheme.variable, arguments, environ)
    if scheme.password is None or not value:
        return value
    # Many APIs take a key for the user and want no password.
    password = _given(scheme.password, scheme.password_variable, arguments, environ)
    if scheme.kind == "oauth2":
        from .oauth import Grant

        scope = " ".join(scheme.scopes)
        if scheme.scope is not None:
            told = _given(scheme.scope, scheme.scope_variable, arguments, environ)
            scope = scope if told is None else told
        return Grant(scheme, value, password, scope) if password else None
    return f"{value}:{password or ''}"


def _given(
    argument: str,
    variable: str | None,
    arguments: Mapping[str, str | None],
    environ: Mapping[str, str],
) -> str | None:
    value = arguments.get(argument)
    if value is None and variable is not None:
        value = environ.get(variable)
    if value and not value.isprintable():
        raise ConfigurationError(
            f"`{argument}` has a line break or another control character in it; pass the bare value"
        )
    return value


def _missing(halves: list[Security], security: tuple[Security, ...]) -> str:
    if halves:
        return f"Half of the credentials is missing: {_named(halves[0])}"
    ways = ", or ".join(dict.fromkeys(_named(schemes) for schemes in security if schemes))
    return f"No credentials: {ways}"


def _named(schemes: Security) -> str:
    names = [
        pair
        for each in schemes
        for pair in ((each.argument, each.variable), (each.password, each.password_variable))
        if pair[0] and (pair[0] == each.argument or each.kind == "oauth2")
    ]
    return " and ".join(
        f"pass `{name}`" + (f" or set the variable {variable}" if variable else "")
        for name, variable in names
    )


class Config:
    """What a client is set to. Never changed: `with_options` makes another."""

    def __init__(
        self,
        profile: Profile,
        arguments: Mapping[str, str | None],
        parameters: Mapping[str, str | None],
        base_url: str | None,
        pool: Pool,
        own_timeout: bool,
        server: Mapping[str, str | None] = {},
    ) -> None:
        environ = os.environ
        self.profile = profile
        self.envelope = profile.envelope
        self.pool: Any = pool
        self.credential_store = CredentialStore(profile, arguments, environ)
        self.credentials = self.credential_store.usual
        variable = profile.base_url_variable
        own = base_url or (variable and environ.get(variable))
        self._server = {name: server.get(name) or told for name, told in profile.server.items()}
        self._given = bool(own) and "://" in profile.base_url
        self.base_url = self._checked(own or self._filled(profile.base_url))
        self._bases = {"": self.base_url}
        self.parameters = {
            name: parameters.get(name) or (environ.get(variable) if variable else None) or None
            for name, variable in profile.parameters.items()
        }
        for name, value in parameters.items():
            if value == "":
                raise ArgumentError(
                    f"Expected a non-empty value for `{name}` but received ''; leave it out instead"
                )
        self.redactor = Redactor(
            self.credential_store.secrets, self.credential_store.names, profile.secrets
        )
        if self.credential_store.tokens:
            from .oauth import TokenPool

            self.pool = TokenPool(pool, self.redactor, self.base_url)
        self.logger = logging.getLogger(profile.package)
        if not self.logger.handlers:  # silent until the program configures it
            self.logger.addHandler(logging.NullHandler())
        self.timeout = DEFAULT_TIMEOUT if own_timeout else None
        self.retry = RetryPolicy()
        self.rate_limiter: RateLimiter | None = None
        self.checker: Checker | None = None
        self.before_request: Any = None
        self.after_response: Any = None
        self.on_error: Any = None
        self.options: ClientOptions = {}
        self.headers: list[tuple[str, str]] = []
        self.bare_headers: list[tuple[str, str]] = []

    def changed(self, options: ClientOptions) -> Config:
        """A configuration with other options; the pool, the credentials and the rest are shared.

        Raises:
            ArgumentError: There is no such option.
        """
        check_keys(options, CLIENT_KEYS, "option")
        made = object.__new__(Config)
        made.__dict__.update(self.__dict__)
        made.options = cast(ClientOptions, {**self.options, **options})
        made._apply(options)
        return made

    def _apply(self, given: ClientOptions) -> None:
        options, profile = self.options, self.profile
        if "timeout" in given:
            self.timeout = as_timeout(given["timeout"])
        self.retry = RetryPolicy().overlaid(options)
        if "rate_limit" in given:
            limit = given["rate_limit"]
            self.rate_limiter = None if limit is None else RateLimiter(*limit)
        if "strict" in given or "on_contract_gap" in given:
            self.checker = self._make_checker()
        self.before_request = options.get("before_request")
        self.after_response = options.get("after_response")
        self.on_error = options.get("on_error")
        fixed = {"user-agent": profile.user_agent, **profile.headers, **options.get("headers", {})}
        self.bare_headers = [(name.lower(), value) for name, value in fixed.items() if value]
        self.headers = self._joined(self.credentials)

    def base_of(self, operation: Operation[Any]) -> str:
        """What the path of an operation is put below; a base URL that was given holds for all of them."""
        server = operation.server
        if server not in self._bases:
            if self._given and "://" in server:
                return self.base_url
            self._bases[server] = self._checked(urljoin(f"{self.base_url}/", self._filled(server)))
        return self._bases[server]

    def _filled(self, url: str) -> str:
        for name, value in self._server.items():
            url = url.replace(f"{{{name}}}", value)
        return url

    def _checked(self, url: str) -> str:
        try:
            parts = urlsplit(url)
            fine = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
            fine = fine and not parts.query and not parts.fragment
        except ValueError:  # half a bracket, or a port that is no number
            fine = False
        if not fine:
            variable = self.profile.base_url_variable
            way = f"; pass `base_url`{f' or set {variable}' if variable else ''}"
            raise ConfigurationError(
                f"The base URL must be http(s)://HOST, and a path at most{way}"
            )
        return quote(url.rstrip("/"), safe="/:@%!$&'()*+,;=[]~")

    def credentials_of(self, operation: Operation[Any]) -> Credentials:
        """What goes with an operation."""
        own = operation.security
        return self.credentials if own is None else self.credential_store.of(own)

    def headers_with(self, credentials: Credentials) -> list[tuple[str, str]]:
        """The headers of every request and those of credentials, unless an option replaces them."""
        if credentials is self.credentials:
            return self.headers
        return self._joined(credentials)

    def _joined(self, credentials: Credentials) -> list[tuple[str, str]]:
        overridden = {name.lower() for name in self.options.get("headers", {})}
        fields = [field for field in credentials.headers if field[0] not in overridden]
        return self.bare_headers + fields

    def _make_checker(self) -> Checker | None:
        strict, on_gap = self.options.get("strict", False), self.options.get("on_contract_gap")
        if not strict and on_gap is None:
            return None
        from .contract import checker

        return checker(self.profile.package, strict, on_gap)


class RateLimiter:
    """Lets at most n requests through in any period.

    Args:
        n: How many.
        period: Seconds.
    """

    def __init__(self, n: int, period: float) -> None:
        self._times = deque([float("-inf")] * n, maxlen=n)
        self._period = period
        self._lock = threading.Lock()

    def reserve(self, now: float) -> float:
        """Take the next free place and return the seconds until then.

        Args:
            now: Of a monotonic clock.
        """
        with self._lock:
            at = max(now, self._times[0] + self._period)
            self._times.append(at)
        return at - now
