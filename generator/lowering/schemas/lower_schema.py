"""Lowers schemas to types, and defines what gets a name on the way.

Each schema takes three steps: `merge_schema` resolves references and `allOf`, `classify` decides what kind of value
is described, and `_build` makes the type. A component keeps the name that it has in the document (the last segment of
its pointer). A schema written in place is named after its place: the property `dlp` of `Gateway` is `GatewayDlp`. A
class is entered in the catalog before its members are lowered, and these are lowered by `finish`, so schemas may
contain themselves and each other, to any depth.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from typing import Any

from attrs import define, evolve, field

from ...diagnostics import Report
from ...ir.definitions import Alias, Catalog, Member, Model, Union, is_component, make_depth_key
from ...ir.traversal import count_types, list_referenced_keys, remove_self_reference
from ...ir.types import (
    Anything,
    Binary,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Reference,
    Type,
    make_nullable,
    strip_null,
)
from ...openapi.extensions.registry import read_class_name
from ...openapi.loading import Node, Source
from .all_of import (
    find_annotated_reference,
    find_referenced_schema,
    is_bare_reference,
    merge_schema,
)
from .constant_members import add_presets
from .contradictions import check_default_listed, check_required, check_scalar
from .dedupe import merge_duplicates
from .definition_order import sort_definitions
from .dynamic_ref import resolve_dynamic_ref
from .enums import EnumShape, lower_enum
from .inheritance import Inheritance
from .json_types import lower_plain_scalar
from .member_metadata import MemberFactory, read_member_metadata
from .memo import Memo
from .names import make_definition_key, name_component, name_item
from .schema import Group, Schema
from .shape import (
    AnyShape,
    ArrayShape,
    BytesShape,
    MapShape,
    MultiTypeShape,
    ObjectShape,
    ScalarShape,
    Shape,
    UnionShape,
    classify,
)
from .unions import Unions
from .variant_names import name_variants
from .worklist import Worklist

_MAX_DEPTH = 40
"""Schemas within schemas, without a class in between, before the rest gets a name of its own."""
_MAX_INLINE_SIZE = 60
"""Parts of a type without a name; arrays of alternatives of arrays of … double with every level."""


@define
class SchemaLowering:
    """Lowers schemas of one document into `catalog`, which is complete once `finish` was called."""

    source: Source
    report: Report
    rank: Callable[[str], Any] = make_depth_key
    """Sorts the keys of equal definitions; the first one represents them."""
    catalog: Catalog = field(factory=Catalog)
    _lowered: dict[str, Type] = field(factory=dict)
    _in_progress: dict[str, bool] = field(factory=dict)
    """The schemas that are being lowered, and whether something referred to them meanwhile."""
    _depth: int = 0
    _memo: Memo[MemberFactory] = field(init=False)
    _inheritance: Inheritance = field(init=False)
    _unions: Unions = field(init=False)
    _worklist: Worklist = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._unions = Unions(self.catalog, self.source, self.report)
        self._inheritance = Inheritance(self.source, self.report)
        self._memo = Memo(self.report, lambda result: list_referenced_keys(result.keywords["type"]))
        self._worklist = Worklist(self.catalog, self.rank)

    def finish(self) -> None:
        """Lower what was deferred, distinguish the variants of unions, and let equal schemas share a class."""
        with self.report.recording() as findings:
            self._worklist.run()
            self._unions.add_discriminators()
            sort_definitions(self.catalog, self._worklist.duplicates)
            merge_duplicates(self.catalog, self.rank)
            add_presets(self.catalog)
            self._unions.add_tests()
        self._worklist.repeat_findings(findings, self.report)

    def lower(self, node: Node | None, name: str) -> Type:
        """Return the type at `node`; `name` is for a definition that has no name in the document."""
        if node is None or not node.is_map:
            return Anything()
        if self._depth < _MAX_DEPTH and (scalar := lower_plain_scalar(node.value)) is not None:
            check_scalar(node, self.report)
            return scalar
        node = resolve_dynamic_ref(node)
        reference = node if is_bare_reference(node) else find_annotated_reference(node)
        if reference is None:
            return self._lower_once(node, name)
        lowered = self._lower_reference(reference)
        return make_nullable(lowered) if node.plain("nullable") is True else lowered

    def _lower_reference(self, node: Node) -> Type:
        target = find_referenced_schema(node, self.source)
        return self.lower_component(target) if target is not None else Anything()

    def lower_component(self, target: Node) -> Type:
        """Return the type of the schema at `target`, under the name that the document gives it."""
        if not target.is_map:
            return Anything()
        key = make_definition_key(target)
        if key in self._lowered:
            return self._lowered[key]
        reference = find_annotated_reference(target)
        if reference is not None and self._inheritance.is_subtype(target):
            reference = None
        return self._lower_once(target, name_component(target), reference)

    def _lower_once(self, node: Node, name: str, reference: Node | None = None) -> Type:
        """Return the type of the schema written at `node`, or of the `reference` that it only annotates."""
        key, name = make_definition_key(node), read_class_name(node) or name
        if key in self._lowered:
            return self._lowered[key]
        if key in self._in_progress:
            self._in_progress[key] = True
            return Reference(key)
        if self._depth >= _MAX_DEPTH:
            return self._defer_deep_schema(node, name, key)
        self._in_progress[key] = False
        with self._enter_level():
            lowered = (
                self._lower_reference(reference)
                if reference is not None
                else self._lower_inline(node, name, key)
            )
        is_used = self._in_progress.pop(key)
        if is_used and lowered == Reference(key) and key not in self.catalog.definitions:
            self._report_circular(node)
            lowered = Anything()
        if (is_used and lowered != Reference(key)) or count_types(lowered) > _MAX_INLINE_SIZE:
            lowered = self._define_alias(node, name, key, lowered)
        self._lowered[key] = lowered
        return lowered

    @contextmanager
    def _enter_level(self) -> Generator[None]:
        self._depth += 1
        yield
        self._depth -= 1

    def _report_circular(self, node: Node) -> None:
        self.report.warning(
            "cyclic-schema",
            node,
            "this schema refers to nothing but itself; any value is accepted",
            "describe what the value is, e.g. by its `type`",
        )

    def _lower_inline(self, node: Node, name: str, key: str) -> Type:
        schema = merge_schema(node, self.source)
        lowered = self._build(*classify(schema, self.source, self.report), name, key)
        if lowered == Reference(key) and (subtypes := self._inheritance.list_subtypes(node)):
            lowered = self._lower_inheritance(schema, subtypes, name, key)
        return make_nullable(lowered) if schema.nullable else lowered

    def _build(self, schema: Schema, shape: Shape, name: str, key: str) -> Type:
        """Make the type of `schema`, which has the shape `shape`."""
        match shape:
            case EnumShape(scalars):
                check_default_listed(schema.node, scalars, self.report)
                return lower_enum(shape, schema, name, key, self.catalog)
            case UnionShape(alternatives):
                return self._lower_union(schema, alternatives, name, key)
            case MultiTypeShape():
                return self._lower_types(schema, shape, name, key)
            case ObjectShape():
                return self._define_model(schema, name, key)
            case MapShape():
                return MapOf(self._lower_values(schema, name) or Anything())
            case ArrayShape():
                return ListOf(self._lower_items(schema, name, key))
            case BytesShape():
                return Binary()
            case ScalarShape(type_):
                return Primitive(type_, schema.format)
            case AnyShape(nullable):
                return Nullable(Anything()) if nullable else Anything()

    def _lower_union(self, schema: Schema, alternatives: Group, name: str, key: str) -> Type:
        definitions = self.catalog.definitions
        definitions[key] = Union(key, name, schema.description, ())
        options: dict[Type, Node] = {}
        suffixes = name_variants(alternatives, is_component(f"#{schema.node.pointer}"))
        for suffix, node in zip(suffixes, alternatives, strict=True):
            options.setdefault(self.lower(node, f"{name} {suffix}".strip()), node)
        lowered = self._unions.join(schema, name, key, options)
        if strip_null(lowered) != Reference(key):
            del definitions[key]
        return lowered

    def _lower_types(self, schema: Schema, shape: MultiTypeShape, name: str, key: str) -> Type:
        options: dict[Type, Node] = {}
        for type_, each in shape.types:
            is_object = type_ == "object"
            own_name, own_key = (f"{name} object", f"{key}/object") if is_object else (name, key)
            options[self._build(schema, each, own_name, own_key)] = schema.node
        return self._unions.join(schema, name, key, options)

    def _lower_inheritance(self, schema: Schema, subtypes: list[Node], name: str, key: str) -> Type:
        """Return the union of a base and the schemas that extend it."""
        union_key = f"{key}/discriminator"

        def define() -> None:
            options: dict[Type, Node] = {}
            for node in subtypes:
                self.lower_component(node)
                if make_definition_key(node) in self.catalog.definitions:
                    options.setdefault(Reference(make_definition_key(node)), node)
            options.setdefault(Reference(key), schema.node)
            self._unions.define_inheritance(union_key, schema, options, Reference(key))

        union = Union(union_key, f"Any {name}", schema.description, ())
        self.catalog.definitions[union_key] = union
        self._worklist.defer(define)
        return Reference(union_key)

    def _define_alias(self, node: Node, name: str, key: str, lowered: Type) -> Type:
        """Define a name for a type that contains itself or is very large, and is not a class."""
        definition = self.catalog.definitions.get(key)
        if isinstance(
            definition, Union
        ):  # schemas lowered meanwhile did not see that it may be null
            options = (*definition.options, Primitive("null"))
            self.catalog.definitions[key] = evolve(definition, options=options)
        if definition is not None:
            return lowered
        self._set_alias(node, name, key, lowered)
        return Reference(key)

    def _set_alias(self, node: Node, name: str, key: str, lowered: Type) -> None:
        aliased = remove_self_reference(lowered, key)
        self.catalog.definitions[key] = Alias(key, name, node.text("description") or "", aliased)
        self._unions.places[key] = node

    def _defer_deep_schema(self, node: Node, name: str, key: str) -> Type:
        """Define a name for a type that is nested too deeply to be lowered now."""
        self.catalog.definitions[key] = Alias(key, name, node.text("description") or "", Anything())
        self._lowered[key] = Reference(key)

        def lower_now() -> None:
            del self._lowered[key]
            lowered = self._lower_once(node, name)
            if strip_null(lowered) != Reference(key):  # else it is defined by itself
                self._lowered[key] = Reference(key)
                self._set_alias(node, name, key, lowered)

        self._worklist.defer(lower_now)
        return Reference(key)

    def _lower_items(self, schema: Schema, name: str, key: str) -> Type:
        """Return the type of the items of an array: one for all, whatever their positions are."""
        if not schema.prefix:
            return self.lower(schema.items, name_item(name))
        options: dict[Type, Node] = {}
        for number, node in enumerate(schema.prefix, start=1):
            options.setdefault(self.lower(node, f"{name} item {number}"), node)
        if schema.items is not None and schema.items.value is not False:
            options.setdefault(self.lower(schema.items, name_item(name)), schema.items)
        return self._unions.join(schema, f"{name} item", f"{key}/prefixItems", options)

    def _define_model(self, schema: Schema, name: str, key: str) -> Type:
        def define() -> None:
            self.catalog.definitions[key] = evolve(
                declared,
                members=self.lower_members(schema, name),
                additional=self.lower_additional(schema, name),
            )

        declared = Model(key, name, schema.description, (), deprecated=schema.deprecated)
        self.catalog.definitions[key] = declared
        self._worklist.defer_model(schema.node, key, define)
        return Reference(key)

    def lower_members(self, schema: Schema, name: str) -> tuple[Member, ...]:
        """Lower the properties of an object schema, in the order of the document."""
        check_required(schema, self.report)
        members: list[Member] = []
        for wire, node in schema.properties.items():
            pointer = make_definition_key(node)
            make = partial(self._lower_member, name=f"{name} {wire}")
            is_class = "properties" in node
            factory = (
                make(node) if is_class or pointer in self._lowered else self._memo.get(node, make)
            )
            members.append(factory(name=wire, required=wire in schema.required, pointer=pointer))
        return tuple(members)

    def _lower_member(self, node: Node, name: str) -> MemberFactory:
        return read_member_metadata(node, self.lower(node, name), self.source)

    def lower_additional(self, schema: Schema, name: str) -> Type | None:
        """Return the type of unlisted members; None where the document does not describe any."""
        is_closed = schema.additional is None or schema.additional.value is False
        return None if is_closed and not schema.patterns else self._lower_values(schema, name)

    def _lower_values(self, schema: Schema, name: str) -> Type | None:
        """Return the type of members that are not listed: those by pattern, and any others."""
        options: dict[Type, Node] = {}
        for number, node in enumerate(schema.patterns, start=1):
            own = f"{name} value" if len(schema.patterns) == 1 else f"{name} value {number}"
            options.setdefault(self.lower(node, own), node)
        further = schema.additional
        if further is not None and further.value is not False:
            options.setdefault(self.lower(further, f"{name} value"), further)
        if len(options) < 2:
            return next(iter(options), None)
        if Anything() in options:
            return Anything()
        key = f"{make_definition_key(schema.node)}/value"
        return self._unions.join(schema, f"{name} value", key, options)
