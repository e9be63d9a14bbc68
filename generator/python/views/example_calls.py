"""A call of each operation for the API reference, with the values that the document's example of the body has."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, cast

from ...ir.definitions import Alias, Enumeration, Model, Union
from ...ir.types import ListOf, MapOf, Reference, Type, strip_null
from ..design.signatures import Argument, Signature
from ..naming.symbol_table import SymbolTable
from ..source import literals
from .readme import MAX_ARGUMENTS, make_up_value

_MAX_JSON = 1500
"""Characters of the longest example of a body that is written as a call."""
_WIDTH = 100


def write_example(signature: Signature, symbols: SymbolTable) -> str:
    """Write a call with all required arguments; "" where one of them has no value, or there are too many."""
    body = signature.operation.body
    text = body.example if body is not None and len(body.example) <= _MAX_JSON else ""
    example: Any = json.loads(text) if text else {}
    members = cast("dict[str, Any]", example) if isinstance(example, dict) else {}
    if body is not None and body.is_choice and not members:
        return ""
    if sum(each.required for each in signature.arguments) > MAX_ARGUMENTS:
        return ""
    arguments: list[str] = []
    for each in signature.arguments:
        if each.place == "body" and each.wire in members:
            value = _write(members[each.wire], each.type, symbols)
        elif each.required:
            value = _make_up(each, signature, symbols)
        else:
            continue
        if not value:
            return ""
        arguments.append(value if each.positional else f"{each.name}={value}")
    called = f"client.{signature.symbol.dotted}"
    line = f"{called}({', '.join(arguments)})"
    if len(line) <= _WIDTH:
        return line
    return "\n".join((f"{called}(", *(f"    {each}," for each in arguments), ")"))


def _make_up(argument: Argument, signature: Signature, symbols: SymbolTable) -> str:
    """Return a value for an argument without an example; "" where none can be plain."""
    type_ = strip_null(argument.type)
    definition = symbols.catalog[type_.key] if isinstance(type_, Reference) else None
    if isinstance(definition, Enumeration):
        return literals.value(definition.values[0])
    return make_up_value(argument, signature.operation) or ""


def _write(value: Any, type_: Type | None, symbols: SymbolTable) -> str:
    """Write a JSON value; the members of a model are called by their attributes."""
    if isinstance(value, list):
        item = type_.item if isinstance(type_, ListOf) else None
        items = cast("Sequence[Any]", value)
        return f"[{', '.join(_write(each, item, symbols) for each in items)}]"
    if not isinstance(value, dict):
        return literals.value(value)
    json_object = cast("dict[str, Any]", value)
    model = _find_model(json_object, type_, symbols)
    types: dict[str, Type] = {}
    names: dict[str, str] = {}
    if model is not None:
        types = {each.name: each.type for each in model[1].members}
        names = symbols[model[0]].attributes
    further = type_.value if isinstance(type_, MapOf) else None
    members = {
        names.get(key, key): _write(each, _strip_null(types.get(key, further), symbols), symbols)
        for key, each in json_object.items()
    }
    return literals.dict_of(members) or "{}"


def _strip_null(type_: Type | None, symbols: SymbolTable) -> Type | None:
    """Return a type without null, and what a name for a list or a map stands for."""
    bare = strip_null(type_) if type_ is not None else None
    definition = symbols.catalog[bare.key] if isinstance(bare, Reference) else None
    return definition.type if isinstance(definition, Alias) else bare


def _find_model(
    value: dict[str, Any], type_: Type | None, symbols: SymbolTable
) -> tuple[str, Model] | None:
    """Return the model that an object is of: the one that `type_` names, or that a discriminator chooses."""
    bare = _strip_null(type_, symbols)
    if not isinstance(bare, Reference):
        return None
    definition = symbols.catalog[bare.key]
    if isinstance(definition, Model):
        return bare.key, definition
    if isinstance(definition, Union) and definition.discriminator is not None:
        chosen = value.get(definition.discriminator.member)
        for name, variant in definition.discriminator.variants:
            if name == chosen:
                return _find_model(value, variant, symbols)
    return None
