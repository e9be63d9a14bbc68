"""Schemas as the contract has them: JSON Schema without prose, components once and by name."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from typing import Any

from attrs import define, field

from ...diagnostics import Report
from ...openapi.loading import Node, Source
from ...openapi.metamodel import JSON_CLASSES, is_list
from ...openapi.patterns.translate import is_date_picture, to_python_pattern
from ..schemas.all_of import find_referenced_schema, is_bare_reference
from ..schemas.discriminator_mapping import read_mapping
from ..schemas.inheritance import Inheritance
from ..schemas.json_types import normalize_type
from ..schemas.names import make_definition_key, name_component
from .contract_references import write_reference

_COPIED_KEYWORDS = (
    *("format", "enum", "const", "minimum", "maximum", "exclusiveMinimum"),
    *("exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "multipleOf"),
    *("uniqueItems", "minProperties", "maxProperties"),
)
_ANNOTATIONS = ("readOnly", "writeOnly", "x-secret", "x-optional")
"""Keywords that also apply next to a reference."""
_LISTS_OF_SCHEMAS = ("anyOf", "oneOf", "prefixItems")
_SINGLE_SCHEMAS = ("items", "additionalProperties", "not")
_SPECIAL = re.compile("[~/%]")
"""Characters that are replaced in names, because references would escape them."""
_TRANSFORMED_KEYWORDS = frozenset(
    (*_LISTS_OF_SCHEMAS, *_SINGLE_SCHEMAS, "pattern", "required", "properties", "allOf")
    + ("patternProperties",)
)
"""Keywords that are not copied as they are. A discriminator applies next to some of them only."""


@define
class ContractSchemas:
    """Reduces schemas; `schemas` has the components among them once `finish` was called."""

    source: Source
    report: Report
    schemas: dict[str, Any] = field(factory=dict)
    _references: dict[str, dict[str, str]] = field(factory=dict)
    """References to named schemas, by the key of what they lead to."""
    _waiting: deque[Callable[[], None]] = field(factory=deque)
    _inheritance: Inheritance = field(init=False)
    _unreported: Report = field(factory=Report)
    """Takes findings that are dropped, because lowering reports them for the same schemas."""

    def __attrs_post_init__(self) -> None:
        self._inheritance = Inheritance(self.source, self._unreported)

    def finish(self) -> None:
        """Reduce the components that were referred to, and those that they refer to."""
        while self._waiting:
            self._waiting.popleft()()

    def reduce(self, node: Node) -> Any:
        """Return the schema at `node`, whose references lead to `#/schemas/NAME`."""
        value = node.value
        if value.__class__ is not dict:
            return value if isinstance(value, bool) else {}
        if "$ref" in value and is_bare_reference(node):
            reduced = self._reduce_reference(node)
        elif node.text("$ref") is not None:
            reduced = self._reduce_refined_reference(node)
        else:
            reduced = self._reduce_keywords(node)
        if value.get("nullable") is True and reduced:
            reduced = _allow_null(reduced)
        annotations = {key: value[key] for key in _ANNOTATIONS if key in value}
        return reduced | annotations if annotations else reduced

    def _reduce_keywords(self, node: Node) -> dict[str, Any]:
        """Return the keywords at `node` that values are checked against."""
        value = node.value
        reduced: dict[str, Any] = self._reduce_type(node) if "type" in value else {}
        reduced |= {key: value[key] for key in _COPIED_KEYWORDS if key in value}
        if _TRANSFORMED_KEYWORDS.isdisjoint(value):
            return reduced
        if "pattern" in value:
            pattern = self._reduce_pattern(node.text("pattern"), node / "pattern")
            reduced |= {"pattern": pattern} if pattern is not None else {}
        if isinstance(value.get("required"), list):
            reduced["required"] = value["required"]
        if "properties" in value:
            reduced["properties"] = {
                name: self.reduce(each) for name, each in (node / "properties").items()
            }
        if "allOf" in value:
            reduced["allOf"] = [self._reduce_part(each) for each in node / "allOf"]
        for key in _LISTS_OF_SCHEMAS:
            if key in value:
                reduced[key] = [self.reduce(each) for each in node / key]
        for key in _SINGLE_SCHEMAS:
            if key in value:
                reduced[key] = self.reduce(node / key)
        if "patternProperties" in value:
            self._reduce_pattern_properties(node / "patternProperties", reduced)
        if "discriminator" in value and reduced.keys() & {"oneOf", "anyOf"}:
            reduced["discriminator"] = self._reduce_discriminator(node / "discriminator")
        return reduced

    def _reduce_type(self, node: Node) -> dict[str, Any]:
        """Return the type at `node` in the names of JSON Schema; unknown types are left out, and any value fits."""
        named = node.value["type"]
        if is_list(named):
            json_types = [each for each in named if each in JSON_CLASSES]
            return {"type": json_types} if len(json_types) == len(named) else {}
        if not isinstance(named, str):
            return {}
        standard = named if named in JSON_CLASSES else normalize_type(named, node, self._unreported)
        return {"type": standard} if standard in JSON_CLASSES else {}

    def _reduce_refined_reference(self, node: Node) -> dict[str, Any]:
        """Return what a reference leads to together with the keywords next to it."""
        siblings = {key: value for key, value in node.value.items() if key != "$ref"}
        own = self._reduce_keywords(Node(node.document, siblings, node.parent, node.key))
        return {"allOf": [self._reduce_reference(node), own]}

    def _reduce_pattern_properties(self, node: Node, reduced: dict[str, Any]) -> None:
        """Add members by patterns of names; where one can't be checked, any other member may match it."""
        patterns = {self._reduce_pattern(name, each): each for name, each in node.items()}
        if None in patterns:
            del patterns[None]
            reduced.pop("additionalProperties", None)
        reduced["patternProperties"] = {name: self.reduce(each) for name, each in patterns.items()}

    def _reduce_pattern(self, pattern: str | None, node: Node) -> str | None:
        """Return a pattern for Python's `re`; None, with a warning at `node`, where it can't be checked."""
        if pattern is not None and is_date_picture(pattern):
            self.report.warning(
                "invalid-pattern",
                node,
                f"{pattern!r} shows what a date looks like, and no date matches it; it is not validated",
                "write a regular expression, or leave the pattern to `format`",
            )
            return None
        translated = to_python_pattern(pattern) if pattern is not None else None
        if translated is None:
            self.report.warning(
                "invalid-pattern",
                node,
                "pattern is not supported by Python's `re`, or may backtrack exponentially; it is not validated",
                "avoid `\\p{…}` and nested quantifiers such as `(a+)+`",
            )
        return translated

    def _reduce_part(self, node: Node) -> Any:
        """Return a part of `allOf`: there a base is itself and none of its subtypes."""
        target = find_referenced_schema(node, self.source) if is_bare_reference(node) else None
        return self._reduce_component(target) if target is not None else self.reduce(node)

    def _reduce_reference(self, node: Node) -> dict[str, Any]:
        target = find_referenced_schema(node, self.source)
        if target is None:
            return {}
        subtypes = self._inheritance.list_subtypes(target)
        return (
            self._make_inheritance_union(target, subtypes)
            if subtypes
            else self._reduce_component(target)
        )

    def _reduce_component(self, target: Node) -> dict[str, str]:
        key = make_definition_key(target)
        if key not in self._references:
            self._add(key, name_component(target), lambda: self.reduce(target))
        return self._references[key]

    def _add(self, key: str, candidate: str, reduce: Callable[[], Any]) -> None:
        """Give the schema called `key` a name; it is reduced later."""
        candidate = _SPECIAL.sub("_", candidate)
        name, number = candidate, 2
        while name in self.schemas:
            name, number = f"{candidate}{number}", number + 1
        self._references[key] = {"$ref": write_reference(name)}
        self.schemas[name] = {}

        def define() -> None:
            self.schemas[name] = reduce()

        self._waiting.append(define)

    def _make_inheritance_union(self, base: Node, subtypes: list[Node]) -> dict[str, str]:
        """Return a reference to the union of `base` and the schemas that extend it."""

        def reduce() -> dict[str, Any]:
            variants = [self._reduce_component(each) for each in (*subtypes, base)]
            discriminator = self._reduce_discriminator(base / "discriminator")
            mapping = discriminator.get("mapping", {})
            names = {
                each.text("x-ms-discriminator-value") or each.key: variant["$ref"]
                for each, variant in zip((*subtypes, base), variants, strict=True)
                if variant["$ref"] not in mapping.values()
            }
            return {
                "anyOf": variants,
                "discriminator": {**discriminator, "mapping": {**mapping, **names}},
            }

        key = f"{make_definition_key(base)}/discriminator"
        if key not in self._references:
            self._add(key, f"Any{name_component(base)}", reduce)
        return self._references[key]

    def _reduce_discriminator(self, node: Node) -> dict[str, Any]:
        name = {"propertyName": node.text("propertyName") or ""}
        if "mapping" not in node:
            return name
        mapping = {
            each.value: self._reduce_component(each.schema)["$ref"]
            for each in read_mapping(node, self.source)
            if each.schema is not None
        }
        return {**name, "mapping": mapping}


def _allow_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of what `schema` describes, or null."""
    kind = schema.get("type")
    if isinstance(kind, str):
        return {**schema, "type": [kind, "null"]}
    return schema if kind else {"anyOf": [schema, {"type": "null"}]}
