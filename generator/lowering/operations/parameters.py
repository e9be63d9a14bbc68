"""Parameters outside the body: those of the path item and the operation, and undeclared ones of the path."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial

from attrs import define, evolve, field

from ...diagnostics import Report
from ...ir.operations import Parameter
from ...ir.traversal import list_referenced_keys
from ...ir.types import Choice, Primitive, Type
from ...openapi.extensions.registry import read_extension
from ...openapi.loading import Node, Source
from ..naming.operation_index import IndexedOperation
from ..schemas.all_of import merge_schema
from ..schemas.constraints import read_constraints
from ..schemas.lower_schema import SchemaLowering
from ..schemas.memo import Memo
from ..schemas.names import make_definition_key
from .media_types import FORM, get_essence, is_json, is_structured, iter_media_entries

_LOCATIONS = ("path", "query", "header", "cookie")
_TEXT = Primitive("string")
_CLIENT_HEADERS = frozenset({"accept", "content-type"})
"""Headers that the client writes itself; an argument may replace what it writes."""
_STYLE_KEYWORDS = ("explode", "allowReserved")
"""Keywords that give a member a style without naming one."""


_COLLECTION_FORMATS = {"ssv": "spaceDelimited", "tsv": "tabDelimited", "pipes": "pipeDelimited"}
"""The styles of lists that Swagger 2.0 has in places where OpenAPI 3 has none."""


def read_style(node: Node, default: str) -> str:
    """Return the style that a parameter or a form's member is written in."""
    named = _COLLECTION_FORMATS.get(node.text("x-collection-format") or "")
    return named or node.text("style") or default


def read_member_style(encoding: Node, default: str) -> str:
    """Return the style of a form's member, with `default` where `encoding` has none."""
    has_keyword = any(keyword in encoding for keyword in _STYLE_KEYWORDS)
    return read_style(encoding, "form" if has_keyword else default)


@define
class ParameterLowering:
    """Lowers the parameters of one document."""

    types: SchemaLowering
    source: Source
    report: Report
    client_parameters: frozenset[str]
    """Wire names of the parameters that the client may hold."""
    _lowered: dict[tuple[str, str], Parameter] = field(factory=dict)
    """The parameters of components and of paths are used by many operations."""
    _memos: dict[str, Memo[partial[Parameter]]] = field(init=False)
    """By location."""

    def __attrs_post_init__(self) -> None:
        self._memos = {
            place: Memo(self.report, lambda lowered: list_referenced_keys(lowered.keywords["type"]))
            for place in _LOCATIONS
        }

    def lower(self, place: IndexedOperation, hint: str) -> tuple[Parameter, ...]:
        """Lower the parameters of the path, then those of the operation, which override them by name and location."""
        parameters: dict[tuple[str, str], Parameter] = {}
        placeholders = dict.fromkeys(place.placeholders)
        for node in place.parameters:
            for each in self._lower_parameters(node, placeholders, hint):
                parameters[(each.location, each.name)] = each
        for name in placeholders:  # a path may hold its query
            if ("path", name) not in parameters and ("query", name) in parameters:
                of_query = parameters.pop(("query", name))
                parameters["path", name] = evolve(
                    of_query, location="path", style="simple", explode=False, required=True
                )
        paths = {name: each for (where_, name), each in parameters.items() if where_ == "path"}
        others = [each for (where_, _), each in parameters.items() if where_ != "path"]
        similar = {name.lower(): each for name, each in reversed(paths.items())}
        return (
            *(self._lower_path_parameter(name, paths, similar) for name in placeholders),
            *others,
        )

    def _lower_path_parameter(
        self, name: str, declared: dict[str, Parameter], similar: dict[str, Parameter]
    ) -> Parameter:
        """Return the parameter of a placeholder; one of type string if the document declares none."""
        if name in declared:
            return declared[name]
        if name.lower() in similar:
            return evolve(similar[name.lower()], name=name)
        is_client_parameter = name in self.client_parameters
        return Parameter(
            name, "path", _TEXT, True, "simple", False, held_by_client=is_client_parameter
        )

    def _lower_parameters(
        self, node: Node, placeholders: Collection[str], hint: str
    ) -> Iterable[Parameter]:
        """Lower the parameter at `node`; a whole query (`in: querystring`) may become several."""
        name = node.text("name")
        if name is None:
            if node.is_map and "$ref" not in node:
                self._warn(node, "a parameter without a name can't be sent", "give it a `name`")
            return ()
        place = node.text("in")
        if place == "querystring":
            return self._lower_query_string(node, hint)
        if place not in _LOCATIONS:
            place = "path" if name in placeholders else "query"
            if (
                "in" not in node
            ):  # any other value breaks the grammar, which is reported at its place
                self._warn(
                    node,
                    f"the parameter {name!r} has no `in`; `{place}` is assumed",
                    "write `in: path`, `query`, `header` or `cookie`",
                )
        pointer = make_definition_key(node)
        key = (place, pointer)
        if key not in self._lowered:
            make = partial(self._lower_parameter, place=place, hint=f"{hint} {name}")
            lowered = self._memos[place].get(node, make)
            self._lowered[key] = lowered(name=name, pointer=pointer)
        return (self._lowered[key],)

    def _lower_parameter(self, node: Node, place: str, hint: str) -> partial[Parameter]:
        """Lower a parameter without what depends on its place: name and pointer."""
        name = node.text("name") or ""
        schema, encoding = self._find_schema(node)
        style = read_style(node, "form" if place in ("query", "cookie") else "simple")
        resolved = self.source.resolve(schema) if schema is not None and schema.is_map else None
        facts = [each for each in (node, schema, resolved) if each is not None and each.is_map]
        reserved = node.plain("allowReserved") is True
        lowered = self.types.lower(schema, hint) if encoding != "text" else _TEXT
        # The client writes what the responses need, but does not know better than a single value.
        is_set_by_client = place == "header" and name.lower() in _CLIENT_HEADERS
        if name.lower() == "accept" and _is_constant(lowered):
            is_set_by_client = False
        return partial(
            Parameter,
            location=place,  # type: ignore[arg-type]  # checked by the caller
            type=lowered,
            required=place == "path" or (node.plain("required") is True and not is_set_by_client),
            style="json" if encoding == "json" else style,
            explode=node.plain("explode", style in ("form", "cookie")) is True,
            reserved=reserved,
            description=next((text for each in facts if (text := each.text("description"))), ""),
            deprecated=node.plain("deprecated") is True,
            held_by_client=name in self.client_parameters and not _is_structured(resolved),
            unescaped=node.plain("x-unescaped") is True or (reserved and place == "path"),
            refuse_empty=node.plain("x-refuse-empty") is True,
            constraints=read_constraints(facts[1:]),
            preferred_name=read_extension(node, "x-name") or "",
        )

    def _find_schema(self, node: Node) -> tuple[Node | None, str]:
        """Return the schema of a parameter, and how its value is written: as "json", as "text", or by its style ("")."""
        for range_, media in iter_media_entries(node / "content", self.source):
            schema = media.get("schema")
            if is_json(range_):
                return schema, "json"
            resolved = self.source.resolve(schema) if schema is not None else None
            if resolved is None or not is_structured(resolved):
                return schema, ""
            self._warn(
                media,
                f"a value of `{get_essence(range_)}` is not written from its members; it is passed as text",
                "describe it as JSON if the server takes it",
            )
            return schema, "text"
        if "schema" not in node and "type" in node:
            return node, ""  # as older versions of OpenAPI wrote it
        return node.get("schema"), ""

    def _lower_query_string(self, node: Node, hint: str) -> Iterator[Parameter]:
        """Lower a whole query (OpenAPI 3.2): the members of a form are parameters, anything else is one."""
        range_, media = next(iter_media_entries(node / "content", self.source), ("", node))
        schema, name = media.get("schema"), node.text("name") or "query"
        form = get_essence(range_) == FORM
        members = (
            self.types.lower_members(merge_schema(schema, self.source), hint)
            if form and schema is not None
            else ()
        )
        for member in members:
            encoding = media / "encoding" / member.name
            style = read_member_style(encoding, "field")
            yield Parameter(
                member.name,
                "query",
                member.type,
                member.required,
                style,
                encoding.plain("explode", style in ("form", "field")) is True,
                member.description,
                reserved=encoding.plain("allowReserved") is True,
                constraints=member.constraints,
                pointer=make_definition_key(node),
            )
        if not members:
            yield Parameter(
                name,
                "query",
                self.types.lower(schema, f"{hint} {name}") if form or is_json(range_) else _TEXT,
                node.plain("required") is True,
                "form" if form else "bare",
                form,
                node.text("description") or "",
                pointer=make_definition_key(node),
            )

    def _warn(self, node: Node, message: str, help: str) -> None:
        self.report.warning("unsupported-parameter", node, message, help)


def _is_constant(type_: Type) -> bool:
    return isinstance(type_, Choice) and len(type_.values) == 1


def _is_structured(schema: Node | None) -> bool:
    """Return whether a resolved schema is that of a list or an object, which a client does not hold."""
    if schema is None or not schema.is_map:
        return False
    return schema.text("type") in ("array", "object") or "properties" in schema
