"""Calls: in process, over loopback, page after page, many at once."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from cloudflare import AsyncCloudflare, Cloudflare
from cloudflare_ai import AiohttpTransport, AsyncCloudflareAI, CloudflareAI

from . import samples
from .server import serve
from .timing import Measure, compare

BASE = "https://api.cloudflare.com/client/v4"
URL = "/accounts/acc/ai-gateway/gateways/g/logs"


def in_process(other: Any) -> Iterator[Measure]:
    """One call through a transport that answers at once."""
    body = samples.log()
    headers = {"content-type": "application/json"}

    def client() -> httpx.Client:
        transport = httpx.MockTransport(
            lambda _: httpx.Response(200, headers=headers, content=body)
        )
        return httpx.Client(
            transport=transport, base_url=BASE, headers={"authorization": "Bearer t"}
        )

    bare = client()
    ours = CloudflareAI(api_token="t", account_id="acc", http_client=client())
    vendor = Cloudflare(api_token="t", http_client=client())
    peer = other("client").AuthenticatedClient(base_url=BASE, token="t")
    peer.set_httpx_client(client())
    get = other("api.logs.get_log").sync
    yield compare(
        "`logs.get`, in-process transport",
        "≤ 0.4 × httpx.Client.get().json()",
        {
            "httpx": lambda: bare.get(f"{URL}/1").json(),
            "ours": lambda: ours.ai_gateway.logs.get("1", gateway_id="g"),
            "openapi-python-client": lambda: get("acc", "g", "1", client=peer),
            "cloudflare": lambda: vendor.ai_gateway.logs.get(
                id="1", gateway_id="g", account_id="acc"
            ),
        },
        waits=False,
    )


@contextmanager
def serving(delay: float) -> Iterator[str]:
    """A server in a process of its own; its address."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(
        target=serve, args=(there, delay), daemon=True
    )
    process.start()
    yield f"http://127.0.0.1:{here.recv()}"
    process.terminate()


def paging() -> Iterator[Measure]:
    """1,000 logs at 100 a page, over loopback."""
    with serving(0) as url:
        bare = httpx.Client(base_url=url, headers={"authorization": "Bearer t"})

        def by_hand() -> int:
            count = 0
            for page in range(1, 11):
                body = bare.get(URL, params={"page": page, "per_page": 100}).json()
                count += sum(1 for _ in body["result"])
            return count

        ours = CloudflareAI(api_token="t", account_id="acc", base_url=url)
        vendor = Cloudflare(api_token="t", base_url=url)
        yield compare(
            "iterate 1,000 logs at 100 a page, loopback",
            "≤ 1.05 × hand-written httpx",
            {
                "httpx by hand": by_hand,
                "ours": lambda: sum(1 for _ in ours.ai_gateway.logs.list("g", per_page=100)),
                "cloudflare": lambda: sum(
                    1
                    for _ in vendor.ai_gateway.logs.list(
                        gateway_id="g", account_id="acc", per_page=100
                    )
                ),
            },
            rounds=15,
        )
    with serving(0.02) as url:
        slow = CloudflareAI(api_token="t", account_id="acc", base_url=url)
        yield compare(
            "the same, 20 ms a response",
            "prefetch=8 ≥ 4 × faster than without",
            {
                "ours, prefetch=8": lambda: sum(
                    1 for _ in slow.ai_gateway.logs.list("g", per_page=100, prefetch=8)
                ),
                "ours": lambda: sum(1 for _ in slow.ai_gateway.logs.list("g", per_page=100)),
            },
            rounds=5,
        )


def concurrent() -> Iterator[Measure]:
    """Many tasks on one asynchronous client."""
    with serving(0) as url:
        yield compare(
            "async, 64 tasks, 640 calls",
            "≥ 1.6 × (httpx) and ≥ 10 × (aiohttp) cloudflare's calls per second",
            {
                "cloudflare": lambda: asyncio.run(_vendor(url, 64)),
                "ours, httpx": lambda: asyncio.run(_ours(url, 64, None)),
                "ours, aiohttp": lambda: asyncio.run(_ours(url, 64, AiohttpTransport())),
            },
            rounds=5,
        )
        yield compare(
            "async on aiohttp, 640 calls, from 1 task to 64",
            "no drop",
            {
                "1 task": lambda: asyncio.run(_ours(url, 1, AiohttpTransport())),
                "64 tasks": lambda: asyncio.run(_ours(url, 64, AiohttpTransport())),
            },
            rounds=5,
        )


async def _ours(url: str, tasks: int, transport: Any) -> None:
    async with AsyncCloudflareAI(
        api_token="t", account_id="acc", base_url=url, http_client=transport
    ) as client:
        await _together(tasks, lambda: client.ai_gateway.logs.get("1", gateway_id="g"))
    if transport is not None:
        await transport.aclose()


async def _vendor(url: str, tasks: int) -> None:
    async with AsyncCloudflare(api_token="t", base_url=url) as client:
        await _together(
            tasks, lambda: client.ai_gateway.logs.get(id="1", gateway_id="g", account_id="acc")
        )


async def _together(tasks: int, call: Callable[[], Awaitable[object]], calls: int = 640) -> None:
    async def some() -> None:
        for _ in range(calls // tasks):
            await call()

    await asyncio.gather(*(some() for _ in range(tasks)))
