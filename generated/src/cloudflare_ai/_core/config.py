"""The configuration of a client: credentials, base URL, options, and what it shares with others."""

from __future__ import annotations

import logging
import os
import sys
from collections import deque
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import urljoin, urlsplit

from ..errors import ArgumentError, ConfigurationError
from .credentials import Alternatives, Credentials, CredentialStore, make_basic_authorization
from .fork import ForkLock
from .operation import Operation
from .option_checks import (
    check_environment,
    check_header,
    check_options,
    check_token_url,
    split_base_url,
    suggest_name,
)
from .options import CLIENT_KEYS, ClientOptions
from .pool import Pool
from .profile import Profile
from .redaction import Redactor
from .response_decoding import Checker
from .retry import RetryPolicy
from .server_variables import fill_server_url, read_server_variables
from .transport import DEFAULT_TIMEOUT, as_timeout


class Config:
    """The configuration of a client. It is never changed: `with_options` makes another.

    Args:
        profile: Facts about the API.
        arguments: Credentials by keyword; None where the environment decides.
        parameters: Parameters that the client holds, by wire name.
        base_url: Base URL in place of the API's own.
        pool: Gives the transport.
        own_transport: Whether the transport is one of ours, which reads the environment.
        server: Values of the variables in the API's own base URL.
        options: How the client works.

    Raises:
        ConfigurationError: A credential is missing, or something can't be used as it is set.
        ArgumentError: An option has a wrong value, or there is no such option.
    """

    def __init__(
        self,
        profile: Profile,
        arguments: Mapping[str, str | None],
        parameters: Mapping[str, str | None],
        base_url: str | None,
        pool: Pool,
        own_transport: bool,
        server: Mapping[str, str | None] = {},
        options: ClientOptions = {},
        fake_host: str = "",
    ) -> None:
        keywords = (*arguments, *parameters, *server, "base_url", "http_client")
        check_options(options, CLIENT_KEYS, keywords)
        self.profile = profile
        self.envelope = profile.envelope
        self.options: ClientOptions = {}
        self.parameters = _read_parameters(profile, parameters, os.environ)
        self._server = read_server_variables(profile.server, profile.server_values, server)
        self._bases: dict[str, str] = {}
        userinfo = self._set_base_url(base_url, os.environ, fake_host)
        if own_transport:
            check_environment(os.environ)
        self.timeout = DEFAULT_TIMEOUT if own_transport else None
        self.connections = pool
        store = CredentialStore(profile, arguments, os.environ)
        self._use(store, options.get("token_url"))
        self._userinfo: tuple[str, str] | None = None
        if any(userinfo):
            self._userinfo, secrets = make_basic_authorization(*userinfo)
            self.redactor.learn(*secrets)
        self.logger = logging.getLogger(profile.package)
        if not self.logger.handlers:  # silent until the program configures it
            self.logger.addHandler(logging.NullHandler())
        self.rate_limiter: RateLimiter | None = None
        self.checker: Checker | None = None
        self._apply(options)

    def with_options(self, options: ClientOptions) -> Config:
        """Return a configuration with other options; the pool, the credentials and the rest are shared.

        Raises:
            ArgumentError: There is no such option, or its value is wrong.
        """
        for name in options.keys() - CLIENT_KEYS:
            if name in self.credential_store.keywords or name in self.parameters:
                raise ArgumentError(f"`{name}` is no option; write `with_credentials({name}=…)`")
        check_options(options, CLIENT_KEYS)
        if "token_url" in options:
            raise ArgumentError("`token_url` can't be changed; make another client with it")
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__)
        copy._apply(options)
        return copy

    def with_credentials(self, arguments: Mapping[str, str | None]) -> Config:
        """Return a configuration with other credentials and parameters; pool and options are shared.

        Raises:
            ArgumentError: The client has no such keyword.
            ConfigurationError: A credential is missing.
        """
        known = {*self.credential_store.keywords, *self.parameters}
        for name in arguments:
            if name not in known and name in CLIENT_KEYS:
                raise ArgumentError(f"`{name}` is no credential; write `with_options({name}=…)`")
            if name not in known:
                help_ = suggest_name(name, known)
                raise ArgumentError(f"The client has no credential `{name}`; {help_}")
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__)
        copy.parameters = {**self.parameters}
        # Never from the environment: what is not named stays.
        own = {name: value for name, value in arguments.items() if name in self.parameters}
        named = _read_parameters(self.profile, own, {})
        copy.parameters.update((name, value) for name, value in named.items() if value is not None)
        store = self.credential_store.replace(arguments)
        if store is not self.credential_store:
            copy._userinfo = None
            copy._use(store, self.options.get("token_url") if store.grants else None)
        copy._apply(self.options)
        return copy

    def _use(self, store: CredentialStore, token_url: Any) -> None:
        """Set the credentials, what masks them, and the pool that gets tokens for them."""
        self.credential_store = store
        self.redactor = Redactor(
            store.secrets, store.query_names, self.profile.secrets, store.header_names
        )
        self.pool: Any = self._token_pool(self.connections, token_url)

    def _apply(self, changes: ClientOptions) -> None:
        profile = self.profile
        self.options = options = cast(ClientOptions, {**self.options, **changes})
        if "timeout" in changes:
            self.timeout = as_timeout(changes["timeout"])
        self.retry = RetryPolicy().override(options)
        self.deadline = options.get("deadline")
        self.max_response_bytes = options.get("max_response_bytes")
        self.query: Mapping[str, Any] = options.get("default_query", {})
        if "rate_limit" in changes:
            limit = changes["rate_limit"]
            self.rate_limiter = None if limit is None else RateLimiter(*limit)
        if "strict" in changes or "on_contract_gap" in changes:
            self.checker = self._make_checker()
        self.before_request: Any = options.get("before_request")
        self.after_response: Any = options.get("after_response")
        self.on_error: Any = options.get("on_error")
        own = options.get("headers", {})
        for name, value in own.items():
            check_header(name, value or "")
        self._own_headers = frozenset(name.lower() for name in own)
        fixed = {"user-agent": _user_agent(profile), **profile.headers, **own}
        self.bare_headers = [(name.lower(), value) for name, value in fixed.items() if value]
        for name, value in own.items():
            if value and self.redactor.is_secret_header(name):
                self.redactor.learn(value, value.partition(" ")[2])
        self.credentials = self._choose(None)
        self._chosen: dict[Alternatives | None, Credentials] = {None: self.credentials}
        self.headers = self._join(self.credentials)

    # --- base URLs -------------------------------------------------------------------------------

    def _set_base_url(
        self, base_url: str | None, environ: Mapping[str, str], fake_host: str
    ) -> tuple[str, str]:
        """Set the base URL and return the userinfo that was in it."""
        variable = self.profile.base_url_variable
        help_ = f"pass `base_url`{f' or set {variable}' if variable else ''}"
        if "://" not in self.profile.base_url:
            path = f"/{self._fill(self.profile.base_url).strip('/')}".rstrip("/")
            help_ += f", for example https://HOST{path}: the API's description names no host"
        setting, own = "The base URL", base_url
        if not own and variable and (own := environ.get(variable)):
            setting = f"The base URL (from the variable {variable})"
        self._is_given = bool(own) and "://" in self.profile.base_url
        documented = self._fill(self.profile.base_url)  # checks the variables, whatever was given
        url = own or documented
        if not own and fake_host and "://" not in url:
            url = f"https://{fake_host}/{url.strip('/')}"
        self.base_url, *userinfo = split_base_url(url, setting, help_)
        return userinfo[0], userinfo[1]

    def choose_base_url(self, operation: Operation[Any]) -> str:
        """Return the base URL of an operation; one that the caller gave applies to all operations."""
        server = operation.server
        if not server:
            return self.base_url
        if server not in self._bases:
            if self._is_given and "://" in server:
                return self.base_url
            url = urljoin(f"{self.base_url}/", self._fill(server))
            self._bases[server] = split_base_url(url, "The base URL", "pass `base_url`")[0]
        return self._bases[server]

    def _fill(self, url: str) -> str:
        return fill_server_url(url, self._server, self.profile.server, self.profile.server_values)

    # --- credentials -----------------------------------------------------------------------------

    def choose_credentials(
        self, operation: Operation[Any], own_headers: Mapping[str, Any] = {}
    ) -> Credentials:
        """Return the credentials of an operation.

        Args:
            operation: The operation.
            own_headers: Header fields of the call.

        Raises:
            ConfigurationError: None of its alternatives is complete.
        """
        if own_headers:
            return self._choose(operation.security, own_headers)
        if (known := self._chosen.get(operation.security)) is None:
            known = self._chosen[operation.security] = self._choose(operation.security)
        return known

    def _choose(
        self, alternatives: Alternatives | None, own_headers: Mapping[str, Any] = {}
    ) -> Credentials:
        replaced = self._own_headers.union(name.lower() for name in own_headers)
        if self._userinfo is not None:
            replaced |= {"authorization"}
        return self.credential_store.choose(alternatives, replaced)

    def join_headers(self, credentials: Credentials) -> list[tuple[str, str]]:
        """Return the headers of every request and those of credentials, unless an option replaces them."""
        return self.headers if credentials is self.credentials else self._join(credentials)

    def _join(self, credentials: Credentials) -> list[tuple[str, str]]:
        fields = [field for field in credentials.headers if field[0] not in self._own_headers]
        # An explicit credential comes before the userinfo of a URL.
        if self._userinfo is not None and not credentials.authorizes:
            if "authorization" not in self._own_headers:
                fields.append(self._userinfo)
        return self.bare_headers + fields

    def _token_pool(self, pool: Pool, token_url: Any) -> Any:
        grants = self.credential_store.grants
        if token_url is not None and not grants:
            raise ArgumentError(
                "`token_url` has no effect: the client was given no `client_secret`"
            )
        if not grants:
            return pool
        for grant in grants:
            grant.url = self._token_url(grant.scheme.token_url, token_url)
            check_token_url(grant.url)
        return grants[0].make_pool(pool, self.redactor)

    def _token_url(self, documented: str, given: Any) -> str:
        """Return the token URL: the given one, else the documented one, moved along with the API's host."""
        if given is not None:
            if not isinstance(given, str) or not given.isprintable() or " " in given:
                raise ArgumentError("`token_url` must be an http(s):// URL without blanks")
            documented = given
        elif self._is_given and _origin(documented) == _origin(self._fill(self.profile.base_url)):
            documented = urlsplit(documented)._replace(scheme="", netloc="").geturl()
        url = urljoin(f"{self.base_url}/", documented)
        try:
            parts = urlsplit(url)
            fine = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            fine = False
        if not fine:
            raise ConfigurationError("The token URL is not an http(s):// URL; pass `token_url`")
        return url

    def _make_checker(self) -> Checker | None:
        strict, on_gap = self.options.get("strict", False), self.options.get("on_contract_gap")
        if not strict and on_gap is None:
            return None
        from .contract import make_checker

        return make_checker(self.profile.package, strict, on_gap)


def _user_agent(profile: Profile) -> str:
    """Return the name of the package and its version, unless the profile has another value."""
    version = getattr(sys.modules.get(__name__.partition("._core")[0]), "__version__", "")
    return profile.user_agent or f"{profile.package}/{version}".rstrip("/")


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def _read_parameters(
    profile: Profile, given: Mapping[str, Any], environ: Mapping[str, str]
) -> dict[str, Any]:
    """Return the values of the parameters that the client holds."""
    values: dict[str, Any] = {}
    for name, variable in profile.parameters.items():
        value = given.get(name)
        if isinstance(value, str) and not value.strip():
            raise ArgumentError(
                f"Expected a non-empty value for `{name}` but received {value!r}; leave it out instead"
            )
        if value is None and variable and (value := environ.get(variable, "").strip()):
            if not value.isprintable():
                raise ConfigurationError(
                    f"`{name}` (from the variable {variable}) has a line break or another control "
                    "character in it; set the bare value"
                )
        values[name] = value or None
    return values


class RateLimiter:
    """Lets at most n requests through in any period.

    Args:
        n: How many.
        period: Seconds.
    """

    def __init__(self, n: int, period: float) -> None:
        self._times: deque[float] = deque(maxlen=n)
        self._period = period
        self._lock = ForkLock()

    def reserve(self, now: float, deadline: float | None = None) -> float | None:
        """Take the next free place.

        Args:
            now: Of a monotonic clock.
            deadline: When it would be too late, by the same clock.

        Returns:
            The seconds until then; None where that is too late, and no place was taken.
        """
        with self._lock.current:
            is_full = len(self._times) == self._times.maxlen
            at = max(now, self._times[0] + self._period) if is_full else now
            if deadline is not None and at >= deadline:
                return None
            self._times.append(at)
        return at - now
