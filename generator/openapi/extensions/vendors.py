"""What other generators' keys mean in ours: Fern's, Speakeasy's, and the widespread ones for enumerations."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from attrs import frozen

from ..loading import Node
from ..metamodel import is_list, is_map


@frozen
class Translation:
    """What other keys mean in ours.

    Attributes:
        keys: what the node must have one of, so that the others, nearly all, are asked no further.
        say: from the node to the value our key would have; None if it says nothing.
    """

    keys: frozenset[str]
    say: Callable[[Node], Any]


def of(*keys: str) -> Callable[[Callable[[Node], Any]], Translation]:
    """Make a function the translation of `keys`."""
    return lambda say: Translation(frozenset(keys), say)


def first(*translations: Translation) -> Translation:
    """The first translation that says something."""

    def say(node: Node) -> Any:
        return next((said for each in translations if (said := each.say(node)) is not None), None)

    return Translation(frozenset[str]().union(*(each.keys for each in translations)), say)


def same(key: str) -> Translation:
    """Another key with the same meaning and form."""
    return Translation(frozenset({key}), lambda node: node.value.get(key))


def text(key: str) -> Translation:
    """Another key whose value counts if it is text."""
    return Translation(frozenset({key}), lambda node: node.text(key))


@of("x-fern-sdk-group-name")
def fern_group(node: Node) -> str | None:
    """The resource: text, or a list of nested names."""
    value = node.value.get("x-fern-sdk-group-name")
    if is_list(value) and value and all(type(part) is str for part in value):
        return ".".join(value)
    return value if type(value) is str else None


@of("x-fern-pagination")
def fern_paging(node: Node) -> dict[str, str] | None:
    """`{cursor: $request.cursor, next_cursor: $response.next, results: $response.items}` or with `offset`."""
    said = node.value.get("x-fern-pagination")
    if said is True:
        said = node.document.root.value.get("x-fern-pagination")
    if not is_map(said):
        return None
    value = {key: _member(place) for key, place in said.items() if type(place) is str}
    if any(str(place).startswith("$request.body.") for place in said.values()):
        return None  # pages are asked for in the query alone
    following = value.get("next_uri") or value.get("next_path")
    if following:
        made = {"style": "link", "next": following}
    elif "cursor" in value:
        made = {"style": "cursor", "cursor": value["cursor"], "next": value.get("next_cursor", "")}
    elif "step" in value:
        made = {"style": "offset", "offset": value.get("offset", ""), "size": value["step"]}
    elif "offset" in value:
        made = {"style": "page", "page": value["offset"]}
    else:
        return None
    made |= {"items": value.get("results", ""), "has_more": value.get("has-next-page", "")}
    return {key: text for key, text in made.items() if text}


def _member(place: str) -> str:
    for start in ("$request.", "$response.", "$."):
        if place.startswith(start):
            return place.removeprefix(start)
    return place


_SPEAKEASY_STYLES: Final = {"offsetLimit": "offset", "cursor": "cursor", "url": "link"}
_SPEAKEASY_INPUTS: Final = {"page": "page", "offset": "offset", "limit": "size", "cursor": "cursor"}
_SPEAKEASY_OUTPUTS: Final = {
    "results": "items",
    "numPages": "total_pages",
    "nextCursor": "next",
    "nextUrl": "next",
}


@of("x-speakeasy-pagination")
def speakeasy_paging(node: Node) -> dict[str, str] | None:
    """`{type: offsetLimit, inputs: [{name: page, in: parameters, type: page}], outputs: {results: $.items}}`."""
    said = node.get("x-speakeasy-pagination")
    if said is None or (style := _SPEAKEASY_STYLES.get(str(said.text("type")))) is None:
        return None
    made = {"style": style}
    for given in said / "inputs":
        if given.text("in") == "requestBody":
            return None  # pages are asked for in the query alone
        kind = _SPEAKEASY_INPUTS.get(str(given.text("type")))
        if kind is not None:
            made[kind] = given.text("name") or ""
    for key, ours in _SPEAKEASY_OUTPUTS.items():
        place = (said / "outputs").text(key)
        if place is not None and place.startswith("$.") and "[" not in place:
            made[ours] = place.removeprefix("$.")
    if "page" in made:
        made["style"] = "page"
    return None if style == "cursor" and "next" not in made else made


@of("x-ms-pageable")
def azure_paging(node: Node) -> dict[str, str] | None:
    """`x-ms-pageable: {nextLinkName: nextLink, itemName: value}`."""
    said = node / "x-ms-pageable"
    following = said.text("nextLinkName")
    if following is None or node.key != "get":
        return None
    return {"style": "link", "next": following, "items": said.text("itemName") or "value"}


@of("x-fern-streaming")
def fern_stream(node: Node) -> dict[str, str] | None:
    """`x-fern-streaming: {stream-condition: $request.stream}`."""
    condition = (node / "x-fern-streaming").text("stream-condition")
    return {"member": _member(condition)} if condition else None


def fern_scheme(member: str) -> Translation:
    """A member of `x-fern-bearer` or `x-fern-header`: `name` or `env`."""

    @of("x-fern-bearer", "x-fern-header")
    def said(node: Node) -> str | None:
        return (node / "x-fern-bearer").text(member) or (node / "x-fern-header").text(member)

    return said


NAMED: Final = frozenset({"x-name", "x-fern-type-name", "x-speakeasy-name-override"})
"""The keys that say what a class is called."""


def class_name(node: Node) -> str | None:
    """What a schema's class is called."""
    return node.text("x-fern-type-name") or node.text("x-speakeasy-name-override")


@of(
    "x-fern-parameter-name", "x-fern-property-name", "x-speakeasy-name-override", "x-ms-client-name"
)
def name(node: Node) -> str | None:
    """What a parameter or a property is called; Speakeasy's key on a schema names its class."""
    told = node.text("x-fern-parameter-name") or node.text("x-fern-property-name")
    of_parameter = node.text("x-speakeasy-name-override") if "in" in node else None
    return told or of_parameter or node.text("x-ms-client-name")


_SIMPLE: Final = re.compile(r"(\^?)([\w-]*)((?:\.\*)?)([\w-]*)(\$?)")


@of("operationId")
def speakeasy_method(node: Node) -> str | None:
    """The root's `x-speakeasy-name-override`: `[{operationId: ^get.*, methodNameOverride: get}]`.

    Patterns come from the document, and what they cost is theirs to choose; so only those are read that are
    plain text, anchors and one `.*`.
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


@of("x-fern-sdk-variables", "x-speakeasy-globals", "x-fern-global-headers")
def client_parameters(node: Node) -> dict[str, Any] | None:
    """Parameters that hold for every call: `x-speakeasy-globals`, `x-fern-global-headers`, `x-fern-sdk-variables`."""
    made: dict[str, Any] = {name: {} for name, _ in (node / "x-fern-sdk-variables").items()}
    for parameter in node / "x-speakeasy-globals" / "parameters":
        pointed = (parameter.text("$ref") or "").removeprefix("#/components/parameters/")
        used = node / "components" / "parameters" / pointed if pointed else parameter
        name = used.text("name")
        if name is not None:
            made[name] = {}
    for header in node / "x-fern-global-headers":
        name, variable = header.text("header"), header.text("env")
        if name is not None:
            made[name] = {"environment": variable} if variable else {}
    return made or None


_ENUM_NAMES: Final = ("x-enum-varnames", "x-enumNames", "x-enum-names", "x-speakeasy-enums")
_ENUM_TEXTS: Final = ("x-enum-descriptions", "x-enumDescriptions", "x-speakeasy-enum-descriptions")


def value_notes(node: Node) -> dict[str, str]:
    """What is said of the values of an enumeration, by value as text: a name, a sentence, or both."""
    values = [str(value) for value in node.value.get("enum") or ()]
    names, texts = _by_value(node, _ENUM_NAMES, values), _by_value(node, _ENUM_TEXTS, values)
    entries = [(value, said) for value, said in (node / "x-fern-enum").items()]
    entries += [
        (str(said.value.get("value")), said)
        for said in node / "x-ms-enum" / "values"
        if said.is_map
    ]
    for value, said in entries:
        names.setdefault(value, said.text("name") or "")
        texts.setdefault(value, said.text("description") or "")
    told = {value: (names.get(value, ""), texts.get(value, "")) for value in values}
    return {
        value: ": ".join(each for each in (name, text) if each)
        for value, (name, text) in told.items()
        if name not in ("", value) or text
    }


def _by_value(node: Node, keys: tuple[str, ...], values: list[str]) -> dict[str, str]:
    """What the first of `keys` says of each value, as a list in the order of the values or by value."""
    for key in keys:
        said = node.value.get(key)
        if is_list(said) and len(said) == len(values):
            return dict(zip(values, map(str, said), strict=True))
        if is_map(said):
            return {str(value): str(text) for value, text in said.items()}
    return {}
