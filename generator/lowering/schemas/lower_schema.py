"""From a schema node to the `Type` it stands for, defining on the way what has a name.

A component keeps the name it has in the document (the last segment of its pointer). What is written in
place is called after where it stands: the property `dlp` of `Gateway` is `GatewayDlp`. A class is entered
before its members are read, and they are read when `finish` is called, so schemas may contain themselves and
each other as they like, to any depth.
"""

from __future__ import annotations

from functools import partial

from attrs import define, evolve, field

from ...diagnostics import Report
from ...ir.definitions import Alias, Catalog, Member, Model, Union
from ...ir.traversal import count_types, remove_self_reference
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
from ...openapi.extensions.registry import class_name
from ...openapi.loading import Node, Source
from .all_of import (
    annotated_reference,
    flatten_alternatives,
    is_bare_reference,
    merge_schema,
    referenced_schema,
)
from .dedupe import merge_duplicates
from .definition_order import sort_definitions
from .dynamic_ref import resolve_dynamic_ref
from .enums import lower_enum
from .inheritance import Inheritance
from .json_types import SCALARS, infer_type, lower_plain_scalar, normalize_type
from .member_metadata import MemberFactory, read_member_metadata
from .memo import Memo
from .names import component_name, definition_key, item_name, variant_name
from .schema import Schema
from .unions import Unions
from .worklist import Worklist

_MAX_DEPTH = 40
"""Schemas within schemas, without a class in between, before the rest gets a name of its own."""
_MAX_INLINE_SIZE = 60
"""Parts of a type without a name; arrays of alternatives of arrays of … double with every level."""


@define
class SchemaLowering:
    """Reads schemas of one document into `catalog`; complete once `finish` was called."""

    source: Source
    report: Report
    catalog: Catalog = field(factory=Catalog)
    _known: dict[str, Type] = field(factory=dict)
    _open: dict[str, bool] = field(factory=dict)
    """The aliases that are being read, and whether they were used meanwhile."""
    _depth: int = 0
    _alike: Memo[MemberFactory] = field(init=False)
    _families: Inheritance = field(init=False)
    _unions: Unions = field(init=False)
    _later: Worklist = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._unions = Unions(self.catalog, self.source, self.report)
        self._families = Inheritance(self.source, self.report)
        self._alike = Memo(self.report, self.catalog)
        self._later = Worklist(self.catalog, self.report, self._unions)

    def finish(self) -> None:
        """Read what was put off, tell variants apart, and let equal schemas share a class."""
        self._later.run()
        self._unions.add_discriminators()
        sort_definitions(self.catalog, self._later.duplicates)
        merge_duplicates(self.catalog)
        self._unions.add_tests()

    def lower(self, node: Node | None, name: str) -> Type:
        """The type at `node`; `name` is what it is called if it needs a name and has none."""
        if node is None or not node.is_map:
            return Anything()
        if self._depth < _MAX_DEPTH and (used := lower_plain_scalar(node.value)) is not None:
            return used
        node = resolve_dynamic_ref(node)
        wrapped = node if is_bare_reference(node) else annotated_reference(node)
        if wrapped is not None:
            used = self._component(wrapped)
            return make_nullable(used) if node.plain("nullable") is True else used
        return self._at(node, name)

    def _component(self, node: Node) -> Type:
        target = referenced_schema(node, self.source)
        return self.lower_component(target) if target is not None else Anything()

    def lower_component(self, target: Node) -> Type:
        """The type of the schema at `target`, under the name that the document gives it."""
        if not target.is_map:
            return Anything()
        place = definition_key(target)
        if place in self._known:
            return self._known[place]
        wrapped = annotated_reference(target)
        if wrapped is not None and place not in self._open:
            return self._at(target, component_name(target), wrapped)
        return self._at(target, component_name(target))

    def _at(self, node: Node, name: str, wrapped: Node | None = None) -> Type:
        """The type of the schema that is written at `node`, read once."""
        key, name = definition_key(node), class_name(node) or name
        if key in self._known:
            return self._known[key]
        if key in self._open:
            self._open[key] = True
            return Reference(key)
        if self._depth >= _MAX_DEPTH:
            return self._put_off(node, name, key)
        self._open[key] = False
        self._depth += 1
        used = self._component(wrapped) if wrapped is not None else self._written(node, name, key)
        self._depth -= 1
        if (self._open.pop(key) and used != Reference(key)) or count_types(used) > _MAX_INLINE_SIZE:
            used = self._alias(node, name, key, used)
        self._known[key] = used
        return used

    def _written(self, node: Node, name: str, key: str) -> Type:
        schema = merge_schema(node, self.source)
        used = self._bare(schema, name, key)
        if used == Reference(key) and (members := self._families.subtypes(node)):
            used = self._family(schema, members, name, key)
        return make_nullable(used) if schema.nullable else used

    def _family(self, schema: Schema, members: list[Node], name: str, key: str) -> Type:
        """Whichever of a base and the schemas that extend it."""
        family = f"{key}/discriminator"

        def define() -> None:
            options: dict[Type, Node] = {}
            for node in members:
                self.lower(node, node.key)
                if definition_key(node) in self.catalog.definitions:
                    options.setdefault(Reference(definition_key(node)), node)
            options.setdefault(Reference(key), schema.node)
            self._unions.define_inheritance(family, schema, options, Reference(key))

        self.catalog.definitions[family] = Union(family, f"Any {name}", schema.description, ())
        self._later.defer(define)
        return Reference(family)

    def _alias(self, node: Node, name: str, key: str, used: Type) -> Type:
        """A name for a type that contains itself or is very large, and is no class."""
        found = self.catalog.definitions.get(key)
        if isinstance(found, Union):  # what used it meanwhile does not know that it may be null
            options = (*found.options, Primitive("null"))
            self.catalog.definitions[key] = evolve(found, options=options)
        if found is not None:
            return used
        bare = remove_self_reference(used, key)
        self.catalog.definitions[key] = Alias(key, name, node.text("description") or "", bare)
        self._unions.places[key] = node
        return Reference(key)

    def _put_off(self, node: Node, name: str, key: str) -> Type:
        """A name for a type that stands too deep to be read now."""
        placeholder = Alias(key, name, node.text("description") or "", Anything())
        self.catalog.definitions[key] = placeholder
        self._known[key] = Reference(key)

        def go_on() -> None:
            del self._known[key]
            used = self._at(node, name)
            if strip_null(used) != Reference(key):  # else it has the name by itself
                self._known[key] = Reference(key)
                bare = remove_self_reference(used, key)
                self.catalog.definitions[key] = Alias(key, name, placeholder.description, bare)
                self._unions.places[key] = node

        self._later.defer(go_on)
        return Reference(key)

    def _bare(self, schema: Schema, name: str, key: str) -> Type:
        listed = lower_enum(schema, name, key, self.catalog)
        if listed is not None:
            return listed
        if schema.groups:
            union = self._alternatives(schema, name, key)
            if union is not None:
                return union
            schema = flatten_alternatives(schema, self.source)
        kinds = [normalize_type(each, schema.node, self.report) for each in schema.types]
        if len(kinds) > 1:
            inner = [
                (each, f"{name} object", f"{key}/object") if each == "object" else (each, name, key)
                for each in dict.fromkeys(kinds)
            ]
            options = {self._typed(schema, *each): schema.node for each in inner}
            return self._unions.join(schema, name, key, options)
        return self._typed(
            schema, kinds[0] if kinds else infer_type(schema, self.report), name, key
        )

    def _typed(self, schema: Schema, kind: str, name: str, key: str) -> Type:
        if schema.properties and kind in ("", "object"):
            return self._model(schema, name, key)
        if kind == "object" or (not kind and (schema.additional is not None or schema.patterns)):
            return MapOf(self._extra(schema, name) or Anything())
        if kind == "array" or (not kind and (schema.items is not None or schema.prefix)):
            return ListOf(self._item(schema, name, key))
        if kind == "file" or (kind == "string" and schema.format == "binary"):
            return Binary()
        if kind in SCALARS:
            return Primitive(kind, schema.format)  # type: ignore[arg-type]  # checked just above
        return Nullable(Anything()) if not kind and schema.nullable else Anything()

    def _item(self, schema: Schema, name: str, key: str) -> Type:
        """The items of an array: one type for all, whatever their places are."""
        if not schema.prefix:
            return self.lower(schema.items, item_name(name))
        options: dict[Type, Node] = {}
        for number, node in enumerate(schema.prefix, start=1):
            options.setdefault(self.lower(node, f"{name} item {number}"), node)
        if schema.items is not None and schema.items.value is not False:
            options.setdefault(self.lower(schema.items, item_name(name)), schema.items)
        return self._unions.join(schema, f"{name} item", f"{key}/prefixItems", options)

    def _model(self, schema: Schema, name: str, key: str) -> Type:
        def define() -> None:
            self.catalog.definitions[key] = Model(
                key,
                name,
                schema.description,
                self.lower_members(schema, name),
                self.lower_additional(schema, name),
                schema.deprecated,
            )

        self.catalog.definitions[key] = Model(
            key, name, schema.description, (), deprecated=schema.deprecated
        )
        self._later.defer_model(schema.node, key, define)
        return Reference(key)

    def lower_members(self, schema: Schema, name: str) -> tuple[Member, ...]:
        """The properties of an object schema, in the order of the document."""
        found: list[Member] = []
        for wire, node in schema.properties.items():
            place, hint = definition_key(node), f"{name} {wire}"
            if "properties" in node or place in self._known:  # a class, or told of before
                made = self._member(node, hint)
            else:
                made = self._alike.get(node, partial(self._member, hint=hint))
            found.append(made(name=wire, required=wire in schema.required, pointer=place))
        return tuple(found)

    def _member(self, node: Node, hint: str) -> MemberFactory:
        return read_member_metadata(node, self.lower(node, hint), self.source)

    def lower_additional(self, schema: Schema, name: str) -> Type | None:
        """The type of unlisted members, where the document speaks of any."""
        closed = schema.additional is None or schema.additional.value is False
        return None if closed and not schema.patterns else self._extra(schema, name)

    def _extra(self, schema: Schema, name: str) -> Type | None:
        """The type of members that are not listed: by pattern, and any others."""
        options: dict[Type, Node] = {}
        for number, node in enumerate(schema.patterns, start=1):
            hint = f"{name} value" if len(schema.patterns) == 1 else f"{name} value {number}"
            options.setdefault(self.lower(node, hint), node)
        further = schema.additional
        if further is not None and further.value is not False:
            options.setdefault(self.lower(further, f"{name} value"), further)
        if len(options) < 2:
            return next(iter(options), None)
        if Anything() in options:
            return Anything()
        return self._unions.join(
            schema, f"{name} value", f"{definition_key(schema.node)}/value", options
        )

    def _alternatives(self, schema: Schema, name: str, key: str) -> Type | None:
        """The union of the alternatives of `schema`; None where they only add to an object."""
        group = self._unions.select_variants(schema)
        if group is None:
            return None
        definitions = self.catalog.definitions
        definitions[key] = Union(key, name, schema.description, ())
        options: dict[Type, Node] = {}
        for number, node in enumerate(group, start=1):
            options.setdefault(self.lower(node, f"{name} {variant_name(node, number)}"), node)
        used = self._unions.join(schema, name, key, options)
        if strip_null(used) != Reference(key):
            del definitions[key]
        return used
