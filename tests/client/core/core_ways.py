"""Ways to read a response, and the three clients that are driven through them."""

from __future__ import annotations

import asyncio
import inspect
import os
from collections.abc import Callable
from typing import Any

from fakepkg._client import AsyncFake, Fake
from fakepkg._core.aiohttp_transport import AiohttpTransport
from fakepkg._core.codec import decode_any
from fakepkg._core.operation import Operation

BODIES = {
    "application/json": b'{"n": 1}',
    "text/event-stream": b'data: {"n": 1}\n\ndata: {"n": 2}\n\n',
    "application/jsonl": b'{"n": 1}\n{"n": 2}\n',
    "application/octet-stream": b"\x00\x01" * 500,
    "text/plain": "käse".encode("latin-1"),
}


def operation(media_type: str, kind: str, method: str = "GET", **rest: Any) -> Operation[Any]:
    media: Any = {} if kind == "json" else {media_type: kind}
    settings = {"decode": decode_any, "media": media, "body": "json", **rest}
    return Operation(name="m.x", method=method, path="/x", **settings)


class Way:
    """A way to read a response: how it is called, and what must come of it."""

    def __init__(self, name: str, media_type: str, kind: str, expected: Any) -> None:
        self.name, self.media_type, self.kind, self.expected = name, media_type, kind, expected
        self.is_open = name in ("events", "lines", "pieces") or name.startswith("streamed")


WAYS = [
    Way("value", "application/json", "json", {"n": 1}),
    Way("text", "text/plain", "text", "käse"),
    Way("bytes", "application/octet-stream", "bytes", BODIES["application/octet-stream"]),
    Way("events", "text/event-stream", "events", [{"n": 1}, {"n": 2}]),
    Way("lines", "application/jsonl", "lines", [{"n": 1}, {"n": 2}]),
    Way("raw", "application/json", "json", (200, b'{"n": 1}', {"n": 1}, {"n": 1})),
    Way("raw events", "text/event-stream", "events", [{"n": 1}, {"n": 2}]),
    Way("pieces", "application/octet-stream", "bytes", BODIES["application/octet-stream"]),
    Way("streamed value", "application/json", "json", {"n": 1}),
    Way("streamed events", "text/event-stream", "events", [{"n": 1}, {"n": 2}]),
]


class Runner:
    """Drives one of the three clients."""

    def __init__(self, mode: str) -> None:
        self.mode = mode

    def run(self, url: str, use: Callable[[Any, Callable[..., Any]], Any], **options: Any) -> Any:
        """Call `use(client, wait)` with a client on the server; `wait` gives what an awaitable gives."""
        options = {"api_token": "t0ken-value", "account_id": "a", "base_url": url, **options}
        if self.mode == "sync":
            with Fake(**options) as client:
                return drain(use(client))

        async def main() -> Any:
            if self.mode == "aiohttp":
                options["http_client"] = AiohttpTransport()
            async with AsyncFake(**options) as client:
                return await adrain(use(client))

        return asyncio.run(main())


def drain(value: Any) -> Any:
    """What a method gave: a stream as the list of its values."""
    if hasattr(value, "events"):
        return list(value)
    return value


async def adrain(value: Any) -> Any:
    if inspect.isawaitable(value):
        value = await value
    if hasattr(value, "events"):
        return [item async for item in value]
    return value


def read(client: Any, way: Way, made: Operation[Any], **arguments: Any) -> Any:
    """Call an operation in a way of reading, sync or as a coroutine."""
    things = client.things
    if way.kind in ("events", "lines"):
        method = things._stream
    else:
        method = things._call
    if way.name in ("value", "text", "bytes", "events", "lines"):
        return method(made, **arguments)
    if isinstance(client, Fake):
        return _read_raw(client, way, method, made, arguments)
    return _aread_raw(client, way, method, made, arguments)


def _read_raw(client: Any, way: Way, method: Any, made: Any, arguments: Any) -> Any:
    if way.name.startswith("raw"):
        raw = client.raw_response(method, made, **arguments)
        if way.name == "raw":
            return raw.status, raw.content, raw.json(), raw.parse()
        return drain(raw.parse())
    with client.streamed_response(method, made, **arguments) as response:
        if way.name == "pieces":
            return b"".join(response.iter_bytes())
        return drain(response.parse())


async def _aread_raw(client: Any, way: Way, method: Any, made: Any, arguments: Any) -> Any:
    if way.name.startswith("raw"):
        raw = await client.raw_response(method, made, **arguments)
        if way.name == "raw":
            return raw.status, raw.content, raw.json(), raw.parse()
        return await adrain(raw.parse())
    async with await client.streamed_response(method, made, **arguments) as response:
        if way.name == "pieces":
            return b"".join([piece async for piece in response.iter_bytes()])
        return await adrain(response.parse())


class Changing:
    """A file that has another length when it is read."""

    def __init__(self, announced: int, real: int) -> None:
        self.announced, self.real, self.position = announced, real, 0

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.position

    def seek(self, offset: int, whence: int = 0) -> int:
        self.position = self.announced if whence == os.SEEK_END else offset
        return self.position

    def read(self, size: int = -1) -> bytes:
        piece = b"x" * min(size, self.real - self.position)
        self.position += len(piece)
        return piece
