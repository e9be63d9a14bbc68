"""Any recorded answer, changed in any way, is decoded; strict mode says where it was changed."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from attrs import fields, has
from cloudflare_ai import AsyncCloudflareAI, CloudflareAI, Gap, Page
from cloudflare_ai.errors import ContractError
from cloudflare_ai.testing import FakeResponse, SentResponse
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ..support.exchanges import Exchange, arguments, exchanges
from ..support.mutations import REPLACEMENTS, STRANGER, Mutation, mutations, places

CONTRACT: dict[str, Any] = json.loads(files("cloudflare_ai").joinpath("_contract.json").read_text())
ELEMENTS = {
    kind: reference.rpartition("/")[2]
    for kind, reference in CONTRACT["schemas"]["Element"]["discriminator"]["mapping"].items()
}
RESULTS = {"ai_gateway.dynamic_routing.update": "route"}
UNDESCRIBED = {"ai_gateway.logs.request", "ai_gateway.logs.response"}
WHOLE = {"ai_gateway.logs.delete", *UNDESCRIBED}


def _different(candidates: Iterator[Exchange]) -> list[Exchange]:
    """The exchanges whose answer is JSON, each answer of an operation once."""
    outcomes = {
        (each.operation, json.dumps(each.response["json"])): each
        for each in candidates
        if "json" in each.response
    }
    return list(outcomes.values())


ALL = _different(exchanges())


class Outcome:
    """A transport that answers the same to everything, sync and async."""

    def __init__(self, status: int) -> None:
        self.status = status
        self.body: Any = None

    def send(self, _: Any, /) -> SentResponse:
        return SentResponse(FakeResponse(self.body, self.status))

    async def asend(self, _: Any, /) -> SentResponse:
        return SentResponse(FakeResponse(self.body, self.status))

    def close(self) -> None: ...

    async def aclose(self) -> None: ...


class Caller:
    """Makes the call of an exchange with both clients, whatever is to be answered."""

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange
        self.wire = Outcome(exchange.response["status"])
        self.gaps: list[Gap] = []
        self.client = CloudflareAI(api_token="token", http_client=self.wire)
        self.strict = self.client.with_options(strict=True)
        self.watched = self.client.with_options(on_contract_gap=self.gaps.append)
        self.other = AsyncCloudflareAI(api_token="token", http_client=self.wire)

    def sync(self, body: Any, client: CloudflareAI | None = None) -> Any:
        """What the sync client makes of `body`."""
        self.wire.body = body
        positional, keywords = arguments(self.exchange.call)
        return _method(client or self.client, self.exchange.operation)(*positional, **keywords)

    async def asynchronous(self, body: Any) -> Any:
        """What the async client makes of `body`."""
        self.wire.body = body
        positional, keywords = arguments(self.exchange.call)
        return await _method(self.other, self.exchange.operation)(*positional, **keywords)

    def gap(self, body: Any) -> ContractError | None:
        """What strict mode says of `body`."""
        try:
            self.sync(body, self.strict)
        except ContractError as error:
            return error
        return None


def _method(client: Any, operation: str) -> Any:
    for name in operation.split("."):
        client = getattr(client, name)
    return client


def _came(operation: str, body: Any) -> Any:
    """The part of a body that is the result."""
    if operation in WHOLE:
        return body
    described = CONTRACT["operations"][operation]
    for name in (
        described.get("paging", {}).get("items", RESULTS.get(operation, "result")).split(".")
    ):
        body = body.get(name) if isinstance(body, dict) else None
    return body if "paging" not in described or isinstance(body, list) else []


def exact(operation: str, value: Any, body: Any) -> None:
    """A result gives back what came, to the letter."""
    if "paging" in CONTRACT["operations"][operation]:
        value = value.items
    assert json.dumps(_plain(value)) == json.dumps(_came(operation, body))


def _plain(value: Any) -> Any:
    if has(type(value)):
        return value.to_dict()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def touch(value: Any) -> None:
    """Do with a value and all within it whatever can be done without knowing it."""
    if isinstance(value, Page):
        touch([value.items, value.info])
    if isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            touch(item)
    if has(type(value)):
        name = type(value).__name__
        if name.endswith("Element"):
            tag = value.to_dict().get("type")
            assert name == (
                ELEMENTS.get(tag, "UnknownElement") if isinstance(tag, str) else "UnknownElement"
            )
        for field in fields(type(value)):
            touch(getattr(value, field.name))
        touch(value.extra)
        assert repr(value).startswith(f"{name}(")
        assert copy.copy(value) == value


@cache
def _validator(operation: str, status: int) -> Draft202012Validator:
    """What another validator, which knows nothing of the client, holds an answer to."""
    answers = CONTRACT["operations"][operation]["responses"]
    schema = answers.get(str(status), answers.get("default"))["application/json"]["schema"]
    return Draft202012Validator(_relaxed({"schemas": CONTRACT["schemas"], **schema}))


def _relaxed(schema: Any) -> Any:
    """`schema` without the bounds, which answers are not held to, and with lenient members optional."""
    if isinstance(schema, list):
        return [_relaxed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    dropped = (
        "minimum",
        "maximum",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "pattern",
        "example",
    )
    made = {key: _relaxed(value) for key, value in schema.items() if key not in dropped}
    if isinstance(made.get("required"), list):
        properties = schema.get("properties", {})
        made["required"] = [
            name for name in made["required"] if not properties.get(name, {}).get("x-optional")
        ]
    return made


@pytest.mark.parametrize("exchange", ALL, ids=lambda each: each.label)
def test_each_single_mutation_is_decoded(exchange: Exchange) -> None:
    caller = Caller(exchange)

    async def sweep() -> None:
        for mutation in mutations(exchange.response["json"]):
            body = mutation.applied(exchange.response["json"])
            value = caller.sync(body)
            touch(value)
            exact(exchange.operation, value, body)
            exact(exchange.operation, await caller.asynchronous(body), body)

    asyncio.run(sweep())


@pytest.mark.parametrize("exchange", ALL, ids=lambda each: each.label)
def test_strict_mode_names_the_place_of_each_single_mutation(exchange: Exchange) -> None:
    caller = Caller(exchange)
    recorded = exchange.response["json"]
    if caller.gap(recorded) is not None:
        pytest.skip("what was recorded departs from the contract itself")
    validator = _validator(exchange.operation, exchange.response["status"])
    refused = 0
    for mutation in mutations(recorded):
        body = mutation.applied(recorded)
        error = caller.gap(body)
        if error is None:
            assert validator.is_valid(body), mutation
            continue
        refused += 1
        assert error.path is not None
        assert error.path == mutation.path or error.path.startswith(
            (f"{mutation.path}.", f"{mutation.path}[")
        )
        assert str(error).startswith(f"{error.path}: expected ")
    assert refused or exchange.operation in UNDESCRIBED


@pytest.mark.parametrize("exchange", ALL, ids=lambda each: each.label)
def test_each_kind_of_gap_is_reported_once(exchange: Exchange) -> None:
    caller = Caller(exchange)
    for mutation in mutations(exchange.response["json"]):
        caller.sync(mutation.applied(exchange.response["json"]), caller.watched)
    outcomes = [(gap.model, gap.field, gap.kind) for gap in caller.gaps]
    assert outcomes or exchange.operation in UNDESCRIBED
    assert len(outcomes) == len(set(outcomes))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda each: st.lists(each, max_size=3)
    | st.dictionaries(st.text(max_size=8), each, max_size=3),
    max_leaves=6,
)


@st.composite
def _mutated(draw: st.DrawFn) -> tuple[Exchange, Any]:
    """An exchange with an answer that was changed in several places."""
    exchange = draw(st.sampled_from(ALL))
    body = exchange.response["json"]
    for _ in range(draw(st.integers(2, 6))):
        candidates = list(places(body))
        if not candidates:
            break
        place = draw(st.sampled_from(candidates))
        if draw(st.booleans()):
            place = (
                *place,
                draw(
                    st.sampled_from([STRANGER, "type", "result", "__class__", "to_dict", "extra"])
                ),
            )
        body = Mutation(place, draw(JSON | st.sampled_from(REPLACEMENTS))).applied(body)
    return exchange, body


@settings(max_examples=200, deadline=None, derandomize=True)
@given(_mutated())
def test_several_mutations_at_once(case: tuple[Exchange, Any]) -> None:
    exchange, body = case
    if body.get("success") in (False, "false"):
        return  # that is a refusal
    caller = Caller(exchange)
    value = caller.sync(body)
    touch(value)
    exact(exchange.operation, value, body)
    if not isinstance(value, Page):
        assert _plain(pickle.loads(pickle.dumps(value))) == _plain(value)
    exact(exchange.operation, asyncio.run(caller.asynchronous(body)), body)
    error = caller.gap(body)
    caller.sync(body, caller.watched)
    assert (error is None) == (not caller.gaps)
    if error is not None:
        assert error.path == caller.gaps[0].path
