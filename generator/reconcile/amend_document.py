"""Amends the document until it accepts the recorded exchanges, place by place and round by round.

A value that one change accepts may have further differences inside, e.g. an object where the schema had a text, so
the exchanges are compared again after each round.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from attrs import field, frozen

from ..openapi.editing import Draft
from ..openapi.json_pointers import escape, find_value, unescape
from ..openapi.loading import Node, Source
from ..openapi.metamodel import is_list, is_map
from .amend_schema import amend_schema
from .exchanges import Comparison, Difference
from .infer import infer_media, infer_schema

_MAX_ROUNDS = 8
_SCHEMA_KINDS = frozenset(
    {"null", "wrong type", "wrong format", "unknown enum value"}
    | {"unknown member", "unknown members", "missing member"}
)
_SCHEMAS = "/components/schemas"
_DESCRIPTION = "Seen in recorded exchanges."


@frozen
class Amendment:
    """A document and the places where it differs from the one before.

    Attributes:
        value: the changed document.
        places: by the pointer of each place, the differences that ask for the change.
    """

    value: Any
    places: dict[str, list[Difference]] = field(factory=dict)


def amend(source: Source, first: Comparison, compare: Callable[[Source], Comparison]) -> Amendment:
    """Change a copy of a document until no difference is left that a schema can describe.

    Args:
        source: the document.
        first: what differs from it.
        compare: compares the recordings with a document.
    """
    places: dict[str, list[Difference]] = {}
    comparison, value = first, source.root.value
    for _ in range(_MAX_ROUNDS):
        draft = Draft(source)
        changed = _Round(source, draft.value).run(comparison.differences)
        if not changed:
            break
        for pointer, differences in changed.items():
            places.setdefault(pointer, []).extend(differences)
        value = draft.value
        amended = draft.finish()
        if amended is None:
            break
        source = amended
        comparison = compare(source)
    return Amendment(value, places)


class _Round:
    """Changes a draft by the differences of one comparison."""

    def __init__(self, source: Source, draft: Any) -> None:
        self._source = source
        self._draft = draft
        declared = re.match(r"3\.(\d)", source.declared_version)
        self._minor = int(declared[1]) if declared else 1
        self._changed: dict[str, list[Difference]] = {}

    def run(self, differences: Sequence[Difference]) -> dict[str, list[Difference]]:
        """Change the draft; return the differences by the pointer of each changed place."""
        by_schema: dict[str, list[Difference]] = {}
        by_status: dict[tuple[str, str], list[Difference]] = {}
        for each in differences:
            if each.kind in _SCHEMA_KINDS or each.kind == "unknown variant":
                is_missing = each.kind == "missing member"
                node = (
                    _find_requiring(each.node, each.name, self._source) if is_missing else each.node
                )
                by_schema.setdefault(node.pointer, []).append(each)
            elif each.kind == "undocumented status":
                by_status.setdefault((each.node.pointer, each.name), []).append(each)
            elif each.kind == "undocumented media type":
                self._add_media(each)
        for group in by_status.values():
            self._add_response(group)
        for pointer in sorted(by_schema, key=lambda each: each.count("/"), reverse=True):
            # The deepest come first, so that wrapping one in alternatives moves no later one.
            self._amend(
                pointer, [each for each in by_schema[pointer] if each.kind in _SCHEMA_KINDS]
            )
            for each in by_schema[pointer]:
                if each.kind == "unknown variant":
                    self._add_variant(each)
        return self._changed

    def _amend(self, pointer: str, differences: list[Difference]) -> None:
        holder, key = _find(self._draft, pointer)
        before = holder[key]
        if not is_map(before):  # `true`, which admits everything, or `false`
            before = {}
        after = amend_schema(before, differences, self._minor)
        if after != holder[key]:
            holder[key] = after
            self._changed.setdefault(pointer, []).extend(differences)

    def _add_response(self, differences: list[Difference]) -> None:
        """Describe a status that the document lacks, with a media type for each kind of body."""
        first = differences[0]
        operation = find_value(self._draft, first.node.pointer)
        content = {
            each.media_type: infer_media(
                each.values,
                each.media_type,
                self._iter_similar_schemas(each.node, each.name, each.media_type),
                self._source,
                self._minor,
            )
            for each in differences
            if each.media_type
        }
        reused = self._find_component(first) if len(differences) == 1 else None
        response: dict[str, Any] = (
            {"$ref": reused} if reused is not None else {"description": _DESCRIPTION}
        )
        if content and reused is None:
            response |= {"content": content}
        operation.setdefault("responses", {})[first.name] = response
        self._changed.setdefault(first.node.pointer, []).extend(differences)

    def _iter_similar_schemas(
        self, operation: Node, status: str, media_type: str
    ) -> Iterator[Node]:
        """Yield the schemas of the other responses, those of the same class first."""
        responses = sorted(
            (operation / "responses").items(), key=lambda each: each[0][:1] != status[:1]
        )
        for _, response in responses:
            content = (self._source.resolve(response) or response) / "content"
            schema = content / media_type / "schema"
            if schema.exists:
                yield schema

    def _find_component(self, difference: Difference) -> str | None:
        """Return a reference to the response component whose members a failure has."""
        if difference.name < "4" or not all(is_map(each) and each for each in difference.values):
            return None
        for name, response in (self._source.root / "components" / "responses").items():
            schema = response / "content" / difference.media_type / "schema"
            if schema.exists:
                media = infer_media(
                    difference.values,
                    difference.media_type,
                    iter([schema]),
                    self._source,
                    self._minor,
                )
                if media["schema"] is schema.value:
                    return f"#/components/responses/{escape(name)}"
        return None

    def _add_media(self, difference: Difference) -> None:
        response = find_value(self._draft, difference.node.pointer)
        content = response.setdefault("content", {})
        if difference.name in content:
            return
        candidates = (each / "schema" for _, each in (difference.node / "content").items())
        content[difference.name] = infer_media(
            difference.values,
            difference.name,
            (each for each in candidates if each.exists),
            self._source,
            self._minor,
        )
        self._changed.setdefault(difference.node.pointer, []).append(difference)

    def _add_variant(self, difference: Difference) -> None:
        """Add a variant for each value of a discriminator that the union doesn't know.

        An object whose discriminator is missing, or no text, becomes an alternative to the whole union.
        """
        holder, place = _find(self._draft, difference.node.pointer)
        union, tag = holder[place], difference.name
        key = next((key for key in ("oneOf", "anyOf") if key in union), None)
        schemas = self._draft.setdefault("components", {}).setdefault("schemas", {})
        if key is None or not is_map(union.get("discriminator")):
            return
        bodies = [each for each in difference.values if is_map(each)]
        tagged = [each for each in bodies if isinstance(each.get(tag), str)]
        for value in dict.fromkeys(each[tag] for each in tagged):
            variant = infer_schema([each for each in tagged if each[tag] == value], self._minor)
            variant.setdefault("properties", {})[tag] = {"type": "string", "enum": [value]}
            variant["required"] = [tag]
            name = _choose_name(value, difference.node.key, schemas)
            mapping = union["discriminator"].setdefault(
                "mapping", _make_implicit_mapping(union[key])
            )
            schemas[name] = variant
            union[key].append({"$ref": f"#{_SCHEMAS}/{name}"})
            mapping[value] = f"#{_SCHEMAS}/{name}"
        others = [each for each in bodies if not isinstance(each.get(tag), str)]
        if others:
            holder[place] = {"anyOf": [union, infer_schema(others, self._minor)]}
        for pointer in (difference.node.pointer, _SCHEMAS):
            self._changed.setdefault(pointer, []).append(difference)


def _choose_name(value: str, union: str, taken: Collection[str]) -> str:
    """Return a name for the component of a variant."""
    words = re.findall(r"[A-Za-z0-9]+", value) or ["Other"]
    name = "".join(word[:1].upper() + word[1:] for word in words)
    if name in taken and re.fullmatch(r"[A-Za-z_]\w*", union):
        name += union
    while name in taken:
        name += "Variant"
    return name


def _make_implicit_mapping(options: list[Any]) -> dict[str, str]:
    references = [each["$ref"] for each in options if is_map(each) and "$ref" in each]
    return {unescape(each.rpartition("/")[2]): each for each in references}


def _find_requiring(node: Node, name: str, source: Source) -> Node:
    """Return the schema that requires a member: the one at `node`, or a part of it."""
    pending, visited = [node], set[str]()
    while pending:
        each = source.resolve(pending.pop()) or node
        if each.pointer in visited:
            continue
        visited.add(each.pointer)
        if any(required.value == name for required in each / "required"):
            return each
        pending += list(each / "allOf")
    return node


def _find(value: Any, pointer: str) -> tuple[Any, Any]:
    """Return the container of what a pointer names, and its key there."""
    above, _, token = pointer.rpartition("/")
    holder = find_value(value, above)
    return holder, int(token) if is_list(holder) else unescape(token)
