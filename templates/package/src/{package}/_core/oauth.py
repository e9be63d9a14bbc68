"""OAuth 2: tokens for credentials of the client (RFC 6749, section 4.4).

A transport is laid around the client's own. It fetches a token with that when one is needed, puts
it into requests that ask for one, keeps it until shortly before it expires, and fetches another,
once, where the API says 401. Parallel calls wait for one fetch. Neither hooks nor errors see it.
"""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import Mapping
from copy import copy
from threading import Lock
from typing import Any
from urllib.parse import quote_plus, urlencode, urljoin
from weakref import WeakKeyDictionary

from ..errors import STATUS_ERRORS, APIResponseValidationError, APIStatusError, ErrorDetail
from .codec import is_mapping
from .operation import Scheme
from .redaction import Redactor
from .transport import Pool, Request, TransportError

TOKEN_OPERATION = "oauth2.token"
"""Name of the operation in requests for a token."""


class Grant:
    """What a token is asked for with, and the token. Never shown.

    Args:
        scheme: Where tokens are had.
        client_id: Who asks.
        secret: The proof of it.
        scope: What for, with spaces between; "" leaves it to the server.
    """

    def __init__(self, scheme: Scheme, client_id: str, secret: str, scope: str) -> None:
        self.scheme = scheme
        self.scope = scope
        self.token = ""
        self._expires = 0.0
        pair = f"{quote_plus(client_id)}:{quote_plus(secret)}"
        self._proof = base64.b64encode(pair.encode()).decode("ascii")
        self.secrets = [secret, self._proof]
        self.lock = Lock()
        self._locks: WeakKeyDictionary[Any, asyncio.Lock] = WeakKeyDictionary()

    def async_lock(self) -> asyncio.Lock:
        """The lock of the running event loop."""
        with self.lock:
            return self._locks.setdefault(asyncio.get_running_loop(), asyncio.Lock())

    def valid(self, refused: str = "") -> bool:
        """Whether there is a token that will do, other than the one that was refused."""
        return self.token not in ("", refused) and time.monotonic() < self._expires

    def request(self, like: Request, base_url: str) -> Request:
        """What asks for a token, on behalf of another request."""
        form = {"grant_type": "client_credentials", "scope": self.scope}
        body = urlencode({name: value for name, value in form.items() if value}).encode()
        headers = [("accept", "application/json"), ("authorization", f"Basic {self._proof}")]
        headers += [("content-type", "application/x-www-form-urlencoded")]
        headers += [("content-length", str(len(body)))]
        headers += [field for field in like.headers if field[0] == "user-agent"]
        url = urljoin(base_url + "/", self.scheme.token_url)
        return Request("POST", url, headers, body, like.timeout, False, TOKEN_OPERATION)

    def take(self, url: str, status: int, body: bytes, redactor: Redactor) -> None:
        """Keep the token of an answer.

        Raises:
            TransportError: There may be one later.
            APIError: There is none.
        """
        if status == 429 or status >= 500:
            message = f"no token: the token endpoint answered {status}"
            raise TransportError("connect", message, sent=False)
        try:
            told: Any = json.loads(body)
        except (ValueError, RecursionError):
            told = None
        empty: dict[str, Any] = {}
        said = told if is_mapping(told) else empty
        url = redactor.url(url)
        if not 200 <= status < 300:
            raise _refused(status, said, redactor, url)
        token, lasts = said.get("access_token"), said.get("expires_in")
        if not isinstance(token, str) or not token or not token.isprintable():
            message = "The token endpoint gave no `access_token`"
            raise APIResponseValidationError(message, status=status, method="POST", url=url)
        redactor.learn(token)
        seconds = float(lasts) if isinstance(lasts, (int, float)) else float("inf")
        self._expires = time.monotonic() + seconds - min(30.0, seconds / 10)
        self.token = token

    def __repr__(self) -> str:
        return "<Grant>"


def _refused(status: int, said: Mapping[str, Any], redactor: Redactor, url: str) -> APIStatusError:
    code, text = (redactor.values(str(said.get(key, ""))) for key in ("error", "error_description"))
    cls = STATUS_ERRORS.get(status, APIStatusError)
    told = ": ".join(filter(None, (code, text)))
    message = f"{status}: no token" + (f": {told}" if told else "")
    errors = [ErrorDetail(code or None, text, {"error": code, "error_description": text})]
    return cls(message, status=status, errors=errors if said else [], method="POST", url=url)


class TokenTransport:
    """The client's transport with tokens put in; sync or async, as that is."""

    def __init__(self, inner: Any, redactor: Redactor, base_url: str) -> None:
        self._inner = inner
        self._redactor = redactor
        self._base_url = base_url

    def send(self, request: Request, /) -> Any:
        """Send a request once, or twice where its token is refused."""
        grant = request.grant
        if grant is None:
            return self._inner.send(request)
        token = self._token(grant, request)
        response = self._inner.send(_signed(request, token))
        if response.status == 401 and _repeatable(request):
            response.close()
            response = self._inner.send(_signed(request, self._token(grant, request, token)))
        return response

    async def asend(self, request: Request, /) -> Any:
        """As `send`, for async code."""
        grant = request.grant
        if grant is None:
            return await self._inner.asend(request)
        token = await self._atoken(grant, request)
        response = await self._inner.asend(_signed(request, token))
        if response.status == 401 and _repeatable(request):
            await response.aclose()
            token = await self._atoken(grant, request, token)
            response = await self._inner.asend(_signed(request, token))
        return response

    def _token(self, grant: Grant, request: Request, refused: str = "") -> str:
        with grant.lock:
            if not grant.valid(refused):
                asked = grant.request(request, self._base_url)
                try:
                    response = self._inner.send(asked)
                    status, body = response.status, response.read()
                except TransportError as error:
                    raise _unreached(error) from None
                grant.take(asked.url, status, body, self._redactor)
            return grant.token

    async def _atoken(self, grant: Grant, request: Request, refused: str = "") -> str:
        async with grant.async_lock():
            if not grant.valid(refused):
                asked = grant.request(request, self._base_url)
                try:
                    response = await self._inner.asend(asked)
                    status, body = response.status, await response.aread()
                except TransportError as error:
                    raise _unreached(error) from None
                grant.take(asked.url, status, body, self._redactor)
            return grant.token

    def close(self) -> None:
        """Close all connections."""
        self._inner.close()

    async def aclose(self) -> None:
        """Close all connections."""
        await self._inner.aclose()

    def __repr__(self) -> str:
        return "<TokenTransport>"


def _unreached(error: TransportError) -> TransportError:
    """The call itself has not been sent, whatever became of the request for a token."""
    return TransportError(error.kind, f"no token: {error.message}", sent=False)


def _signed(request: Request, token: str) -> Request:
    made = copy(request)
    made.headers = [*request.headers, ("authorization", f"Bearer {token}")]
    return made


def _repeatable(request: Request) -> bool:
    content = request.content
    return isinstance(content, (bytes, type(None))) or getattr(content, "repeatable", False)


class TokenPool:
    """A pool whose transport puts tokens in.

    Args:
        pool: The pool of the client.
        redactor: Learns the tokens, so that they are masked.
        base_url: What the place of tokens may be relative to.
    """

    def __init__(self, pool: Pool, redactor: Redactor, base_url: str) -> None:
        self._pool = pool
        self._more = redactor, base_url

    def get(self) -> TokenTransport:
        """The transport."""
        return TokenTransport(self._pool.get(), *self._more)

    def take(self) -> Any:
        """The transport, if there is one to close."""
        return self._pool.take()
