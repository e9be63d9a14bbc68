"""What other generators' keys mean in ours: Fern's, Speakeasy's, and the widespread ones for enumerations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from ..shapes import is_list, is_map
from ..source import Node

Translation = Callable[[Node], Any]
"""From the node that carries the keys to the value our key would have; None if it says nothing."""


def first(*translations: Translation) -> Translation:
    """The first translation that says something."""

    def translate(node: Node) -> Any:
        return next((said for each in translations if (said := each(node)) is not None), None)

    return translate


def same(key: str) -> Translation:
    """Another key with the same meaning and form."""
    return lambda node: node.value.get(key)


def text(key: str) -> Translation:
    """Another key whose value counts if it is text."""
    return lambda node: node.text(key)


def fern_group(node: Node) -> str | None:
    """The resource: text, or a list of nested names."""
    value = node.value.get("x-fern-sdk-group-name")
    if is_list(value) and value and all(type(part) is str for part in value):
        return ".".join(value)
    return value if type(value) is str else None


def fern_paging(node: Node) -> dict[str, str] | None:
    """`{cursor: $request.cursor, next_cursor: $response.next, results: $response.items}` or with `offset`."""
    said = node.value.get("x-fern-pagination")
    if said is True:
        said = node.document.root.value.get("x-fern-pagination")
    if not is_map(said):
        return None
    value = {key: _member(place) for key, place in said.items() if type(place) is str}
    if "cursor" in value:
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
    for start in ("$request.body.", "$request.", "$response.", "$."):
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


def speakeasy_paging(node: Node) -> dict[str, str] | None:
    """`{type: offsetLimit, inputs: [{name: page, in: parameters, type: page}], outputs: {results: $.items}}`."""
    said = node.get("x-speakeasy-pagination")
    if said is None or (style := _SPEAKEASY_STYLES.get(str(said.text("type")))) is None:
        return None
    made = {"style": style}
    for given in said / "inputs":
        kind = _SPEAKEASY_INPUTS.get(str(given.text("type")))
        if kind is not None:
            made[kind] = given.text("name") or ""
    for key, ours in _SPEAKEASY_OUTPUTS.items():
        place = (said / "outputs").text(key)
        if place is not None and place.startswith("$.") and "[" not in place:
            made[ours] = place.removeprefix("$.")
    if "page" in made:
        made["style"] = "page"
    return made


def fern_stream(node: Node) -> dict[str, str] | None:
    """`x-fern-streaming: {stream-condition: $request.stream}`."""
    condition = (node / "x-fern-streaming").text("stream-condition")
    return {"member": _member(condition)} if condition else None


def fern_scheme(member: str) -> Translation:
    """A member of `x-fern-bearer` or `x-fern-header`: `name` or `env`."""

    def translate(node: Node) -> str | None:
        return (node / "x-fern-bearer").text(member) or (node / "x-fern-header").text(member)

    return translate


def client_parameters(node: Node) -> dict[str, Any] | None:
    """Parameters that hold for every call: `x-speakeasy-globals` and `x-fern-global-headers`."""
    made: dict[str, Any] = {}
    for parameter in node / "x-speakeasy-globals" / "parameters":
        name = parameter.text("name")
        if name is not None:
            made[name] = {}
    for header in node / "x-fern-global-headers":
        name, variable = header.text("header"), header.text("env")
        if name is not None:
            made[name] = {"environment": variable} if variable else {}
    return made or None


def enum_names(node: Node) -> dict[str, str] | None:
    """Names for the values of an enumeration, by value as text."""
    values = [str(value) for value in node.value.get("enum") or ()]
    for key in ("x-enum-varnames", "x-enumNames", "x-enum-names", "x-speakeasy-enums"):
        named = node.value.get(key)
        if is_list(named) and len(named) == len(values):
            return dict(zip(values, map(str, named), strict=True))
        if is_map(named):
            return {str(value): str(name) for value, name in named.items()}
    made: dict[str, str] = {}
    for value, said in (node / "x-fern-enum").items():
        made[value] = said.text("name") or value
    for entry in node / "x-ms-enum" / "values":
        made[str(entry.value.get("value"))] = entry.text("name") or "" if entry.is_map else ""
    return {value: name for value, name in made.items() if name} or None
