"""OAuth 2 client credentials (RFC 6749, section 4.4): tokens are fetched, kept and renewed.

A transport wraps the client's own. It fetches a token when one is needed, puts it into the
requests that ask for one, keeps it until shortly before it expires, and fetches another, once, where
the API responds with 401. Parallel calls wait for one fetch and share its outcome, be it a token or a
failure. Hooks and errors never see the token.
"""

from __future__ import annotations

import asyncio
import base64
import json
import math
import time
from collections.abc import Mapping
from copy import copy
from typing import Any
from urllib.parse import quote_plus, urlencode
from weakref import WeakKeyDictionary

from ..errors import (
    STATUS_ERRORS,
    APIResponseValidationError,
    APIStatusError,
    Error,
    ErrorDetail,
)
from .call import OUT_OF_TIME
from .codec import is_mapping
from .content import is_replayable
from .fork import ForkLock
from .media_types import FORM, JSON
from .profile import TOKEN_OPERATION, Grant, Scheme
from .redaction import Redactor
from .transport import Request, TransportError

_LONGEST = 10.0**9  # seconds; whatever lasts longer lasts for the life of the program


class ClientCredentials(Grant):
    """The credentials that a token is requested with, and the token. Never shown.

    Args:
        scheme: How the API describes it.
        client_id: Identifier of the client.
        secret: Secret of the client.
        scope: Requested scopes, with spaces between; "" leaves them to the server.

    Attributes:
        url: The token endpoint.
        fetches: How many fetches have ended.
        failure: Why the last one gave no token; None if it gave one.
    """

    def __init__(self, scheme: Scheme, client_id: str, secret: str, scope: str) -> None:
        self.scheme = scheme
        self.scope = scope
        self.url = scheme.token_url
        self.token = ""
        self.fetches = 0
        self.failure: TransportError | Error | None = None
        self._expires = 0.0
        pair = f"{quote_plus(client_id)}:{quote_plus(secret)}"
        self._authorization = base64.b64encode(pair.encode()).decode("ascii")
        self.secrets = [secret, self._authorization]
        self.lock = ForkLock()
        self._locks: WeakKeyDictionary[Any, asyncio.Lock] = WeakKeyDictionary()

    def async_lock(self) -> asyncio.Lock:
        """Return the lock of the running event loop."""
        with self.lock.current:
            return self._locks.setdefault(asyncio.get_running_loop(), asyncio.Lock())

    def needs_fetch(self, refused: int, seen: int) -> bool:
        """Return whether a caller who has the lock must fetch a token.

        Args:
            refused: The number of the fetch that gave a token which was refused; 0 for none.
            seen: How many fetches had ended when the caller began to wait for the lock.

        Raises:
            TransportError: The fetch that the caller waited for has failed.
            APIError: Likewise.
        """
        if self.failure is not None and self.fetches > seen:
            raise _copy_failure(self.failure)
        is_new = bool(self.token) and self.fetches > refused
        return not (is_new and time.monotonic() < self._expires)

    def request(self, cause: Request) -> Request:
        """Make the request for a token on behalf of another request."""
        form = {"grant_type": "client_credentials", "scope": self.scope}
        body = urlencode({name: value for name, value in form.items() if value}).encode()
        headers = [
            ("accept", JSON),
            ("authorization", f"Basic {self._authorization}"),
            ("content-type", FORM),
            ("content-length", str(len(body))),
        ]
        headers += [field for field in cause.headers if field[0] == "user-agent"]
        request = Request("POST", self.url, headers, body, cause.timeout, False, TOKEN_OPERATION)
        request.redactor = cause.redactor
        request.deadline = cause.deadline
        return request

    def end_fetch(self, status: int, body: bytes, redactor: Redactor) -> None:
        """Keep the token of a response.

        Raises:
            TransportError: There is no token now; a later attempt may get one.
            APIError: The endpoint gave no token.
        """
        try:
            self._store(status, body, redactor)
        except (TransportError, Error) as error:
            self.fail_fetch(error)
            raise
        self.failure = None
        self.fetches += 1

    def fail_fetch(self, failure: TransportError | Error) -> None:
        """Note that a fetch gave no token, for those who wait for it."""
        self.failure = _copy_failure(failure)
        self.fetches += 1

    def _store(self, status: int, body: bytes, redactor: Redactor) -> None:
        if status == 429 or status >= 500:
            message = f"no token: the token endpoint responded with {status}"
            raise TransportError("connect", message, sent=False)
        try:
            parsed: Any = json.loads(body)
        except (ValueError, RecursionError):
            parsed = None
        members: Mapping[str, Any] = parsed if is_mapping(parsed) else {}
        url = redactor.url(self.url)
        if not 200 <= status < 300:
            raise _make_refusal(status, members, redactor, url)
        token = members.get("access_token")
        if not isinstance(token, str) or not token or not token.isprintable():
            message = "The token endpoint gave no `access_token`"
            raise APIResponseValidationError(message, status=status, method="POST", url=url)
        redactor.learn(token)
        seconds = parse_lifetime(members.get("expires_in"))
        self._expires = time.monotonic() + seconds - min(30.0, seconds / 10)
        self.token = token

    def make_pool(self, pool: Any, redactor: Redactor, /) -> TokenPool:
        """Return a pool whose transport puts tokens in.

        Args:
            pool: The pool of the client.
            redactor: Learns the tokens, so that they are masked.
        """
        return TokenPool(pool, redactor)

    def __repr__(self) -> str:
        return "<Grant>"


def parse_lifetime(value: Any) -> float:
    """Return the seconds of `expires_in`, which some servers send as text; without limit where it says nothing."""
    if isinstance(value, str) and value.isdecimal() and len(value) < 20:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value:
        return math.inf
    return float(min(max(value, 0), _LONGEST))  # clamped first: an int can be too large for a float


def _make_refusal(
    status: int, members: Mapping[str, Any], redactor: Redactor, url: str
) -> APIStatusError:
    code, text = (
        redactor.message(str(members.get(key) or "")) for key in ("error", "error_description")
    )
    cls = STATUS_ERRORS.get(status, APIStatusError)
    reason = ": ".join(filter(None, (code, text)))
    message = f"{status}: no token" + (f": {reason}" if reason else "")
    errors = [ErrorDetail(code or None, text, {"error": code, "error_description": text})]
    return cls(message, status=status, errors=errors if members else [], method="POST", url=url)


class TokenTransport:
    """The client's transport with tokens put in; sync or async, as that is."""

    def __init__(self, inner: Any, redactor: Redactor) -> None:
        self._inner = inner
        self._redactor = redactor

    def send(self, request: Request, /) -> Any:
        """Send a request once, or twice where its token is refused."""
        grant = request.grant
        if grant is None:
            return self._inner.send(request)
        token, number = self._token(grant, request)
        response = self._inner.send(_with_token(request, token))
        if response.status == 401 and is_replayable(request.content):
            response.close()
            token, _ = self._token(grant, request, number)
            response = self._inner.send(_with_token(request, token))
        return response

    async def asend(self, request: Request, /) -> Any:
        """Do what `send` does, for async code."""
        grant = request.grant
        if grant is None:
            return await self._inner.asend(request)
        token, number = await self._atoken(grant, request)
        response = await self._inner.asend(_with_token(request, token))
        if response.status == 401 and is_replayable(request.content):
            await response.aclose()
            token, _ = await self._atoken(grant, request, number)
            response = await self._inner.asend(_with_token(request, token))
        return response

    def _token(
        self, grant: ClientCredentials, request: Request, refused: int = 0
    ) -> tuple[str, int]:
        """Return a token and the number of the fetch that gave it."""
        seen, lock, response = grant.fetches, grant.lock.current, None
        if not lock.acquire(timeout=_seconds_left(request)):
            raise TransportError("deadline", f"no token: {OUT_OF_TIME}", sent=False)
        try:
            if grant.needs_fetch(refused, seen):
                try:
                    response = self._inner.send(grant.request(request))
                    status, body = response.status, b"".join(response.iter_bytes())
                except TransportError as error:
                    raise _end_unsent(grant, error) from None
                grant.end_fetch(status, body, self._redactor)
            return grant.token, grant.fetches
        finally:
            lock.release()
            if response is not None:
                response.close()

    async def _atoken(
        self, grant: ClientCredentials, request: Request, refused: int = 0
    ) -> tuple[str, int]:
        """Do what `_token` does, for async code."""
        seen = grant.fetches
        async with grant.async_lock():
            if grant.needs_fetch(refused, seen):
                try:
                    response = await self._inner.asend(grant.request(request))
                    status, body = response.status, await response.aread()
                except TransportError as error:
                    raise _end_unsent(grant, error) from None
                grant.end_fetch(status, body, self._redactor)
            return grant.token, grant.fetches

    def close(self) -> None:
        """Close all connections."""
        self._inner.close()

    async def aclose(self) -> None:
        """Close all connections."""
        await self._inner.aclose()

    def __repr__(self) -> str:
        return "<TokenTransport>"


def _end_unsent(grant: ClientCredentials, error: TransportError) -> TransportError:
    """Return the error of calls that were not sent because their token could not be fetched."""
    failure = TransportError(error.kind, f"no token: {error.message}", sent=False)
    if error.kind != "deadline":  # that of one caller
        grant.fail_fetch(failure)
    return failure


def _copy_failure(failure: TransportError | Error) -> TransportError | Error:
    """Copy a failure: each thread raises its own."""
    if isinstance(failure, TransportError):
        return TransportError(failure.kind, failure.message, sent=failure.sent)
    return copy(failure)


def _seconds_left(request: Request) -> float:
    """Return the seconds until the deadline of a request, as locks take them: -1 for any time."""
    return -1 if request.deadline is None else max(0.0, request.deadline - time.monotonic())


def _with_token(request: Request, token: str) -> Request:
    signed = copy(request)
    signed.headers = [*request.headers, ("authorization", f"Bearer {token}")]
    return signed


class TokenPool:
    """A pool whose transport puts tokens in.

    Args:
        pool: The pool of the client.
        redactor: Learns the tokens, so that they are masked.
    """

    def __init__(self, pool: Any, redactor: Redactor) -> None:
        self._pool = pool
        self._redactor = redactor

    def get(self) -> TokenTransport:
        """Return the transport."""
        return TokenTransport(self._pool.get(), self._redactor)
