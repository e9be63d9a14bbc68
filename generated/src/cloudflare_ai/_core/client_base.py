"""The base of both clients: everything except waiting."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from functools import cached_property
from inspect import isawaitable
from typing import Any, NoReturn, Self, TypeVar, Unpack
from weakref import ref

from ..errors import ArgumentError, Error
from . import conceal_arguments, conceal_methods
from .call import OUT_OF_TIME, Attempt
from .codec import decode_any
from .config import Config, RateLimiter
from .failures import make_failure_error
from .media_types import JSON
from .operation import BodyKind, MediaKind, Operation
from .options import ClientOptions
from .pool import Pool
from .profile import Profile
from .redaction import MASK
from .response_info import capturing, make_info
from .transport import AsyncResponse, Response, Timeout, TransportError

ResponseT = TypeVar("ResponseT", Response, AsyncResponse)

_ANY_MEDIA: Mapping[str, MediaKind] = {
    JSON: "json",
    "text/*": "text",
    "*/*": "bytes",
}


class BaseClient:
    """The base of both clients.

    Args:
        profile: Facts about the API.
        arguments: Credentials by keyword; None where the environment decides.
        parameters: Parameters that the client holds, by wire name.
        base_url: Base URL in place of the API's own.
        server: Values of the variables in the API's own base URL; None for the default.
        http_client: A ready httpx client, which stays open when the client is closed, or a
            transport, which is closed with it.
        options: How the client works.

    Raises:
        ConfigurationError: A credential is missing, or something can't be used as it is set.
        ArgumentError: An option has a wrong value, or there is no such option.
    """

    _asynchronous = False
    _origin: Any = None  # the client that this one is a copy of

    def __init_subclass__(cls) -> None:
        conceal_methods(cls)

    def __init__(
        self,
        profile: Profile,
        *,
        arguments: Mapping[str, str | None],
        parameters: Mapping[str, str | None] | None = None,
        base_url: str | None = None,
        server: Mapping[str, str | None] | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        pool = Pool(http_client, asynchronous=self._asynchronous)
        self._config = Config(
            profile,
            arguments,
            parameters or {},
            base_url,
            pool,
            own_transport=http_client is None,
            server=server or {},
            options=options,
            fake_host=getattr(http_client, "fake_host", ""),
        )

    @conceal_arguments
    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """Return a client with other options, which shares connections and credentials with this one.

        Closing it does not close this one.

        Args:
            options: As for the client; what is not given stays as it is.
        """
        return self._copy(self._config.with_options(options))

    @conceal_arguments
    def with_credentials(self, **arguments: str | None) -> Self:
        """Return a client with other credentials, which shares connections and options with this one.

        For programs that act for many users. Closing it does not close this one. Nothing is read from
        the environment again.

        Args:
            arguments: Keywords of the client for credentials and parameters. If any credential is named,
                exactly the named ones hold; else those of this client stay, as do parameters that are
                not named.

        Raises:
            ArgumentError: The client has no such keyword.
            ConfigurationError: A credential is missing.
        """
        return self._copy(self._config.with_credentials(arguments))

    def _copy(self, config: Config) -> Self:
        made = object.__new__(type(self))
        vars(made).update(vars(self))
        for name in list(vars(made)):  # resources hold the client that they were made for
            if isinstance(getattr(type(made), name, None), cached_property):
                delattr(made, name)
        made._config = config
        made._origin = self._origin or ref(self)
        return made

    def __copy__(self) -> Self:
        return self._copy(self._config)

    def __deepcopy__(self, memo: object) -> Self:
        return self._copy(self._config)  # connections and locks can't be copied

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            f"A {type(self).__name__} can't be pickled: it holds credentials and connections; "
            "make one in each process"
        )

    def _shares_connections(self) -> bool:
        """Return whether the connections are those of another client that is still in use."""
        return self._origin is not None and self._origin() is not None

    @property
    def base_url(self) -> str:
        """URL that paths are put below; its password and secret parameters are masked."""
        return self._config.redactor.url(self._config.base_url)

    @property
    def timeout(self) -> Timeout | None:
        """Limits for the phases of a request; None where those of a given client apply."""
        return self._config.timeout

    @property
    def deadline(self) -> float | None:
        """Seconds that a call may take as a whole; None for any time."""
        return self._config.deadline

    @property
    def max_retries(self) -> int:
        """How often a request may be retried."""
        return self._config.retry.max_retries

    @property
    def default_headers(self) -> dict[str, str]:
        """Header fields of every request; credentials are masked."""
        return self._config.redactor.headers(self._config.headers)

    @property
    def default_query(self) -> dict[str, Any]:
        """Query parameters of every request; secrets are masked."""
        redactor = self._config.redactor
        return {
            name: MASK if redactor.is_secret_parameter(name) else value
            for name, value in self._config.query.items()
        }

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._config.redactor.url(self._config.base_url)}>"

    def _undocumented(
        self, method: str, path: str, body_kind: BodyKind | None, unescaped: tuple[str, ...] = ()
    ) -> Operation[Any]:
        if not path.startswith("/"):
            raise ArgumentError(f"Expected a path under the base URL, such as '/x', not {path!r}")
        if not path.isprintable():
            raise ArgumentError("The path has a character in it that can't be printed; escape it")
        if not (method.isascii() and method.isalpha()):
            raise ArgumentError(f"Expected an HTTP method, such as 'GET', not {method!r}")
        return Operation(
            name="request",
            method=method.upper(),
            path=path,
            decode=decode_any,
            body=body_kind,
            media=_ANY_MEDIA,
            unescaped=unescaped,
        )

    def _reserve(self, limiter: RateLimiter, attempt: Attempt) -> float:
        """Return the seconds to wait by the rate limit; raise an error if the call has not as many."""
        wait = limiter.reserve(time.monotonic(), attempt.call.deadline)
        if wait is None:
            attempt.fail(TransportError("deadline", OUT_OF_TIME, sent=False, is_constant=True))
            raise self._error(attempt)
        return wait

    def _finish(self, attempt: Attempt, response: ResponseT | None) -> ResponseT:
        """Return the response of the last attempt and capture its facts; raise an error if there is none."""
        if attempt.failure is not None or response is None:
            raise self._error(attempt)
        if (capture := capturing.get()) is not None:
            capture.infos.append(make_info(attempt))
        return response

    def _error(self, attempt: Attempt) -> Error:
        return make_failure_error(
            attempt, attempt.failure or TransportError("other", "no response", is_constant=True)
        )

    def _log(self, attempt: Attempt, delay: float | None) -> None:
        logger = self._config.logger
        if not logger.isEnabledFor(logging.DEBUG if delay is None else logging.INFO):
            return
        request, redactor = attempt.request, attempt.call.redactor
        failure = attempt.failure
        outcome = attempt.status if failure is None else failure.describe(redactor)
        then = "" if delay is None else f"; retry in {delay:.1f} s"
        url = redactor.url(request.url)
        logger.log(
            logging.DEBUG if delay is None else logging.INFO,
            "%s %s → %s in %.0f ms%s",
            *(request.method, url, outcome, attempt.elapsed * 1000, then),
        )


async def pause(seconds: float) -> None:
    """Wait some seconds."""
    import asyncio  # it loads the TLS library, which a sync client does not need yet

    await asyncio.sleep(seconds)


async def finish_hook(value: Any) -> None:
    """Wait for a hook that is a coroutine function."""
    if isawaitable(value):
        await value
