"""From a schema node to the `Type` it stands for, defining on the way what has a name.

A component keeps the name it has in the document (the last segment of its pointer). What is written in
place is called after where it stands: the property `dlp` of `Gateway` is `GatewayDlp`. Definitions are
entered before their members are read, so schemas may contain themselves.
"""

from __future__ import annotations

from urllib.parse import unquote

from attrs import define, field

from ..api.schemas import Catalog, Enumeration, Member, Model, Tag, Union
from ..api.types import (
    Anything,
    AnyOf,
    Binary,
    Choice,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Reference,
    Type,
    nullable,
    without_null,
)
from ..diagnostics import Report
from ..source import Node, Source
from .limits import limits
from .merging import Schema, bare_reference, read, wraps
from .unions import tag_of

_SCALARS = frozenset({"string", "integer", "number", "boolean"})
_LONGEST_INLINE = 48
"""An enumeration written in place gets a name once its values take more characters than this."""


@define
class Types:
    """Reads schemas of one document into `catalog`."""

    source: Source
    report: Report
    catalog: Catalog = field(factory=Catalog)
    _open: set[str] = field(factory=set)

    def of(self, node: Node | None, name: str) -> Type:
        """The type at `node`; `name` is what it is called if it needs a name and has none."""
        if node is None or not node.is_map:
            return Anything()
        if bare_reference(node):
            return self._component(node)
        wrapped = wraps(node)
        if wrapped is not None:
            used = self._component(wrapped)
            return nullable(used) if node.value.get("nullable") is True else used
        return self._of(read(node, self.source, self.report), name, _key(node))

    def _component(self, node: Node) -> Type:
        target = self.source.resolve(node)
        if target is None:
            return Anything()
        key = _key(target)
        if key in self.catalog.definitions:
            return Reference(key)
        if key in self._open:
            self.report.warning(
                "recursive-alias",
                target,
                "a schema that is neither object nor union contains itself; it becomes any JSON value",
                "give the recursion an object in between",
            )
            return Anything()
        self._open.add(key)
        if bare_reference(target) or wraps(target) is not None or not target.is_map:
            used = self.of(target, component_name(target))
        else:
            schema = read(target, self.source, self.report)
            used = self._of(schema, component_name(target), key, named=True)
        self._open.discard(key)
        return used

    def _of(self, schema: Schema, name: str, key: str, *, named: bool = False) -> Type:
        used = self._bare(schema, name, key, named)
        return nullable(used) if schema.nullable else used

    def _bare(self, schema: Schema, name: str, key: str, named: bool) -> Type:
        if schema.enum is not None:
            return self._choice(schema, name, key, named)
        if schema.options and not schema.properties:
            return self._union(schema, name, key, named)
        if len(schema.types) > 1:
            return AnyOf(tuple(self._typed(schema, each, name, key) for each in schema.types))
        return self._typed(schema, schema.types[0] if schema.types else "", name, key)

    def _typed(self, schema: Schema, kind: str, name: str, key: str) -> Type:
        if schema.properties and kind in ("", "object"):
            return self._model(schema, name, key)
        if kind == "object" or (not kind and schema.additional is not None):
            return self._map(schema, name)
        if kind == "array" or (not kind and schema.items is not None):
            return ListOf(self.of(schema.items, singular(name)))
        if kind == "string" and schema.format == "binary":
            return Binary()
        if kind in _SCALARS:
            return Primitive(kind, schema.format)  # type: ignore[arg-type]  # checked just above
        return Nullable(Anything()) if not kind and schema.nullable else Anything()

    def _map(self, schema: Schema, name: str) -> Type:
        additional = schema.additional
        return MapOf(self.of(additional, f"{name} value") if additional is not None else Anything())

    def _choice(self, schema: Schema, name: str, key: str, named: bool) -> Type:
        values = tuple(value for value in schema.enum or () if value is not None)
        scalars = tuple(value for value in values if isinstance(value, (str, int, float, bool)))
        if len(scalars) < len(values) or not scalars:
            return Anything()
        used: Type = Choice(scalars)
        if named or sum(len(repr(value)) + 2 for value in scalars) > _LONGEST_INLINE:
            description = schema.description
            self.catalog.definitions[key] = Enumeration(key, name, description, scalars)
            used = Reference(key)
        return used if len(values) == len(schema.enum or ()) else nullable(used)

    def _model(self, schema: Schema, name: str, key: str) -> Type:
        model = Model(key, name, schema.description, (), deprecated=schema.deprecated)
        self.catalog.definitions[key] = model
        self.catalog.definitions[key] = Model(
            key,
            name,
            schema.description,
            self.members(schema, name),
            self.additional(schema, name),
            schema.deprecated,
        )
        return Reference(key)

    def members(self, schema: Schema, name: str) -> tuple[Member, ...]:
        """The properties of an object schema, in the order of the document."""
        return tuple(self._member(schema, each, node, name) for each, node in schema.properties.items())

    def _member(self, schema: Schema, wire: str, node: Node, owner: str) -> Member:
        resolved = self.source.resolve(node) if node.is_map else None
        facts = [each for each in (node, resolved) if each is not None and each.is_map]
        return Member(
            name=wire,
            type=self.of(node, f"{owner} {wire}"),
            required=wire in schema.required,
            description=self._said(node, resolved),
            deprecated=_any(facts, "deprecated"),
            secret=_any(facts, "x-secret"),
            lenient=_any(facts, "x-optional"),
            read_only=_any(facts, "readOnly"),
            write_only=_any(facts, "writeOnly"),
            limits=limits(facts),
        )

    def _said(self, node: Node, resolved: Node | None) -> str:
        """What `node` says of itself; what a class says stands at the class and not at each use."""
        own = node.text("description") or ""
        if own or resolved is None or resolved == node or "properties" in resolved:
            return own
        return resolved.text("description") or ""

    def additional(self, schema: Schema, name: str) -> Type | None:
        """The type of unlisted members, where the document names one."""
        node = schema.additional
        if node is None or node.value is False:
            return None
        return self.of(node, f"{name} value") if node.is_map else Anything()

    def _union(self, schema: Schema, name: str, key: str, named: bool) -> Type:
        if named:
            self.catalog.definitions[key] = Union(key, name, schema.description, ())
        options: dict[Type, Node] = {}
        null = False
        for number, node in enumerate(schema.options, start=1):
            used = self.of(node, f"{name} {_variant_name(node, number)}")
            null = null or isinstance(used, Nullable) or _is_null(node)
            if not _is_null(node):
                options.setdefault(without_null(used), node)
        used = self._joined(schema, name, key, options)
        return nullable(used) if null else used

    def _joined(self, schema: Schema, name: str, key: str, options: dict[Type, Node]) -> Type:
        tag = tag_of(schema, options, self.catalog, self.source, self.report)
        if len(options) > 1 and any(self._defined(option) for option in options):
            union = Union(key, name, schema.description, tuple(options), tag)
            self.catalog.definitions[key] = union
            return Reference(key)
        self.catalog.definitions.pop(key, None)
        if len(options) == 1:
            return next(iter(options))
        return AnyOf(tuple(options)) if options else Anything()

    def _defined(self, type_: Type) -> bool:
        match type_:
            case Reference(key):
                return not isinstance(self.catalog[key], Enumeration)
            case ListOf(inner) | MapOf(inner) | Nullable(inner):
                return self._defined(inner)
            case _:
                return False


def component_name(node: Node) -> str:
    """The last segment of the pointer of `node`: what the document calls it."""
    last = node.pointer.rsplit("/", 1)[-1] or node.document.name.rsplit("/", 1)[-1].split(".")[0]
    return unquote(last).replace("~1", "/").replace("~0", "~")


def singular(name: str) -> str:
    """What one of several `name` is called, by the plain rules of English plurals."""
    if name.endswith("ies") and len(name) > 4:
        return f"{name[:-3]}y"
    if name.endswith(("sses", "shes", "ches", "xes")):
        return name[:-2]
    return name[:-1] if name.endswith("s") and not name.endswith(("ss", "us", "is")) else f"{name} item"


def _key(node: Node) -> str:
    return f"{node.document.name}#{node.pointer}"


def _variant_name(node: Node, number: int) -> str:
    title = node.text("title")
    return title if title else f"option {number}"


def _is_null(node: Node) -> bool:
    return node.is_map and (node.value.get("type") == "null" or node.value.get("const", 0) is None)


def _any(nodes: list[Node], key: str) -> bool:
    return any(node.value.get(key) is True for node in nodes)


