"""Writing: typed dicts, models and nulls as arguments, streams, the asynchronous twin."""

import asyncio
from typing import assert_type

from cloudflare_ai import (
    APIStatusError,
    AsyncCloudflareAI,
    AsyncEventStream,
    AsyncPage,
    CloudflareAI,
    Error,
    EventStream,
    JSONValue,
)
from cloudflare_ai.errors import NotFoundError, RateLimitError
from cloudflare_ai.models import (
    ChatMessageDict,
    Classification,
    DetectedObject,
    ElementTarget,
    EndElement,
    Gateway,
    GeneratedText,
    Log,
    LogsInfo,
    RunResult,
    StartElement,
    StartOutputs,
    Translation,
)


def create(client: CloudflareAI) -> Gateway:
    """A gateway with guardrails, from dictionaries."""
    return client.ai_gateway.create(
        id="my-gateway",
        cache_invalidate_on_update=True,
        cache_ttl=None,
        collect_logs=True,
        rate_limiting_interval=0,
        rate_limiting_limit=0,
    )


def route(client: CloudflareAI) -> None:
    """A route, from models and from dictionaries."""
    start = StartElement(
        id="1", outputs=StartOutputs(next=ElementTarget(element_id="2")), type="start"
    )
    client.ai_gateway.dynamic_routing.create(
        "my-gateway", name="route", elements=[start, {"id": "2", "outputs": {}, "type": "end"}]
    )
    client.ai_gateway.dynamic_routing.create_version(
        "route",
        gateway_id="my-gateway",
        elements=[start, EndElement(id="2", outputs={}, type="end")],
    )


def synthesize(client: CloudflareAI) -> str:
    """The words of a model, as they come."""
    stream = client.ai.run("@cf/meta/llama-3-8b-instruct", prompt="Hello", stream=True)
    assert_type(stream, EventStream[GeneratedText])
    with stream:
        return "".join(event.response for event in stream)


def models(client: CloudflareAI, *, piecewise: bool) -> JSONValue:
    """Each task has the result of its arguments; what no task has, any result."""
    message: ChatMessageDict = {"role": "user", "content": "Hello"}
    assert_type(client.ai.run("model", messages=[message], max_tokens=9), GeneratedText)
    assert_type(client.ai.run("model", text="Hello", target_lang="fr"), Translation)
    labels = client.ai.run("model", image=[1, 2, 3])
    assert_type(labels, list[Classification] | list[DetectedObject])
    print([each.label for each in labels])
    either = client.ai.run("model", prompt="Hello", stream=piecewise)
    if isinstance(either, EventStream):
        either.close()
    result = client.ai.run("model", prompt="A cat", height=64, something_new=True)
    assert_type(result, RunResult | bytes)
    if isinstance(result, dict):
        return list(result)
    body = client.ai_gateway.logs.request("log", gateway_id="my-gateway")
    return body["model"] if isinstance(body, dict) else None


def careful(client: CloudflareAI) -> str:
    """Errors by class."""
    try:
        client.ai_gateway.delete("my-gateway")
    except NotFoundError:
        return "gone already"
    except RateLimitError as error:
        return f"again in {error.retry_after} s"
    except APIStatusError as error:
        return f"{error.status} {error.request_id} {[each.message for each in error.errors]}"
    except Error as error:
        return str(error)
    return "gone"


async def concurrently() -> int:
    """Everything is awaited on the asynchronous client; pages are iterated."""
    async with AsyncCloudflareAI(api_token="token", account_id="account") as client:
        gateway, balance = await asyncio.gather(
            client.ai_gateway.get("my-gateway"), client.ai_gateway.billing.credit_balance()
        )
        assert_type(gateway, Gateway)
        page = client.ai_gateway.logs.list("my-gateway", prefetch=4)
        async for log in page:
            assert_type(log, Log)
        first = await client.ai_gateway.logs.list("my-gateway")
        assert_type(first, AsyncPage[Log, LogsInfo])
        stream = await client.ai.run("@cf/meta/llama-3-8b-instruct", prompt="Hello", stream=True)
        assert_type(stream, AsyncEventStream[GeneratedText])
        return int(balance.balance)
