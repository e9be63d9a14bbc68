"""What the tests of the core share: a scripted transport and a way to drive both clients alike."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx
from fakepkg._client import AsyncFake, Fake
from fakepkg._core.transport import Request, TransportError


class Answer:
    """An answer that a test has prepared; it is a sync and an async response at once."""

    def __init__(
        self, status: int = 200, body: Any = None, headers: dict[str, str] | None = None
    ) -> None:
        self.status = status
        kind = {} if isinstance(body, bytes) else {"content-type": "application/json"}
        self.headers = httpx.Headers({**kind, **(headers or {})})
        self.body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.closed = False

    def read(self) -> bytes:
        return self.body

    def iter_bytes(self) -> Iterator[bytes]:
        yield self.body

    def close(self) -> None:
        self.closed = True

    async def aread(self) -> bytes:
        return self.body

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        yield self.body

    async def aclose(self) -> None:
        self.closed = True


def ok(result: Any = None, headers: dict[str, str] | None = None, **members: Any) -> Answer:
    """A success in the envelope."""
    return Answer(200, {"success": True, "errors": [], "result": result, **members}, headers)


def failed(status: int, headers: dict[str, str] | None = None, code: int = 7000) -> Answer:
    """A failure in the envelope."""
    body = {"success": False, "errors": [{"code": code, "message": "no luck"}], "messages": ["m"]}
    return Answer(status, body, headers)


Script = list[Any] | Callable[[Request], Any]


class Scripted:
    """A transport that answers from a script: answers and errors in order, or a function."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.requests: list[Request] = []
        self.urls: list[str] = []
        self.closed = False

    def send(self, request: Request) -> Answer:
        self.requests.append(request)
        self.urls.append(request.url)
        step = self.script(request) if callable(self.script) else self.script.pop(0)
        if isinstance(step, TransportError):
            raise step
        assert isinstance(step, Answer)
        return step

    async def asend(self, request: Request) -> Answer:
        await asyncio.sleep(0)
        return self.send(request)

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


class Drive:
    """Does the same with the sync and the async client."""

    def __init__(self, mode: str) -> None:
        self.mode = mode
        self.transport = Scripted([])

    def client(self, script: Script, **options: Any) -> Any:
        """A client on a script."""
        self.transport = Scripted(script)
        options = {"api_token": "s3cr3t-token", "account_id": "acc", **options}
        made = Fake if self.mode == "sync" else AsyncFake
        return made(http_client=self.transport, **options)

    def __call__(self, value: Any) -> Any:
        """What a method returned, awaited where that is due."""
        if not inspect.isawaitable(value):
            return value

        async def wait() -> Any:
            return await value

        return asyncio.run(wait())

    def all(self, value: Any) -> list[Any]:
        """Everything that an iterator yields, sync or async."""
        if not hasattr(value, "__aiter__"):
            return list(value)

        async def gather() -> list[Any]:
            return [item async for item in value]

        return asyncio.run(gather())


THING = {"id": "1", "created_at": "2024-05-01T10:00:00.250Z", "count": None}
