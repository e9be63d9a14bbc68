"""What both clients share: everything but the waiting."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from inspect import isawaitable
from typing import Any, Self, TypeVar, Unpack

from ..errors import APIError, ArgumentError
from .codec import decode_any
from .config import Config
from .exchange import Exchange
from .operation import BodyKind, ClientOptions, MediaKind, Operation, Profile
from .reply import info_of, listener
from .response import failure_error
from .transport import AsyncResponse, Pool, Response, TransportError

ResponseT = TypeVar("ResponseT", Response, AsyncResponse)

_ANY_MEDIA: Mapping[str, MediaKind] = {"text/*": "text", "*/*": "bytes"}


class BaseClient:
    """What both clients share.

    Args:
        profile: What is known of the API.
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
        )

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """A client with other options, which shares connections and credentials with this one.

        Args:
            options: As for the client; what is not given stays as it is.
        """
        made = object.__new__(type(self))
        made._config = self._config.changed(options)
        return made

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

    def _settled(self, x: Exchange, response: ResponseT | None) -> ResponseT:
        """The answer of the last attempt, noted for whoever listens; raises where there is none."""
        if x.failure is not None or response is None:
            raise self._error(x)
        if (heard := listener.get()) is not None:
            heard.append(info_of(x))
        return response

    def _error(self, x: Exchange) -> APIError:
        return failure_error(x, x.failure or TransportError("other", "no answer"))

    def _log(self, x: Exchange, delay: float | None) -> None:
        logger = self._config.logger
        if not logger.isEnabledFor(logging.DEBUG if delay is None else logging.INFO):
            return
        request = x.request
        outcome = x.status if x.failure is None else x.redactor.values(x.failure.message)
        then = "" if delay is None else f"; again in {delay:.1f} s"
        url = x.redactor.url(request.url)
        logger.log(
            logging.DEBUG if delay is None else logging.INFO,
            "%s %s → %s in %.0f ms%s",
            *(request.method, url, outcome, x.elapsed * 1000, then),
        )


async def pause(seconds: float) -> None:
    """Let time pass."""
    import asyncio  # it loads the TLS library, which a sync client has no use for yet

    await asyncio.sleep(seconds)


async def finished(value: Any) -> None:
    """Wait for a hook that is a coroutine function."""
    if isawaitable(value):
        await value
