"""Every recorded exchange, through both clients: the request to the letter, the result to the field."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import httpx
import pytest
from cloudflare_ai import AsyncCloudflareAI, CloudflareAI

from ..support.exchanges import Exchange, answer, arguments, exchanges
from ..support.spelling import spell

ALL = list(exchanges())
OPERATIONS: dict[str, Any] = json.loads(
    files("cloudflare_ai").joinpath("_contract.json").read_text()
)["operations"]


class Wire:
    """Answers the one request of an exchange and remembers what was sent."""

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange
        self.sent: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        return answer(self.exchange.response)

    def check(self) -> None:
        """What was sent is what was recorded, to the letter."""
        (request,) = self.sent
        recorded = self.exchange.request
        assert request.method == recorded["method"]
        assert request.url.host == "api.cloudflare.com"
        assert request.url.raw_path.decode() == f"/client/v4{recorded['target']}"
        _check_headers(request.headers, recorded["headers"])
        assert (json.loads(request.content) if request.content else None) == recorded["body"]


def _check_headers(sent: httpx.Headers, recorded: Mapping[str, str]) -> None:
    free = {"accept-encoding", "connection", "content-length", "host", "user-agent"}
    assert {name: value for name, value in sent.items() if name not in free} == recorded


def _method(client: Any, operation: str) -> Any:
    for name in operation.split("."):
        client = getattr(client, name)
    return client


@pytest.mark.parametrize("exchange", ALL, ids=lambda each: each.label)
def test_sync(exchange: Exchange) -> None:
    wire = Wire(exchange)
    client = CloudflareAI(
        api_token="token", http_client=httpx.Client(transport=httpx.MockTransport(wire))
    )
    positional, keywords = arguments(exchange.call)
    assert spell(_method(client, exchange.operation)(*positional, **keywords)) == exchange.result
    wire.check()


@pytest.mark.parametrize("exchange", ALL, ids=lambda each: each.label)
def test_async(exchange: Exchange) -> None:
    wire = Wire(exchange)

    async def call() -> Any:
        transport = httpx.MockTransport(wire)
        async with AsyncCloudflareAI(
            api_token="token", http_client=httpx.AsyncClient(transport=transport)
        ) as client:
            positional, keywords = arguments(exchange.call)
            result = await _method(client, exchange.operation)(*positional, **keywords)
            if type(result).__name__ == "AsyncEventStream":
                return {"$": "EventStream", "events": [spell(event) async for event in result]}
            return spell(result)

    assert asyncio.run(call()) == exchange.result
    wire.check()


@pytest.mark.parametrize("exchange", ALL, ids=lambda each: each.label)
def test_results_give_back_what_came(exchange: Exchange) -> None:
    """`to_dict()` of what was decoded is the JSON that was recorded, to the letter."""
    if "json" not in exchange.response:
        pytest.skip("the answer is not JSON")
    client = CloudflareAI(
        api_token="token",
        http_client=httpx.Client(
            transport=httpx.MockTransport(lambda _: answer(exchange.response))
        ),
    )
    positional, keywords = arguments(exchange.call)
    result = _method(client, exchange.operation)(*positional, **keywords)
    came = exchange.response["json"]
    for name in _result_path(exchange.operation):
        came = came[name]
    assert _plain(result) == came


def _result_path(operation: str) -> list[str]:
    described = OPERATIONS[operation]
    paths = {"ai_gateway.dynamic_routing.update": "route"}
    whole = {"ai_gateway.logs.delete", "ai_gateway.logs.request", "ai_gateway.logs.response"}
    if operation in whole:
        return []
    return described.get("paging", {}).get("items", paths.get(operation, "result")).split(".")


def _plain(value: Any) -> Any:
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if hasattr(value, "items") and not isinstance(value, dict):
        return [_plain(item) for item in value.items]
    return [_plain(item) for item in value] if isinstance(value, list) else value


def test_every_operation_is_recorded_and_every_recording_is_of_an_operation() -> None:
    assert {each.operation for each in ALL} == set(OPERATIONS)
    assert len(OPERATIONS) == 48
