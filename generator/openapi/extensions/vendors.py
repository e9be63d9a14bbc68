"""Keys of other generators translated to ours: Fern's, Speakeasy's, Azure's, and the common ones for enumerations."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from attrs import frozen

from ..loading import Node
from ..metamodel import is_list, is_map


@frozen
class Translation:
    """How keys of other generators translate to one of ours.

    Attributes:
        keys: the keys; nodes without any of them are skipped.
        translate: returns the value that our key would have at a node, or None.
    """

    keys: frozenset[str]
    translate: Callable[[Node], Any]


def translates(*keys: str) -> Callable[[Callable[[Node], Any]], Translation]:
    """Return a decorator that makes a function the translation of `keys`."""
    return lambda translate: Translation(frozenset(keys), translate)


def first(*translations: Translation) -> Translation:
    """Combine translations: the first that gives a value counts."""

    def translate(node: Node) -> Any:
        values = (each.translate(node) for each in translations)
        return next((value for value in values if value is not None), None)

    return Translation(frozenset[str]().union(*(each.keys for each in translations)), translate)


def same(key: str) -> Translation:
    """Translate a key with the same meaning and form."""
    return Translation(frozenset({key}), lambda node: node.value.get(key))


def text(key: str) -> Translation:
    """Translate a key whose value counts if it is text."""
    return Translation(frozenset({key}), lambda node: node.text(key))


@translates("x-fern-sdk-group-name", "x-fern-sdk-method-name")
def translate_fern_group(node: Node) -> str | None:
    """Translate the name of a group: text, or a list of nested names; a method without a group is the client's."""
    value = node.value.get("x-fern-sdk-group-name", [])
    if is_list(value) and all(type(part) is str for part in value):
        is_named = value or type(node.value.get("x-fern-sdk-method-name")) is str
        return ".".join(value) if is_named else None
    return value if type(value) is str else None


@translates("x-fern-pagination")
def translate_fern_paging(node: Node) -> dict[str, str] | None:
    """Translate `{cursor: $request.cursor, next_cursor: $response.next, results: $response.items}`."""
    paging = node.value.get("x-fern-pagination")
    if paging is True:
        paging = node.document.root.value.get("x-fern-pagination")
    if not is_map(paging):
        return None
    value = {key: _member(path) for key, path in paging.items() if type(path) is str}
    if any(
        str(path).startswith("$request.body.") and "." in _member(path) for path in paging.values()
    ):
        return None  # a page is requested by parameters and by members of the body itself
    following = value.get("next_uri") or value.get("next_path")
    if following:
        translated = {"style": "link", "next": following}
    elif "cursor" in value:
        translated = {
            "style": "cursor",
            "cursor": value["cursor"],
            "next": value.get("next_cursor", ""),
        }
    elif "step" in value:
        translated = {"style": "offset", "offset": value.get("offset", ""), "size": value["step"]}
    elif "offset" in value:
        translated = {"style": "page", "page": value["offset"]}
    else:
        return None
    translated |= {"items": value.get("results", ""), "has_more": value.get("has-next-page", "")}
    return {key: text for key, text in translated.items() if text}


def _member(path: str) -> str:
    for start in ("$request.body.", "$request.", "$response.", "$."):
        if path.startswith(start):
            return path.removeprefix(start)
    return path


_SPEAKEASY_STYLES: Final = {"offsetLimit": "offset", "cursor": "cursor", "url": "link"}
_SPEAKEASY_INPUTS: Final = {"page": "page", "offset": "offset", "limit": "size", "cursor": "cursor"}
_SPEAKEASY_OUTPUTS: Final = {
    "results": "items",
    "numPages": "total_pages",
    "nextCursor": "next",
    "nextUrl": "next",
}


@translates("x-speakeasy-pagination")
def translate_speakeasy_paging(node: Node) -> dict[str, str] | None:
    """Translate `{type: offsetLimit, inputs: [{name: page, in: parameters, type: page}], outputs: {results: $.items}}`."""
    paging = node.get("x-speakeasy-pagination")
    if paging is None or (style := _SPEAKEASY_STYLES.get(str(paging.text("type")))) is None:
        return None
    translated = {"style": style}
    for parameter in paging / "inputs":
        key = _SPEAKEASY_INPUTS.get(str(parameter.text("type")))
        if key is not None:
            translated[key] = parameter.text("name") or ""
    for name, key in _SPEAKEASY_OUTPUTS.items():
        path = (paging / "outputs").text(name)
        path = path.replace("[-1]", ".-1") if path is not None else ""
        if path.startswith("$.") and "[" not in path:
            translated[key] = path.removeprefix("$.")
    if "page" in translated:
        translated["style"] = "page"
    return None if style == "cursor" and "next" not in translated else translated


@translates("x-ms-pageable")
def translate_azure_paging(node: Node) -> dict[str, str] | None:
    """Translate `x-ms-pageable: {nextLinkName: nextLink, itemName: value}`."""
    paging = node / "x-ms-pageable"
    following = paging.text("nextLinkName")
    if following is None or node.key != "get":
        return None
    return {"style": "link", "next": following, "items": paging.text("itemName") or "value"}


@translates("x-fern-streaming")
def translate_fern_stream(node: Node) -> dict[str, str] | None:
    """Translate `x-fern-streaming: {stream-condition: $request.stream}`."""
    condition = (node / "x-fern-streaming").text("stream-condition")
    return {"member": _member(condition)} if condition else None


def translate_fern_scheme(member: str) -> Translation:
    """Translate a member of `x-fern-bearer` or `x-fern-header`: `name` or `env`."""

    @translates("x-fern-bearer", "x-fern-header")
    def read_member(node: Node) -> str | None:
        return (node / "x-fern-bearer").text(member) or (node / "x-fern-header").text(member)

    return read_member


CLASS_NAME_KEYS: Final = frozenset({"x-name", "x-fern-type-name", "x-speakeasy-name-override"})
"""The keys that name the class of a schema."""


def translate_class_name(node: Node) -> str | None:
    """Return the name of the class of a schema, or None."""
    return node.text("x-fern-type-name") or node.text("x-speakeasy-name-override")


@translates(
    "x-fern-parameter-name", "x-fern-property-name", "x-speakeasy-name-override", "x-ms-client-name"
)
def name(node: Node) -> str | None:
    """Translate the name of a parameter or a property; Speakeasy's key on a schema names its class."""
    fern = node.text("x-fern-parameter-name") or node.text("x-fern-property-name")
    of_parameter = node.text("x-speakeasy-name-override") if "in" in node else None
    return fern or of_parameter or node.text("x-ms-client-name")


_SIMPLE: Final = re.compile(r"(\^?)([\w-]*)((?:\.\*)?)([\w-]*)(\$?)")


@translates("operationId")
def translate_speakeasy_method(node: Node) -> str | None:
    """Translate the root's `x-speakeasy-name-override`: `[{operationId: ^get.*, methodNameOverride: get}]`.

    A pattern of a document may backtrack exponentially, so only plain text, anchors and one `.*` are read.
    """
    id = node.text("operationId")
    rules = node.document.root.get("x-speakeasy-name-override") if id else None
    for rule in rules or ():
        pattern = rule.text("operationId") if rule.is_map else None
        parts = _SIMPLE.fullmatch(pattern) if pattern else None
        if parts and id and _matches(id, *parts.groups()):
            return rule.text("methodNameOverride")
    return None


def _matches(id: str, begin: str, first: str, gap: str, last: str, end: str) -> bool:
    start = 0 if begin and id.startswith(first) else -1 if begin else id.find(first)
    if start < 0:
        return False
    rest = id[start + len(first) :]
    if not gap:
        return rest.startswith(last) and (not end or rest == last)
    return rest.endswith(last) if end else last in rest


@translates("x-fern-sdk-variables", "x-speakeasy-globals", "x-fern-global-headers")
def translate_client_parameters(node: Node) -> dict[str, Any] | None:
    """Translate parameters of every call: `x-speakeasy-globals`, `x-fern-global-headers`, `x-fern-sdk-variables`."""
    parameters: dict[str, Any] = {name: {} for name, _ in (node / "x-fern-sdk-variables").items()}
    for parameter in node / "x-speakeasy-globals" / "parameters":
        component = (parameter.text("$ref") or "").removeprefix("#/components/parameters/")
        resolved = node / "components" / "parameters" / component if component else parameter
        name = resolved.text("name")
        if name is not None:
            parameters[name] = {}
    for header in node / "x-fern-global-headers":
        name, variable = header.text("header"), header.text("env")
        if name is not None:
            parameters[name] = {"environment": variable} if variable else {}
    return parameters or None


_ENUM_NAMES: Final = ("x-enum-varnames", "x-enumNames", "x-enum-names", "x-speakeasy-enums")
_ENUM_TEXTS: Final = ("x-enum-descriptions", "x-enumDescriptions", "x-speakeasy-enum-descriptions")


def translate_value_notes(node: Node) -> dict[str, str]:
    """Return the notes on the values of an enumeration, by value as text: a name, a description, or both."""
    values = [str(value) for value in node.value.get("enum") or ()]
    names, texts = _map_by_value(node, _ENUM_NAMES, values), _map_by_value(
        node, _ENUM_TEXTS, values
    )
    entries = [(value, entry) for value, entry in (node / "x-fern-enum").items()]
    entries += [
        (str(entry.value.get("value")), entry)
        for entry in node / "x-ms-enum" / "values"
        if entry.is_map
    ]
    for value, entry in entries:
        names.setdefault(value, entry.text("name") or "")
        texts.setdefault(value, entry.text("description") or "")
    notes = {value: (names.get(value, ""), texts.get(value, "")) for value in values}
    return {
        value: ": ".join(each for each in (name, text) if each)
        for value, (name, text) in notes.items()
        if name not in ("", value) or text
    }


def _map_by_value(node: Node, keys: tuple[str, ...], values: list[str]) -> dict[str, str]:
    """Return the notes of the first of `keys`, which is a list in the order of the values or a mapping."""
    for key in keys:
        notes = node.value.get(key)
        if is_list(notes) and len(notes) == len(values):
            return dict(zip(values, map(str, notes), strict=True))
        if is_map(notes):
            return {str(value): str(text) for value, text in notes.items()}
    return {}
