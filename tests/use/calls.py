"""Every operation of a package called against its own fake, with the smallest valid arguments."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import traceback
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import field, frozen

from generator.ir.api import Api
from generator.python.model.signatures import Argument, Signature, build_signatures
from generator.python.naming.symbol_table import SymbolTable, build_symbol_table

from .values import NoValue, smallest


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


def call_everything(name: str, api: Api, *, strict: bool) -> Outcome:
    """Call every method of the imported package `name`, sync and async.

    Args:
        name: the import name.
        api: what the package was made of.
        strict: whether answers are validated.
    """
    symbols = build_symbol_table(api)
    package = importlib.import_module(name)
    contract = json.loads((Path(package.__path__[0]) / "_contract.json").read_text("utf-8"))
    calls, failures, skipped = 0, [], []
    for signature in build_signatures(api, symbols):
        try:
            arguments = _arguments(signature, contract)
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
        if each not in ("self", "base_url", "http_client", "options")
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
        result = attrgetter(signature.symbol.dotted)(client)(*arguments[0], **arguments[1])
        if isinstance(result, (package.Page, package.EventStream)):
            next(iter(result), None)
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
                async for _ in result:
                    break

    asyncio.run(run())
    assert [each.operation for each in fake.requests][:1] == [signature.name], "another operation"


def _arguments(signature: Signature, contract: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    operation = contract["operations"][signature.name]
    schemas = contract["schemas"]
    positional: list[Any] = []
    keywords: dict[str, Any] = {}
    content = operation.get("body", {}).get("content")
    body = _body(content) if content else None
    for argument in signature.arguments:
        if not argument.required:
            continue
        value = _value(argument, operation, schemas, body)
        if argument.positional:
            positional.append(value)
        else:
            keywords[argument.name] = value
    return positional, keywords


def _body(content: dict[str, Any]) -> tuple[str, Any]:
    """Return the first media type of a body and its schema."""
    media_type = next(iter(content))
    return media_type, content[media_type].get("schema", {})


def _value(
    argument: Argument,
    operation: dict[str, Any],
    schemas: dict[str, Any],
    body: tuple[str, Any] | None,
) -> Any:
    if argument.place in ("path", "query", "header", "cookie"):
        for parameter in operation["parameters"]:
            if (parameter["name"], parameter["in"]) == (argument.wire, argument.place):
                value = smallest(parameter.get("schema", {}), schemas)
                if value == []:
                    return [smallest(parameter["schema"].get("items", {}), schemas)]
                return value
        return "a"
    if body is None:
        return b"a"
    media_type, schema = body
    if argument.place == "body":
        whole = smallest(schema, schemas)
        if isinstance(whole, dict) and whole.get(argument.wire) not in (None, "a"):
            return whole[argument.wire]
        for members in _members(schema, schemas):
            if argument.wire in members:
                return _part(members[argument.wire], schemas)
        return "a"
    return _whole(media_type, schema, schemas)


def _whole(media_type: str, schema: Any, schemas: dict[str, Any]) -> Any:
    kind = media_type.partition(";")[0].strip().lower()
    is_json = kind.endswith(("/json", "+json"))
    if is_json or kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
        return _part(schema, schemas)
    if kind.startswith("text/") and kind not in ("text/xml",):
        return "a"
    return b"a"


def _part(schema: Any, schemas: dict[str, Any]) -> Any:
    if isinstance(schema, dict) and schema.get("format") == "binary":
        return b"a"
    return smallest(schema, schemas)


def _members(schema: Any, schemas: dict[str, Any], depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the properties of an object, those of its parts included."""
    if not isinstance(schema, dict) or depth > 20:
        return
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/schemas/").replace("~1", "/").replace("~0", "~")
        yield from _members(schemas.get(name), schemas, depth + 1)
    yield schema.get("properties", {})
    for keyword in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(keyword, []):
            yield from _members(part, schemas, depth + 1)
