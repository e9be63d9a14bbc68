"""A proposed overlay (OpenAPI Overlay 1.0): one line for each change, with its evidence above it.

The targets are places in the description as one document (`python -m generator bundle`), which is what
`--overlay` applies to. A maintainer deletes the lines she does not believe.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from ..openapi.loading import Node, Source
from ..text import format_times
from .exchanges import Difference, Reality
from .json_values import JSON_TYPES, as_array, as_object

Action = tuple[str, dict[str, Any] | None]
"""The target, and what is merged into it; None where it is removed."""


def propose(found: Reality, title: str, source: Source, origin: Callable[[str], str]) -> str:
    """The text of an overlay after which the description would admit what was recorded.

    Args:
        found: the differences.
        title: title of the description.
        source: the description as one document.
        origin: from a pointer into that document to a place in the files, to be shown.
    """
    lines = [
        "overlay: 1.1.0",
        f"info: {{title: {_json(f'What {found.exchanges} recorded exchanges say of {title}')}, version: 1.0.0}}",
        "# Delete the actions you do not believe; apply the rest with `--overlay`, or edit the places that are named.",
        "actions:",
    ]
    count = 0
    for difference in found.differences:
        actions = list(_actions(difference, source))
        lines += ["", f"  # {_told(difference)}", f"  # {origin(difference.node.pointer)}"]
        lines += [f"  #   {evidence}" for evidence in difference.evidence]
        lines += [f"  - {_line(action)}" for action in actions]
        lines += (
            [] if actions else ["  # nothing is proposed: a new variant needs a schema of its own"]
        )
        count += len(actions)
    return "\n".join(lines if count else [*lines[:-1], "actions: []", *lines[4:]]) + "\n"


def _told(difference: Difference) -> str:
    name = f" `{difference.name}`" if difference.name else ""
    seen = format_times(difference.count)
    return f"{difference.kind}{name}, {seen}, in {', '.join(difference.operations)}"


def _line(action: Action) -> str:
    target, update = action
    what = "remove: true" if update is None else f"update: {_json(update)}"
    return f"{{target: {_json(target)}, {what}}}"


def _actions(difference: Difference, source: Source) -> Iterator[Action]:
    node, name = difference.node, difference.name
    target = _path(node)
    match difference.kind:
        case "null":
            yield from _nullable(node, target, source)
        case "wrong type":
            yield from _typed(node, name, target)
        case "unknown enum value":
            yield from _listed(node, difference.values, target)
        case "unknown member" if node.is_map:
            yield target, {"properties": {name: schema_of(difference.values)}}
        case "missing member":
            home = _requiring(node, name)
            if home is not None:
                yield f"{_path(home)}.required[?@ == {_quoted(name)}]", None
        case "undocumented status":
            yield f"{target}.responses", {name: {"description": "Seen in recorded exchanges."}}
        case "undocumented media type":
            yield target, {"content": {name: {}}}
        case _:
            return


def _nullable(node: Node, target: str, source: Source) -> Iterator[Action]:
    """Let a schema admit null, as the version of the document has it."""
    reference = node.text("$ref")
    if str(source.root.plain("openapi", "")).startswith("3.0"):
        if reference is None:
            yield target, {"nullable": True}
            return
        yield target, {"nullable": True, "allOf": [{"$ref": reference}]}
        yield f"{target}['$ref']", None
        return
    if reference is not None:
        yield target, {"anyOf": [{"$ref": reference}, {"type": "null"}]}
        yield f"{target}['$ref']", None
        return
    for key in ("anyOf", "oneOf"):
        if key in node:
            yield target, {key: [{"type": "null"}]}
            return
    types = node.plain("type") if node.is_map else None
    if types is not None:
        if not isinstance(types, list):
            yield f"{target}.type", None  # an overlay merges no list into text
        update: dict[str, Any] = {"type": ["null"] if isinstance(types, list) else [types, "null"]}
        yield target, {**update, **({"enum": [None]} if "enum" in node else {})}
    elif "enum" in node:
        yield target, {"enum": [None]}


def _typed(node: Node, kind: str, target: str) -> Iterator[Action]:
    types = node.plain("type") if node.is_map and "$ref" not in node else None
    if types is not None:
        if not isinstance(types, list):
            yield f"{target}.type", None
        yield target, {"type": [kind] if isinstance(types, list) else [types, kind]}


def _listed(node: Node, values: list[Any], target: str) -> Iterator[Action]:
    if "enum" in node:
        yield target, {"enum": values}
    elif "const" in node:
        yield target, {"enum": [node.value["const"], *values]}
        yield f"{target}.const", None


def _requiring(node: Node, name: str) -> Node | None:
    """The schema, or the part of it, that says that a member is required."""
    parts: list[Node] = [node, *(node / "allOf")]
    for each in parts:
        if any(required.value == name for required in each / "required"):
            return each
    return None


def schema_of(values: list[Any]) -> dict[str, Any]:
    """A schema that admits values, as narrow as their types; objects become objects with those members."""
    kinds = list(dict.fromkeys(_kind(value) for value in values))
    if "integer" in kinds and "number" in kinds:
        kinds.remove("integer")
    schema: dict[str, Any] = {"type": kinds[0] if len(kinds) == 1 else kinds} if kinds else {}
    objects = [found for value in values if (found := as_object(value)) is not None]
    if objects:
        names = dict.fromkeys(name for each in objects for name in each)
        schema["properties"] = {
            name: schema_of([each[name] for each in objects if name in each]) for name in names
        }
    items = [item for value in values for item in as_array(value) or ()]
    if items:
        schema["items"] = schema_of(items)
    return schema


def _kind(value: Any) -> str:
    return "null" if value is None else JSON_TYPES[type(value)]


def _path(node: Node) -> str:
    """Where a node is, as a JSONPath."""
    if node.parent is None:
        return "$"
    above = _path(node.parent)
    if node.parent.is_list:
        return f"{above}[{node.key}]"
    return f"{above}.{node.key}" if node.key.isidentifier() else f"{above}[{_quoted(node.key)}]"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
