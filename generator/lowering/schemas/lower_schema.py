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
from ...ir.traversal import size, without
from ...ir.types import (
    Anything,
    Binary,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Reference,
    Type,
    nullable,
    without_null,
)
from ...openapi.extensions.registry import class_name
from ...openapi.loading import Node, Source
from .all_of import bare_reference, flattened, read, referred, wraps
from .dedupe import share
from .definition_order import in_order
from .dynamic_ref import bound
from .enums import choice
from .inheritance import Families
from .json_types import SCALARS, implied, kind_of, scalar
from .member_metadata import Described, described
from .memo import Alike
from .names import component_name, one_of, variant_name, where
from .schema import Schema
from .unions import Unions
from .worklist import Later

_DEEPEST = 40
"""Schemas within schemas, without a class in between, before the rest gets a name of its own."""
_LARGEST = 60
"""Parts of a type without a name; arrays of alternatives of arrays of … double with every level."""


@define
class Types:
    """Reads schemas of one document into `catalog`; complete once `finish` was called."""

    source: Source
    report: Report
    catalog: Catalog = field(factory=Catalog)
    _known: dict[str, Type] = field(factory=dict)
    _open: dict[str, bool] = field(factory=dict)
    """The aliases that are being read, and whether they were used meanwhile."""
    _depth: int = 0
    _alike: Alike[Described] = field(init=False)
    _families: Families = field(init=False)
    _unions: Unions = field(init=False)
    _later: Later = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._unions = Unions(self.catalog, self.source, self.report)
        self._families = Families(self.source, self.report)
        self._alike = Alike(self.report, self.catalog)
        self._later = Later(self.catalog, self.report, self._unions)

    def finish(self) -> None:
        """Read what was put off, tell variants apart, and let equal schemas share a class."""
        self._later.run()
        self._unions.finish()
        in_order(self.catalog, self._later.twins)
        share(self.catalog)
        self._unions.sign()

    def of(self, node: Node | None, name: str) -> Type:
        """The type at `node`; `name` is what it is called if it needs a name and has none."""
        if node is None or not node.is_map:
            return Anything()
        if self._depth < _DEEPEST and (used := scalar(node.value)) is not None:
            return used
        node = bound(node)
        wrapped = node if bare_reference(node) else wraps(node)
        if wrapped is not None:
            used = self._component(wrapped)
            return nullable(used) if node.plain("nullable") is True else used
        return self._at(node, name)

    def _component(self, node: Node) -> Type:
        target = referred(node, self.source)
        return self.component(target) if target is not None else Anything()

    def component(self, target: Node) -> Type:
        """The type of the schema at `target`, under the name that the document gives it."""
        if not target.is_map:
            return Anything()
        place = where(target)
        if place in self._known:
            return self._known[place]
        wrapped = wraps(target)
        if wrapped is not None and place not in self._open:
            return self._at(target, component_name(target), wrapped)
        return self._at(target, component_name(target))

    def _at(self, node: Node, name: str, wrapped: Node | None = None) -> Type:
        """The type of the schema that is written at `node`, read once."""
        key, name = where(node), class_name(node) or name
        if key in self._known:
            return self._known[key]
        if key in self._open:
            self._open[key] = True
            return Reference(key)
        if self._depth >= _DEEPEST:
            return self._put_off(node, name, key)
        self._open[key] = False
        self._depth += 1
        used = self._component(wrapped) if wrapped is not None else self._written(node, name, key)
        self._depth -= 1
        if (self._open.pop(key) and used != Reference(key)) or size(used) > _LARGEST:
            used = self._alias(node, name, key, used)
        self._known[key] = used
        return used

    def _written(self, node: Node, name: str, key: str) -> Type:
        schema = read(node, self.source)
        used = self._bare(schema, name, key)
        if used == Reference(key) and (members := self._families.members(node)):
            used = self._family(schema, members, name, key)
        return nullable(used) if schema.nullable else used

    def _family(self, schema: Schema, members: list[Node], name: str, key: str) -> Type:
        """Whichever of a base and the schemas that extend it."""
        family = f"{key}/discriminator"

        def define() -> None:
            options: dict[Type, Node] = {}
            for node in members:
                self.of(node, node.key)
                if where(node) in self.catalog.definitions:
                    options.setdefault(Reference(where(node)), node)
            options.setdefault(Reference(key), schema.node)
            self._unions.family(family, schema, options, Reference(key))

        self.catalog.definitions[family] = Union(family, f"Any {name}", schema.description, ())
        self._later.do(define)
        return Reference(family)

    def _alias(self, node: Node, name: str, key: str, used: Type) -> Type:
        """A name for a type that contains itself or is very large, and is no class."""
        found = self.catalog.definitions.get(key)
        if isinstance(found, Union):  # what used it meanwhile does not know that it may be null
            options = (*found.options, Primitive("null"))
            self.catalog.definitions[key] = evolve(found, options=options)
        if found is not None:
            return used
        bare = without(used, key)
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
            if without_null(used) != Reference(key):  # else it has the name by itself
                self._known[key] = Reference(key)
                bare = without(used, key)
                self.catalog.definitions[key] = Alias(key, name, placeholder.description, bare)
                self._unions.places[key] = node

        self._later.do(go_on)
        return Reference(key)

    def _bare(self, schema: Schema, name: str, key: str) -> Type:
        listed = choice(schema, name, key, self.catalog)
        if listed is not None:
            return listed
        if schema.groups:
            union = self._alternatives(schema, name, key)
            if union is not None:
                return union
            schema = flattened(schema, self.source)
        kinds = [kind_of(each, schema.node, self.report) for each in schema.types]
        if len(kinds) > 1:
            inner = [
                (each, f"{name} object", f"{key}/object") if each == "object" else (each, name, key)
                for each in dict.fromkeys(kinds)
            ]
            options = {self._typed(schema, *each): schema.node for each in inner}
            return self._unions.joined(schema, name, key, options)
        return self._typed(schema, kinds[0] if kinds else implied(schema, self.report), name, key)

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
            return self.of(schema.items, one_of(name))
        options: dict[Type, Node] = {}
        for number, node in enumerate(schema.prefix, start=1):
            options.setdefault(self.of(node, f"{name} item {number}"), node)
        if schema.items is not None and schema.items.value is not False:
            options.setdefault(self.of(schema.items, one_of(name)), schema.items)
        return self._unions.joined(schema, f"{name} item", f"{key}/prefixItems", options)

    def _model(self, schema: Schema, name: str, key: str) -> Type:
        def define() -> None:
            self.catalog.definitions[key] = Model(
                key,
                name,
                schema.description,
                self.members(schema, name),
                self.additional(schema, name),
                schema.deprecated,
            )

        self.catalog.definitions[key] = Model(
            key, name, schema.description, (), deprecated=schema.deprecated
        )
        self._later.define(schema.node, key, define)
        return Reference(key)

    def members(self, schema: Schema, name: str) -> tuple[Member, ...]:
        """The properties of an object schema, in the order of the document."""
        found: list[Member] = []
        for wire, node in schema.properties.items():
            place, hint = where(node), f"{name} {wire}"
            if "properties" in node or place in self._known:  # a class, or told of before
                made = self._member(node, hint)
            else:
                made = self._alike.of(node, partial(self._member, hint=hint))
            found.append(made(name=wire, required=wire in schema.required, pointer=place))
        return tuple(found)

    def _member(self, node: Node, hint: str) -> Described:
        return described(node, self.of(node, hint), self.source)

    def additional(self, schema: Schema, name: str) -> Type | None:
        """The type of unlisted members, where the document speaks of any."""
        closed = schema.additional is None or schema.additional.value is False
        return None if closed and not schema.patterns else self._extra(schema, name)

    def _extra(self, schema: Schema, name: str) -> Type | None:
        """The type of members that are not listed: by pattern, and any others."""
        options: dict[Type, Node] = {}
        for number, node in enumerate(schema.patterns, start=1):
            hint = f"{name} value" if len(schema.patterns) == 1 else f"{name} value {number}"
            options.setdefault(self.of(node, hint), node)
        further = schema.additional
        if further is not None and further.value is not False:
            options.setdefault(self.of(further, f"{name} value"), further)
        if len(options) < 2:
            return next(iter(options), None)
        if Anything() in options:
            return Anything()
        return self._unions.joined(schema, f"{name} value", f"{where(schema.node)}/value", options)

    def _alternatives(self, schema: Schema, name: str, key: str) -> Type | None:
        """The union of the alternatives of `schema`; None where they only add to an object."""
        group = self._unions.variants(schema)
        if group is None:
            return None
        definitions = self.catalog.definitions
        definitions[key] = Union(key, name, schema.description, ())
        options: dict[Type, Node] = {}
        for number, node in enumerate(group, start=1):
            options.setdefault(self.of(node, f"{name} {variant_name(node, number)}"), node)
        used = self._unions.joined(schema, name, key, options)
        if without_null(used) != Reference(key):
            del definitions[key]
        return used
