"""What a client is set to: credentials, options, the pool it shares."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import quote, urlsplit

from ..errors import ArgumentError, ConfigurationError
from .answer import Checker
from .credentials import Credentials, Keyring
from .policy import RetryPolicy
from .profile import (
    CLIENT_KEYS,
    DEFAULT_TIMEOUT,
    ClientOptions,
    Profile,
    as_timeout,
    check_keys,
)
from .watch import Gate, Redactor, logger_of


class Pool:
    """The transport of a client and of those made of it by `with_options`; made when first used."""

    def __init__(self, http_client: Any, *, asynchronous: bool) -> None:
        self.asynchronous = asynchronous
        self.own = http_client is None or hasattr(http_client, "build_request")
        self._given = http_client
        self._transport: Any = None if self.own else http_client
        self._lock = threading.Lock()
        needed = "asend" if asynchronous else "send"
        if not self.own and not hasattr(http_client, needed):
            raise ConfigurationError(
                f"`http_client` is a {type(http_client).__name__}, which has no `{needed}`; pass an "
                f"{'httpx.AsyncClient' if asynchronous else 'httpx.Client'} or a transport"
            )
        if http_client is not None and self.own and hasattr(http_client, "aclose") != asynchronous:
            raise ConfigurationError(
                f"`http_client` is a {type(http_client).__name__}; the "
                + ("async client needs an async one" if asynchronous else "client needs a sync one")
            )

    def get(self) -> Any:
        """The transport."""
        if self._transport is None:
            with self._lock:
                if self._transport is None:
                    self._transport = self._make()
        return self._transport

    def _make(self) -> Any:
        from .httpx_transport import AsyncHttpxTransport, HttpxTransport

        made = AsyncHttpxTransport if self.asynchronous else HttpxTransport
        return made(self._given)

    def take(self) -> Any:
        """The transport, if it is there and ours to close."""
        return self._transport if self.own else None


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
        self.pool = pool
        self.keyring = Keyring(profile, arguments, environ)
        self.credentials = self.keyring.usual
        variable = profile.base_url_variable
        own = base_url or (variable and environ.get(variable))
        self.base_url = _checked_url(own or _filled(profile, server))
        self.elsewhere = not own
        """Whether operations with a base URL of their own are sent there."""
        self.parameters = {
            name: parameters.get(name) or (environ.get(variable) if variable else None) or None
            for name, variable in profile.parameters.items()
        }
        for name, value in parameters.items():
            if value == "":
                raise ArgumentError(
                    f"Expected a non-empty value for `{name}` but received ''; leave it out instead"
                )
        self.redactor = Redactor(self.keyring.secrets, self.keyring.names, profile.secrets)
        self.logger = logger_of(profile.package)
        self.timeout = DEFAULT_TIMEOUT if own_timeout else None
        self.retry = RetryPolicy()
        self.gate: Gate | None = None
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
            self.gate = None if limit is None else Gate(*limit)
        if "strict" in given or "on_contract_gap" in given:
            self.checker = self._make_checker()
        self.before_request = options.get("before_request")
        self.after_response = options.get("after_response")
        self.on_error = options.get("on_error")
        fixed = {"user-agent": profile.user_agent, **profile.headers, **options.get("headers", {})}
        headers = [(name.lower(), value) for name, value in fixed.items() if value]
        self.bare_headers = headers
        self.headers = self.with_credentials(self.credentials)

    def with_credentials(self, credentials: Credentials) -> list[tuple[str, str]]:
        """The headers of every request and those of credentials, unless an option replaces them."""
        overridden = {name.lower() for name in self.options.get("headers", {})}
        fields = [field for field in credentials.headers if field[0] not in overridden]
        return self.bare_headers + fields

    def _make_checker(self) -> Checker | None:
        strict, on_gap = self.options.get("strict", False), self.options.get("on_contract_gap")
        if not strict and on_gap is None:
            return None
        from .contract import checker

        return checker(self.profile.package, strict, on_gap)


def _filled(profile: Profile, server: Mapping[str, str | None]) -> str:
    """The API's own base URL with its variables."""
    url = profile.base_url
    for name, default in profile.server.items():
        url = url.replace(f"{{{name}}}", server.get(name) or default)
    return url


def _checked_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigurationError("The base URL must begin with https:// (or http://) and a host")
    if parts.query or parts.fragment:
        raise ConfigurationError("The base URL can't have a query or a fragment; take them off")
    return quote(url.rstrip("/"), safe="/:@%!$&'()*+,;=[]~")
