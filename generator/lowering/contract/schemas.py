"""Schemas as the contract has them: JSON Schema without prose, components once and by name."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from attrs import define, field

from ...diagnostics import Report
from ...openapi.loading import Node, Source
from ...openapi.patterns.translate import to_python_pattern
from ..schemas.all_of import is_bare_reference, referenced_schema
from ..schemas.inheritance import Inheritance, resolve_mapping_target
from ..schemas.names import component_name, definition_key

_COPIED_KEYWORDS = (
    *("type", "format", "enum", "const", "minimum", "maximum", "exclusiveMinimum"),
    *("exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "multipleOf"),
) + ("pattern", "uniqueItems")
_ANNOTATIONS = ("readOnly", "writeOnly", "x-secret", "x-optional")
"""What is said of a use and counts beside a reference, too."""
_NESTED_LISTS = ("anyOf", "oneOf", "prefixItems")
_NESTED = ("items", "additionalProperties", "not")
_TRANSFORMED_KEYWORDS = frozenset(
    (*_NESTED_LISTS, *_NESTED, "pattern", "required", "properties", "allOf", "patternProperties")
)
"""What is not taken over as it is; a discriminator counts beside some of them only."""


@define
class ContractSchemas:
    """Reduces schemas; `schemas` has the components among them once `finish` was called."""

    source: Source
    report: Report
    schemas: dict[str, Any] = field(factory=dict)
    _uses: dict[str, dict[str, str]] = field(factory=dict)
    """References to what has a name, by place."""
    _waiting: deque[Callable[[], None]] = field(factory=deque)
    _families: Inheritance = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._families = Inheritance(self.source, self.report)

    def finish(self) -> None:
        """Reduce the components that were mentioned, and what they mention."""
        while self._waiting:
            self._waiting.popleft()()

    def reduce(self, node: Node) -> Any:
        """The schema at `node`, whose references lead to `#/schemas/NAME`."""
        value = node.value
        if value.__class__ is not dict:
            return value if isinstance(value, bool) else {}
        if "$ref" in value and is_bare_reference(node):
            found = self._use(node)
        elif node.text("$ref") is not None:
            found = self._refined(node)
        else:
            found = self._own(node)
        if value.get("nullable") is True and found:
            found = _allow_null(found)
        aside = {key: value[key] for key in _ANNOTATIONS if key in value}
        return found | aside if aside else found

    def _own(self, node: Node) -> dict[str, Any]:
        """The keywords at `node` that values are compared with."""
        value = node.value
        found: dict[str, Any] = {key: value[key] for key in _COPIED_KEYWORDS if key in value}
        if _TRANSFORMED_KEYWORDS.isdisjoint(value):
            return found
        if "pattern" in found:
            found["pattern"] = self._pattern(node.text("pattern"), node / "pattern")
            if found["pattern"] is None:
                del found["pattern"]
        if isinstance(value.get("required"), list):
            found["required"] = value["required"]
        if "properties" in value:
            found["properties"] = {
                name: self.reduce(each) for name, each in (node / "properties").items()
            }
        if "allOf" in value:
            found["allOf"] = [self._part(each) for each in node / "allOf"]
        for key in _NESTED_LISTS:
            if key in value:
                found[key] = [self.reduce(each) for each in node / key]
        for key in _NESTED:
            if key in value:
                found[key] = self.reduce(node / key)
        if "patternProperties" in value:
            self._patterned(node / "patternProperties", found)
        if "discriminator" in value and found.keys() & {"oneOf", "anyOf"}:
            found["discriminator"] = self._discriminator(node / "discriminator")
        return found

    def _refined(self, node: Node) -> dict[str, Any]:
        """A reference with company: what it leads to, and what is said beside it."""
        beside = {key: value for key, value in node.value.items() if key != "$ref"}
        own = self._own(Node(node.document, beside, node.parent, node.key))
        return {"allOf": [self._use(node), own]}

    def _patterned(self, node: Node, found: dict[str, Any]) -> None:
        """Members by the patterns of their names; where one can't be checked, any other member may be one of them."""
        usable = {self._pattern(name, each): each for name, each in node.items()}
        if None in usable:
            del usable[None]
            found.pop("additionalProperties", None)
        found["patternProperties"] = {name: self.reduce(each) for name, each in usable.items()}

    def _pattern(self, pattern: str | None, node: Node) -> str | None:
        """A pattern as Python reads it; None where that can't be checked, which is told at `node`."""
        usable = to_python_pattern(pattern) if pattern is not None else None
        if usable is None:
            self.report.warning(
                "pattern",
                node,
                "Python can't check this pattern, or not in a time that is certain; it is left out",
                "write it without `\\p{…}`, and so that a text can be read in one way alone",
            )
        return usable

    def _part(self, node: Node) -> Any:
        """A part of `allOf`: there a base is itself and not any of those that extend it."""
        target = referenced_schema(node, self.source) if is_bare_reference(node) else None
        return self._component(target) if target is not None else self.reduce(node)

    def _use(self, node: Node) -> dict[str, Any]:
        target = referenced_schema(node, self.source)
        if target is None:
            return {}
        members = self._families.subtypes(target)
        return self._family(target, members) if members else self._component(target)

    def _component(self, target: Node) -> dict[str, str]:
        place = definition_key(target)
        if place not in self._uses:
            self._name(place, component_name(target), lambda: self.reduce(target))
        return self._uses[place]

    def _name(self, place: str, wanted: str, reduce: Callable[[], Any]) -> None:
        """Give the schema at `place` a name; it is reduced later."""
        name, number = wanted, 2
        while name in self.schemas:
            name, number = f"{wanted}{number}", number + 1
        self._uses[place] = {"$ref": f"#/schemas/{name}"}
        self.schemas[name] = {}

        def define() -> None:
            self.schemas[name] = reduce()

        self._waiting.append(define)

    def _family(self, base: Node, members: list[Node]) -> dict[str, str]:
        """A reference to the union of `base` and what extends it."""

        def reduce() -> dict[str, Any]:
            variants = [self._component(each) for each in (*members, base)]
            tag = self._discriminator(base / "discriminator")
            declared = tag.get("mapping", {})
            names = {
                each.text("x-ms-discriminator-value") or each.key: variant["$ref"]
                for each, variant in zip((*members, base), variants, strict=True)
                if variant["$ref"] not in declared.values()
            }
            return {"anyOf": variants, "discriminator": {**tag, "mapping": {**declared, **names}}}

        place = f"{definition_key(base)}/discriminator"
        if place not in self._uses:
            self._name(place, f"Any{component_name(base)}", reduce)
        return self._uses[place]

    def _discriminator(self, node: Node) -> dict[str, Any]:
        mapping: dict[str, str] = {}
        for value, to in (node / "mapping").items():
            target = resolve_mapping_target(to, self.source)
            if target is not None:
                mapping[value] = self._component(target)["$ref"]
        name = {"propertyName": node.text("propertyName") or ""}
        return {**name, "mapping": mapping} if "mapping" in node else name


def _allow_null(schema: dict[str, Any]) -> dict[str, Any]:
    """What is as `schema` says, or null."""
    kind = schema.get("type")
    if isinstance(kind, str):
        return {**schema, "type": [kind, "null"]}
    return schema if kind else {"anyOf": [schema, {"type": "null"}]}
