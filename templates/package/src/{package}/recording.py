"""Recording what an API really responds, for `openapi-client-generator reconcile`.

    client = Client(http_client=Recorder("exchanges.jsonl"))  # the client of this package

Every response adds a line of JSON to the file: operation, method, path, query, bodies, status, media type.
Headers are left out, and so are requests for OAuth tokens. Masked are the client's credentials wherever they
stand, secret members, and text under names such as `access_token`. Everything else in the bodies is written
down as it is, so keep the file as you would keep the responses.

A recorder never fails a call: what it can't write down is reported to the logger of the package.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ._client import PROFILE
from ._core import make_dir
from ._core.fork import ForkLock
from ._core.pool import Pool
from ._core.profile import TOKEN_OPERATION
from ._core.redaction import MASK, Redactor, is_secret_name
from ._core.transport import DEFAULT_TIMEOUT, Headers, Request

__all__ = ["Recorded", "Recorder"]
__dir__ = make_dir(__name__)

FORMAT_VERSION = 1
"""The version of a line. It is raised when a member is removed or changes its meaning, not when one is added."""
_BINARY = ("application/octet-stream", "audio/", "font/", "image/", "video/")

_logger = logging.getLogger(PROFILE.package)


class Recorder:
    """A transport that writes down what another one receives; for sync and async clients.

    Args:
        path: The file; lines are added to it, readable for its owner alone if it is new.
        http_client: An httpx client or a transport that sends, as for the client. Left out, the
            recorder has one of its own with the usual timeout, which `close` and `aclose` close.
    """

    def __init__(self, path: str | os.PathLike[str], http_client: Any = None) -> None:
        self._path = path
        self._given = http_client
        self._pools: dict[bool, Pool] = {}
        self._lock = ForkLock()

    def send(self, request: Request, /) -> Recorded:
        """Send a request of a sync client; the response is written down when it has been read.

        Raises:
            TransportError: No response came.
        """
        return self._record(request, self._transport(request, asynchronous=False).send(request))

    async def asend(self, request: Request, /) -> Recorded:
        """Do what `send` does, for an async client."""
        transport = self._transport(request, asynchronous=True)
        return self._record(request, await transport.asend(request))

    def close(self) -> None:
        """Close the recorder's own connections; a given client stays open."""
        pool = self._pools.get(False)
        if self._given is None and pool is not None:
            pool.close()

    async def aclose(self) -> None:
        """Do what `close` does, for async clients."""
        pool = self._pools.get(True)
        if self._given is None and pool is not None:
            await pool.aclose()

    def _transport(self, request: Request, *, asynchronous: bool) -> Any:
        if self._given is None and request.timeout is None:
            request.timeout = DEFAULT_TIMEOUT
        with self._lock.current:
            if asynchronous not in self._pools:
                self._pools[asynchronous] = Pool(self._given, asynchronous=asynchronous)
        return self._pools[asynchronous].get()

    def _record(self, request: Request, response: Any) -> Recorded:
        # The body of a refusal is read as a whole, also where a stream was asked for.
        if request.stream and 200 <= response.status < 300:
            self._write(request, response, None)
            return Recorded(response, None)
        return Recorded(response, partial(self._write, request, response))

    def _write(self, request: Request, response: Any, body: bytes | None) -> None:
        if request.operation == TOKEN_OPERATION:
            return
        try:
            # ASCII, so that neither half a surrogate pair nor a separator of lines does harm.
            line = json.dumps(exchange(request, response.status, response.headers, body))
            with self._lock.current:
                _append(self._path, f"{line}\n".encode("ascii"))
        except (
            Exception
        ) as error:  # any error: the server has acted, and the caller needs the result
            reason = getattr(error, "strerror", None) or type(error).__name__
            _logger.warning("%s was not recorded: %s", request.operation or request.method, reason)


def _append(path: str | os.PathLike[str], line: bytes) -> None:
    """Add a line to a file, whole or not at all."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        end = os.fstat(handle).st_size
        done = 0
        try:
            while done < len(line):
                done += os.write(handle, line[done:])
        except OSError:
            if done:
                os.ftruncate(handle, end)
            raise
    finally:
        os.close(handle)


class Recorded:
    """A response that is written down once its body has been read; that of a stream is not.

    Args:
        response: The response.
        write: Writes the body down; None for a stream.
    """

    def __init__(self, response: Any, write: Callable[[bytes], None] | None) -> None:
        self._response = response
        self._write = write
        self.status: int = response.status
        self.headers: Headers = response.headers

    def read(self) -> bytes:
        """Return the whole body."""
        body: bytes = self._response.read()
        if self._write is not None:
            self._write(body)
        return body

    def iter_bytes(self) -> Iterator[bytes]:
        """Yield the body in pieces."""
        if self._write is None:
            yield from self._response.iter_bytes()
            return
        pieces: list[bytes] = []
        for piece in self._response.iter_bytes():
            pieces.append(piece)
            yield piece
        self._write(b"".join(pieces))

    def close(self) -> None:
        """Free the connection."""
        self._response.close()

    async def aread(self) -> bytes:
        """Return the whole body."""
        body: bytes = await self._response.aread()
        if self._write is not None:
            self._write(body)
        return body

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        """Yield the body in pieces."""
        pieces: list[bytes] = []
        async for piece in self._response.aiter_bytes():
            if self._write is not None:
                pieces.append(piece)
            yield piece
        if self._write is not None:
            self._write(b"".join(pieces))

    async def aclose(self) -> None:
        """Free the connection."""
        await self._response.aclose()


def exchange(
    request: Request, status: int, headers: Mapping[str, str] | Headers, body: bytes | None
) -> dict[str, Any]:
    """Describe an exchange as it is recorded.

    Args:
        request: What was sent.
        status: HTTP status of the response.
        headers: Header fields of the response; only the media type is read.
        body: The body of the response; None for a stream, which is not written down.

    Returns:
        A JSON object: `version` of this form; `operation`, empty for an undocumented endpoint; `method`,
        `path`, `query`; `request`, the body that was sent; `status`, `media_type` and `response` of the
        response. Bodies that are not JSON are null; `response_kind` says what the response's body was:
        `json`, `empty`, `text`, `bytes` for anything else, or `stream`.
    """
    redactor = _redactor(request)
    address = urlsplit(redactor.url(request.url))
    query = {
        name: MASK if is_secret_name(name) else redactor.values(value)
        for name, value in parse_qsl(address.query, keep_blank_values=True)
    }
    sent = request.content if isinstance(request.content, bytes) else b""
    media_type = str(headers.get("content-type") or "").partition(";")[0].strip().lower()
    return {
        "version": FORMAT_VERSION,
        "operation": request.operation,
        "method": request.method,
        "path": redactor.values(address.path),
        "query": query,
        "request": redactor.body(_parsed(sent), by_name=True),
        "status": status,
        "media_type": media_type,
        "response": redactor.body(_parsed(body or b""), by_name=True),
        "response_kind": _kind(body, media_type),
    }


def _redactor(request: Request) -> Redactor:
    """Return the redactor of the client, extended by the secrets in the headers of this request."""
    redactor: Redactor = request.redactor or Redactor((), (), PROFILE.secrets)
    secrets = [
        part
        for name, value in request.headers
        if redactor.is_secret_header(name)
        for part in _credential_parts(value)
    ]
    redactor.learn(*secrets)
    return redactor


def _credential_parts(value: str) -> list[str]:
    """Return a credential and, after `Bearer` or the name of a cookie, the part that is secret."""
    parts = [value, value.partition(" ")[2]]
    parts += [pair.partition("=")[2] for pair in value.split("; ")]
    return [part for part in parts if len(part) > 3]


def _kind(body: bytes | None, media_type: str) -> str:
    """Return what a body is, because null in a recording stands for null as well as for no JSON."""
    if not body:
        return "stream" if body is None else "empty"
    if _parsed(body) is not None or body.strip() == b"null":
        return "json"
    if media_type.startswith("text/"):  # in whatever charset
        return "text"
    if media_type.startswith(_BINARY):
        return "bytes"
    try:
        body.decode()
    except UnicodeDecodeError:
        return "bytes"
    return "text"


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body) if body else None
    except (ValueError, RecursionError):
        return None
