"""Every operation of a package called against its own fake, with the fewest and with all valid arguments."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import traceback
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import field, frozen

from generator.ir.api import Api
from generator.ir.types import Binary, Choice, ListOf, Type, strip_null
from generator.lowering.operations.media_types import choose_media_kind
from generator.python.design.signatures import Argument, Signature, build_signatures
from generator.python.naming.symbol_table import SymbolTable, build_symbol_table

from .values import NoValue, flatten, smallest

_PLACES = frozenset({"path", "query", "header", "cookie"})
_FORMS = frozenset({"multipart/form-data", "application/x-www-form-urlencoded"})


@frozen
class Outcome:
    """What came of the calls.

    Attributes:
        calls: how many were made.
        failures: one line for each that raised, or came back as something unexpected.
        skipped: operations for which no valid arguments could be made, and why.
    """

    calls: int
    failures: list[str] = field(factory=list)
    skipped: list[str] = field(factory=list)


def call_everything(name: str, api: Api, *, strict: bool, full: bool = False) -> Outcome:
    """Call every method of the imported package `name`, sync and async, and read what comes back.

    Args:
        name: the import name.
        api: what the package was made of.
        strict: whether answers are validated.
        full: whether optional arguments are given, too.
    """
    symbols = build_symbol_table(api)
    package = importlib.import_module(name)
    contract = json.loads((Path(package.__path__[0]) / "_contract.json").read_text("utf-8"))
    calls, failures, skipped = 0, [], []
    for signature in build_signatures(api, symbols):
        try:
            arguments = _arguments(signature, contract, full)
        except NoValue as error:
            skipped.append(f"{signature.name}: {error}")
            continue
        for make in (_sync, _async):
            calls += 1
            try:
                make(package, api, symbols, signature, arguments, strict)
            except Exception as error:
                where = traceback.extract_tb(error.__traceback__)[-1]
                place = f"{Path(where.filename).name}:{where.lineno}"
                text = f"{type(error).__name__}: {error}"
                failures.append(f"{make.__name__[1:]} {signature.name}: {text[:300]} ({place})")
    return Outcome(calls, failures, skipped)


def make_client(
    package: ModuleType, api: Api, symbols: SymbolTable, prefix: str, **options: Any
) -> Any:
    """Make a client with a value for everything that it can be given."""
    client = getattr(package, f"{prefix}{api.settings.client}")
    given = inspect.signature(client.__init__).parameters
    keywords = [
        each
        for each, parameter in given.items()
        if each
        not in ("self", "base_url", "http_client", "options", *symbols.client.server.values())
        and parameter.kind is inspect.Parameter.KEYWORD_ONLY
    ]
    return client(**dict.fromkeys(keywords, "a"), **options)


def _sync(
    package: ModuleType,
    api: Api,
    symbols: SymbolTable,
    signature: Signature,
    arguments: tuple[list[Any], dict[str, Any]],
    strict: bool,
) -> None:
    fake = importlib.import_module(f"{package.__name__}.testing").FakeTransport()
    with make_client(package, api, symbols, "", http_client=fake, strict=strict) as client:
        result: Any = attrgetter(signature.symbol.dotted)(client)(*arguments[0], **arguments[1])
        kinds = [getattr(package, name, None) for name in ("Page", "EventStream")]
        if type(result) in kinds:
            result = next(iter(result), None)
        read_through(result)
    assert [each.operation for each in fake.requests][:1] == [signature.name], "another operation"


def _async(
    package: ModuleType,
    api: Api,
    symbols: SymbolTable,
    signature: Signature,
    arguments: tuple[list[Any], dict[str, Any]],
    strict: bool,
) -> None:
    fake = importlib.import_module(f"{package.__name__}.testing").FakeTransport()

    async def run() -> None:
        client = make_client(package, api, symbols, "Async", http_client=fake, strict=strict)
        async with client:
            result = attrgetter(signature.symbol.dotted)(client)(*arguments[0], **arguments[1])
            if inspect.isawaitable(result):
                result = await result
            if hasattr(result, "__aiter__"):
                async for item in result:
                    read_through(item)
                    break
            else:
                read_through(result)

    asyncio.run(run())
    assert [each.operation for each in fake.requests][:1] == [signature.name], "another operation"


def read_through(value: Any, depth: int = 0) -> None:
    """Read every member of what a call returned, and make models of it once more.

    Raises:
        AssertionError: a model differs after a round trip through JSON.
    """
    if depth > 12:
        return
    if isinstance(value, (list, tuple)):
        for item in value:
            read_through(item, depth + 1)
    elif isinstance(value, dict):
        for item in value.values():
            read_through(item, depth + 1)
    elif hasattr(type(value), "__wire__"):
        assert type(value).from_dict(value.to_dict()) == value, "a round trip changes the model"
        repr(value)
        for name in type(value).__wire__:
            read_through(getattr(value, name), depth + 1)


def _arguments(
    signature: Signature, contract: dict[str, Any], full: bool
) -> tuple[list[Any], dict[str, Any]]:
    """Return positional arguments and keywords: the required ones and those that the smallest body has."""
    operation = contract["operations"][signature.name]
    schemas = contract["schemas"]
    positional: list[Any] = []
    keywords: dict[str, Any] = {}
    media_type, schema = _body(signature, operation.get("body", {}).get("content", {}))
    body = smallest(schema, schemas) if media_type else None
    members = body if isinstance(body, dict) else {}
    for argument in signature.arguments:
        if argument.place == "media_type" and not isinstance(argument.type, Choice):
            keywords[argument.name] = media_type.replace("*", "x")
        in_body = argument.place == "body" and argument.wire in members
        wanted = argument.required or in_body or (full and argument.place in _PLACES)
        if not wanted or (not argument.required and _is_ambiguous(argument, operation, schemas)):
            continue
        if argument.place == "header" and argument.wire.lower() == "content-type":
            value = media_type or "application/json"
        elif argument.place in _PLACES:
            value = _parameter(argument, operation, schemas)
        elif argument.place == "whole":
            value = _whole(media_type, body)
        else:
            value = _upload(argument.type, members.get(argument.wire, "a"))
        if argument.positional:
            positional.append(value)
        else:
            keywords[argument.name] = value
    return positional, keywords


def _body(signature: Signature, content: dict[str, Any]) -> tuple[str, Any]:
    """Return the media type that is sent and its schema; ("", {}) for none."""
    body = signature.operation.body
    if body is None or not content:
        return "", {}
    sent = body.media_type.partition(";")[0].strip().lower()
    media_type = sent if sent in content else next(iter(content))
    return media_type, content[media_type].get("schema", {})


def _is_ambiguous(argument: Argument, operation: dict[str, Any], schemas: dict[str, Any]) -> bool:
    """Return whether members of an object go into the query under names that other parameters have."""
    parameters = [
        each for each in operation["parameters"] if each["in"] == argument.place == "query"
    ]
    matching = (each for each in parameters if each["name"] == argument.wire)
    own: dict[str, Any] = next(matching, {})
    if not own or own.get("style", "form") != "form" or not own.get("explode", True):
        return False
    members = flatten(own.get("schema"), schemas).get("properties", {})
    return any(each["name"] in members for each in parameters)


def _parameter(argument: Argument, operation: dict[str, Any], schemas: dict[str, Any]) -> Any:
    for parameter in operation["parameters"]:
        if (parameter["name"], parameter["in"]) == (argument.wire, argument.place):
            schema = parameter.get("schema", {})
            value = smallest(schema, schemas)
            if value == {} and argument.place == "path":
                return _one_member(schema, schemas)
            return _one_item(schema, schemas) if value == [] else value
    return "a"


def _one_member(schema: Any, schemas: dict[str, Any]) -> dict[str, Any]:
    """Return an object with one member: a path has none without."""
    for name, member in flatten(schema, schemas).get("properties", {}).items():
        return {name: smallest(member, schemas)}
    return {"a": "a"}


def _one_item(schema: Any, schemas: dict[str, Any]) -> list[Any]:
    """Return a list with one item, where a schema admits lists."""
    whole = flatten(schema, schemas)
    for part in (whole, *whole.get("anyOf", []), *whole.get("oneOf", [])):
        part = flatten(part, schemas)
        if "prefixItems" in part:
            return [smallest(each, schemas) for each in part["prefixItems"]]
        if "items" in part:
            return [smallest(part["items"], schemas)]
    return ["a"]


def _upload(type_: Type | None, value: Any) -> Any:
    """Return a file for a member that takes only files: a contract knows no media types of content."""
    plain = strip_null(type_) if type_ is not None else None
    if isinstance(plain, Binary):
        return b"a"
    return [b"a"] if isinstance(plain, ListOf) and isinstance(plain.item, Binary) else value


def _whole(media_type: str, body: Any) -> Any:
    if media_type.endswith(("/json", "+json")) or media_type in _FORMS:
        return body
    if choose_media_kind(media_type) == "lines":
        return body if isinstance(body, list) else []
    if media_type.startswith("text/") and media_type != "text/xml":
        return "a"
    return b"a"
