"""The contract and the fake transport of the generated package: every operation, both clients."""

import asyncio
import copy
import inspect
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "generated" / "src"))

from cloudflare_ai import AsyncCloudflareAI, CloudflareAI
from cloudflare_ai._core.contract import load_contract
from cloudflare_ai._core.made_up_values import make_example
from cloudflare_ai._core.options import Options
from cloudflare_ai.errors import (
    APIConnectionError,
    APITimeoutError,
    ArgumentError,
    ContractError,
    InternalServerError,
)
from cloudflare_ai.testing import FakeResponse, FakeTransport

SOURCE = Path(__file__).parents[3] / "generated" / "src"
CONTRACT = load_contract("cloudflare_ai")
every_operation = pytest.mark.parametrize("name", CONTRACT.operations)


def plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()


def arguments(name: str, method: Any) -> dict[str, Any]:
    """A value for every argument that the method cannot do without, and for the documented body."""
    operation = CONTRACT.operations[name]
    values: dict[str, Any] = {
        plain(each["name"]): "@cf/x/y" if each.get("x-unescaped") else make_example(node) or "x"
        for each in operation["parameters"]
        for node in [CONTRACT.compile(each["schema"])]
    }
    media = operation.get("body", {"content": {}})["content"].get("application/json", {})
    if media:
        body = media.get("example") or make_example(CONTRACT.compile(media["schema"]))
        values |= {plain(key): value for key, value in body.items()}
    parameters = inspect.signature(method).parameters.values()
    return {
        each.name: values[plain(each.name)]
        for each in parameters
        if each.default is each.empty and each.kind is not each.VAR_KEYWORD
    }


def method_of(client: Any, name: str) -> Any:
    for step in name.split("."):
        client = getattr(client, step)
    return client


def example(name: str) -> Any:
    answers = CONTRACT.operations[name]["responses"]
    media = next(iter(answers.values())).get("application/json", {})
    assert "example" in media, f"{name} has no documented example (CONTRIBUTING.md)"
    return copy.deepcopy(media["example"])


@every_operation
def test_the_documented_example_has_no_gap(name: str) -> None:
    assert CONTRACT.find_response_gaps(name, 200, "application/json", example(name)) == []


@every_operation
def test_every_operation_is_answered(name: str) -> None:
    fake = FakeTransport()
    client = CloudflareAI(api_token="t", account_id="a", http_client=fake, strict=True)
    method = method_of(client, name)
    value = method(**arguments(name, method))
    if hasattr(value, "by_page"):
        assert [list(page.items) for page in value.by_page()][0] == value.items
        assert len(fake.requests) <= 2
    assert {each.operation for each in fake.requests} == {name}


@every_operation
def test_every_operation_is_answered_async(name: str) -> None:
    fake = FakeTransport()

    async def main() -> None:
        client = AsyncCloudflareAI(api_token="t", account_id="a", http_client=fake, strict=True)
        method = method_of(client, name)
        value = await method(**arguments(name, method))
        if hasattr(value, "by_page"):
            assert [item async for item in value] == value.items

    asyncio.run(main())
    assert {each.operation for each in fake.requests} == {name}


def places(value: Any, path: str = "$") -> Iterator[tuple[Any, Any, str]]:
    """Every member and item with what holds it."""
    members = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(members):
        named = isinstance(key, str) and key.isidentifier()
        at = f"{path}.{key}" if named else f"{path}[{json.dumps(key)}]"
        yield value, key, at
        if isinstance(inner, dict | list):
            yield from places(inner, at)


def free(name: str, path: str) -> bool:
    """Return whether the description allows anything at a place."""
    changed = example(name)
    holder, key, _ = next(each for each in places(changed) if each[2] == path)
    holder[key] = [[], {"no such member": 1}]
    return not CONTRACT.find_response_gaps(name, 200, "application/json", changed)


@every_operation
def test_strict_mode_reports_where_each_mutation_is(name: str) -> None:
    for _, _, path in places(example(name)):
        if free(name, path):
            continue
        fake = FakeTransport()
        client = CloudflareAI(api_token="t", account_id="a", http_client=fake, strict=True)
        body = example(name)
        holder, key, _ = next(each for each in places(body) if each[2] == path)
        holder[key] = [[], {"no such member": 1}]
        if key == "success":
            continue
        fake.respond(name, json=body)
        method = method_of(client, name)
        with pytest.raises(ContractError) as caught:
            method(**arguments(name, method))
        # Within `ai.run`'s result, a union without a tag may tell of the whole value.
        whole = "$.result" if name == "ai.run" else path
        assert caught.value.path.startswith((path, whole))
        assert caught.value.method == fake.requests[0].method


def test_every_kind_of_gap_reaches_the_hook_once() -> None:
    seen: list[Any] = []
    fake = FakeTransport()
    client = CloudflareAI(
        api_token="t", account_id="a", http_client=fake, on_contract_gap=seen.append
    )
    body = example("ai_gateway.logs.list")
    body["result"] = [{**body["result"][0], "cost": "0.1", "new": 1} for _ in range(5)]
    body["result_info"] = None
    fake.respond("ai_gateway.logs.list", json=body)
    for _ in range(3):
        assert client.ai_gateway.logs.list("g").items[0].cost == "0.1"
    assert [(gap.model, gap.field, gap.kind, gap.sample) for gap in seen] == [
        ("Log", "cost", "wrong type", '"0.1"'),
        ("Log", "new", "unknown member", "number"),
        ("ai_gateway.logs.list", "result_info", "null", "null"),
    ]


def test_faults_meet_the_retries_of_the_client() -> None:
    fake = FakeTransport()
    client = CloudflareAI(api_token="t", account_id="a", http_client=fake)
    fake.respond(
        "ai_gateway.get",
        FakeResponse(status=429, headers={"retry-after": "0"}),
        FakeResponse(json={}),
    )
    client.ai_gateway.get("g")
    assert [each.attempt for each in fake.requests] == [1, 2]
    fake.fail("ai_gateway.billing.topup.create", "timeout", times=9)
    with pytest.raises(APITimeoutError):
        client.ai_gateway.billing.topup.create(amount=1000)
    assert len(fake.requests) == 3
    fake.fail("ai_gateway.get", 500)
    with pytest.raises(InternalServerError) as caught:
        client.with_options(max_retries=0).ai_gateway.get("g")
    assert caught.value.errors[0].code == 500


def test_streams() -> None:
    fake = FakeTransport()
    fake.respond("ai.run", events=[{"response": "a"}, {"response": "b"}])
    with CloudflareAI(api_token="t", account_id="a", http_client=fake) as client:
        with client.ai.run("@cf/meta/x", text="hi", stream=True) as stream:
            assert [json.loads(event.data) for event in stream.events()] == [
                {"response": "a"},
                {"response": "b"},
            ]
        assert stream.response.status == 200
    assert fake.requests[0].body == {"text": "hi", "stream": True}

    async def main() -> list[str]:
        client = AsyncCloudflareAI(api_token="t", account_id="a", http_client=fake)
        stream = await client.ai.run("@cf/meta/x", text="hi", stream=True)
        return [event.data async for event in stream.events()]

    assert asyncio.run(main()) == ['{"response": "a"}', '{"response": "b"}']


def test_a_star_imports_every_error_and_needs_no_extra() -> None:
    import cloudflare_ai
    from cloudflare_ai import errors

    public = {
        name
        for name, each in vars(errors).items()
        if isinstance(each, type) and issubclass(each, errors.Error)
    }
    assert public <= set(cloudflare_ai.__all__)
    assert "AiohttpTransport" not in cloudflare_ai.__all__
    assert all(hasattr(cloudflare_ai, name) for name in cloudflare_ai.__all__)


def test_a_decoder_bears_whatever_comes_in_place_of_an_object() -> None:
    from cloudflare_ai._codec.ai_gateway_dynamic_routing import account_route, element
    from cloudflare_ai.models.ai_gateway_dynamic_routing import EndElement, UnknownElement

    assert type(element({"type": "end"})) is EndElement
    for tag in ("else", None, 1, [], {}):
        assert type(element({"type": tag})) is UnknownElement
    assert type(element({})) is UnknownElement
    for other in (None, "x", 3, [], ["end"]):
        assert element(other) is other
        assert account_route({"deployment": other}).to_dict() == {"deployment": other}
    assert account_route({}).to_dict() == {}


def test_importing_the_package_imports_next_to_nothing() -> None:
    """Two modules of ours are loaded; `typing`, `re` or a network library would multiply the time."""
    code = (
        f"import sys; sys.path.insert(0, {str(SOURCE)!r}); before = set(sys.modules);"
        "import cloudflare_ai; print(*sorted(set(sys.modules) - before))"
    )
    # Without `site`, which loads modules of its own.
    run = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True)
    loaded = [name for name in run.stdout.split() if not name.startswith("importlib")]
    assert loaded == ["__future__", "cloudflare_ai", "cloudflare_ai._core", "warnings"], run.stderr


@pytest.mark.parametrize(
    ("keyword", "help_"),
    [
        *[(name, f'options={{"{name}": 30}}') for name in sorted(Options.__annotations__)],
        ("extra_headers", 'options={"headers": 30}'),
        ("extra_query", 'options={"query": 30}'),
        ("extra_body", 'options={"body": 30}'),
    ],
)
@pytest.mark.parametrize("stream", [None, True])
def test_an_option_of_a_call_is_no_further_member_of_the_body(
    keyword: str, help_: str, stream: bool | None
) -> None:
    fake = FakeTransport()
    client = CloudflareAI(api_token="t", account_id="a", http_client=fake)
    other = AsyncCloudflareAI(api_token="t", account_id="a", http_client=fake)
    with pytest.raises(ArgumentError, match=re.escape(help_)):
        client.ai.run("m", prompt="Hi", stream=stream, **{keyword: 30})
    with pytest.raises(ArgumentError, match=re.escape(help_)):
        asyncio.run(other.ai.run("m", prompt="Hi", stream=stream, **{keyword: 30}))
    assert fake.requests == []
    client.ai.run("m", prompt="Hi", new=1, options={"body": {keyword: 30}})
    assert fake.requests[0].body[keyword] == 30


@pytest.mark.parametrize("name", ["parsed_response", "raw_response", "streamed_response"])
@pytest.mark.filterwarnings("error")
def test_a_result_in_place_of_a_method_is_refused(name: str) -> None:
    fake = FakeTransport()
    client = CloudflareAI(api_token="t", account_id="a", http_client=fake)
    with pytest.raises(ArgumentError, match=r"\(Gateway\); write `lambda:`"):
        getattr(client, name)(client.ai_gateway.get("x"))

    async def wait() -> None:
        other = AsyncCloudflareAI(api_token="t", account_id="a", http_client=fake)
        await getattr(other, name)(other.ai_gateway.get("x"))

    with pytest.raises(ArgumentError, match=r"\(coroutine\); write `lambda:`"):
        asyncio.run(wait())


@pytest.mark.parametrize("value", [5, "timeout", [("timeout", 5)]])
def test_options_are_a_mapping(value: Any) -> None:
    client = CloudflareAI(api_token="t", account_id="a", http_client=FakeTransport())
    for call in (
        lambda: client.ai_gateway.get("x", options=value),
        lambda: client.ai_gateway.list(options=value),
        lambda: client.ai.run("m", prompt="x", stream=True, options=value),
        lambda: client.request("GET", "/x", options=value),
    ):
        with pytest.raises(ArgumentError, match="`options` takes a dict, such as"):
            call()


@pytest.mark.parametrize("value", [{"id": "x"}, None])
def test_a_function_that_responds_returns_a_response(value: Any) -> None:
    fake = FakeTransport()
    fake.respond("ai_gateway.get", lambda _: value)
    client = CloudflareAI(api_token="t", account_id="a", http_client=fake)
    with pytest.raises(TypeError, match=r"Expected a FakeResponse but received .*json="):
        client.ai_gateway.get("x")


@pytest.mark.parametrize("failure", ["timeout", "reset", "refused"])
@pytest.mark.parametrize("token", ["test", "connection", "no"])
def test_no_word_of_the_package_is_masked(failure: Any, token: str) -> None:
    fake = FakeTransport()
    client = CloudflareAI(api_token=token, account_id="a", http_client=fake, max_retries=0)
    fake.fail("ai_gateway.get", failure)
    with pytest.raises(APIConnectionError, match=r"\(as the test asks\)") as caught:
        client.ai_gateway.get("x")
    assert "***" not in str(caught.value)
