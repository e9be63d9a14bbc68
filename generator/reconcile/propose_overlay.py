"""A proposed overlay (OpenAPI Overlay 1.1): the actions of each change below its evidence.

Targets are places in the description as one document (the `bundle` command), which is what `--overlay` applies to.
Evidence comes from a server: in a comment it is printable text without line breaks, and nothing else is raw.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..diagnostics import printable, printable_line
from ..openapi.loading import Node, Source
from ..text import format_times
from .exchanges import Comparison, Difference
from .json_values import JSON_TYPES, as_array, as_object

Action = tuple[str, dict[str, Any] | None]
"""The target, and what is merged into it; None where it is removed."""


def propose(
    comparison: Comparison, title: str, source: Source, origin: Callable[[str], str]
) -> str:
    """Return the text of an overlay after which the description admits what was recorded.

    Args:
        comparison: the differences.
        title: title of the description.
        source: the description as one document.
        origin: from a pointer into that document to a place in the files, to be shown.
    """
    lines = [
        "overlay: 1.1.0",
        f"info: {{title: {_json(f'Changes to {title} that {comparison.exchanges} recorded exchanges suggest')}, version: 1.0.0}}",
        "# Delete the actions that you do not agree with; apply the rest with `--overlay`, or edit the named places.",
        "actions:",
    ]
    count = 0
    combined = _combine_types(comparison.differences, source)
    for difference in comparison.differences:
        actions = list(_actions(difference, source))
        if id(difference) in combined:
            kinds = combined[id(difference)]
            actions = list(_typed(difference.node, kinds, _path(difference.node)))
        comments = [_summarize(difference), origin(difference.node.pointer)]
        comments += [f"  {evidence}" for evidence in difference.evidence]
        lines += ["", *(f"  # {printable_line(comment)}" for comment in comments)]
        lines += [f"  - {_line(action)}" for action in actions]
        lines += (
            []
            if actions or id(difference) in combined
            else ["  # nothing is proposed: a new variant needs a schema of its own"]
        )
        count += len(actions)
    return "\n".join(lines if count else [*lines[:-1], "actions: []", *lines[4:]]) + "\n"


def _combine_types(differences: Iterable[Difference], source: Source) -> dict[int, list[str]]:
    """Return, by the first of several differences about the type of one schema, all types that it must admit.

    The others propose nothing, by an empty list: two actions could not both set `type`.
    """
    if str(source.root.plain("openapi", "")).startswith("3.0"):
        return {}
    groups: dict[str, list[Difference]] = {}
    for each in differences:
        if each.kind in ("null", "wrong type") and _declared_types(each.node):
            groups.setdefault(_path(each.node), []).append(each)
    combined: dict[int, list[str]] = {}
    for group in groups.values():
        if len(group) > 1:
            kinds = ["null" if each.kind == "null" else each.name for each in group]
            combined |= dict.fromkeys(map(id, group), list[str]())
            combined[id(group[0])] = list(dict.fromkeys(kinds))
    return combined


def _summarize(difference: Difference) -> str:
    name = f" `{difference.name}`" if difference.name else ""
    times = format_times(difference.count)
    return f"{difference.kind}{name}, {times}, in {', '.join(difference.operations)}"


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
            yield from _typed(node, [name], target)
        case "unknown enum value":
            yield from _listed(node, difference.values, target)
        case "unknown member" if node.is_map:
            yield target, {"properties": {name: infer_schema(difference.values)}}
        case "missing member":
            owner = _find_requiring(node, name)
            if owner is not None:
                yield f"{_path(owner)}.required[?@ == {_quoted(name)}]", None
        case "undocumented status":
            response: dict[str, Any] = {"description": "Seen in recorded exchanges."}
            if difference.media_type:
                media = {difference.media_type: _infer_media(difference.values)}
                response["content"] = media
            yield f"{target}.responses", {name: response}
        case "undocumented media type":
            yield target, {"content": {name: _infer_media(difference.values)}}
        case _:
            return


def _nullable(node: Node, target: str, source: Source) -> Iterator[Action]:
    """Yield the actions that let a schema admit null, in the version of the document."""
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


def _declared_types(node: Node) -> Any:
    return node.plain("type") if node.is_map and "$ref" not in node else None


def _typed(node: Node, kinds: list[str], target: str) -> Iterator[Action]:
    """Yield the actions that let a schema admit the types `kinds` as well."""
    types = _declared_types(node)
    if types is None or not kinds:
        return
    if isinstance(types, list):
        yield target, {"type": [kind for kind in kinds if kind not in types]}
        return
    yield f"{target}.type", None  # an overlay merges no list into text
    yield target, {"type": [types, *(kind for kind in kinds if kind != types)]}


def _listed(node: Node, values: list[Any], target: str) -> Iterator[Action]:
    if "enum" in node:
        yield target, {"enum": values}
    elif "const" in node:
        yield target, {"enum": [node.value["const"], *values]}
        yield f"{target}.const", None


def _find_requiring(node: Node, name: str) -> Node | None:
    """Return the schema, or the part of it, that requires a member."""
    parts: list[Node] = [node, *(node / "allOf")]
    for each in parts:
        if any(required.value == name for required in each / "required"):
            return each
    return None


def infer_schema(values: list[Any]) -> dict[str, Any]:
    """Return a schema that admits values, as narrow as their types; objects get the members that they have."""
    kinds = list(dict.fromkeys(_kind(value) for value in values))
    if "integer" in kinds and "number" in kinds:
        kinds.remove("integer")
    schema: dict[str, Any] = {"type": kinds[0] if len(kinds) == 1 else kinds} if kinds else {}
    objects = [members for value in values if (members := as_object(value)) is not None]
    if objects:
        names = dict.fromkeys(name for each in objects for name in each)
        schema["properties"] = {
            name: infer_schema([each[name] for each in objects if name in each]) for name in names
        }
    items = [item for value in values for item in as_array(value) or ()]
    if items:
        schema["items"] = infer_schema(items)
    return schema


def _kind(value: Any) -> str:
    return "null" if value is None else JSON_TYPES[type(value)]


def _path(node: Node) -> str:
    """Return the place of a node as a JSONPath."""
    if node.parent is None:
        return "$"
    above = _path(node.parent)
    if node.parent.is_list:
        return f"{above}[{node.key}]"
    return f"{above}.{node.key}" if node.key.isidentifier() else f"{above}[{_quoted(node.key)}]"


def _infer_media(bodies: list[Any]) -> dict[str, Any]:
    values = [body for body in bodies if body is not None]
    return (
        {"schema": infer_schema(values)}
        if values
        else {"schema": {"format": "binary", "type": "string"}}
    )


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _json(value: Any) -> str:
    """Return a value as JSON that is YAML too: what YAML reads as a line break is escaped."""
    return printable(json.dumps(value, ensure_ascii=False))
