"""Paging that a document does not declare: what the shapes of parameters and responses suggest.

An operation is a list with pages if its response holds one list, and a query parameter asks for a place in it. How sure
that is depends on whether the response says where the next page is, or how many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, TypeAlias

from attrs import frozen

from ...ir.api import Api
from ...ir.definitions import Alias, Catalog, Member, Model, Union
from ...ir.operations import Operation, Response
from ...ir.types import AnyOf, ListOf, Primitive, Reference, Type, strip_null
from ...text import split_words
from ..naming.inflection import stems

Confidence: TypeAlias = Literal["sure", "likely"]

_CURSORS = (
    "cursor after starting_after start_cursor page_cursor next_cursor page_token next_page_token next_token"
    " pagination_token continuation_token continuation start_key last_key last_evaluated_key after_id last_id"
    " from_id since_id marker start_from bookmark scroll_id iterator"
).split()
_AFTER_ITEM = "starting_after after after_id last_id".split()
"""Cursors that are the identity of an item, where the response names no other."""
_KEYS = ("string", "integer")
_IDENTITIES = "id token uuid".split()
_OFFSETS = "offset skip start start_at start_index first_result from page_offset".split()
_PAGES = "page page_number page_num page_no page_index current_page p pg".split()
_SIZES = (
    "limit per_page page_size size count max_results max_items maximum max page_limit results_per_page"
    " items_per_page take top length num first rows"
).split()
_NEXT = (
    "next_cursor next_page_cursor next_page_token next_token next_marker next_page next_start_key next_offset_id"
    " end_cursor cursor last_id after next_key last_evaluated_key continuation_token continuation pagination_token marker"
    " scroll_id next bookmark iterator"
).split()
_LINKS = "next next_url next_page_url next_page next_link next_href next_page_uri next_uri".split()
_TOTALS = (
    "total total_count total_items total_results count_total total_entries total_size total_records"
    " total_number total_elements count num_results result_count record_count"
).split()
_TOTAL_PAGES = (
    "total_pages page_count pages num_pages last_page pages_count pages_total total_page".split()
)
_HAS_MORE = (
    "has_more has_next has_next_page more is_truncated has_more_items more_available".split()
)
_ITEMS = (
    "data items results result records entries values value list objects elements rows hits".split()
)
_NO_ITEMS = frozenset("errors warnings messages included facets links fields columns".split())
"""Lists that stand beside the items."""
_WRAPPERS = (
    "meta pagination paging page_info page links link result_info response_metadata cursors cursor metadata"
    " pages data result response list_metadata info navigation"
).split()


@frozen
class Suggestion:
    """Settings for an operation.

    Attributes:
        operation: the operation.
        paging: what belongs into `x-paging` or the settings.
        confidence: "sure" where parameter and response agree, "likely" where only the parameter speaks.
    """

    operation: Operation
    paging: dict[str, str]
    confidence: Confidence

    @property
    def key(self) -> str:
        """The name of the operation in the settings: `GET /pets`."""
        return f"{self.operation.method} {self.operation.path}"

    def to_dict(self) -> dict[str, Any]:
        """Return the suggestion as JSON."""
        return {"operation": self.key, "paging": self.paging, "confidence": self.confidence}


def suggest_paging(api: Api) -> list[Suggestion]:
    """Return what the lists of `api` that declare no paging seem to do, in the order of the document."""
    suggestions = (_Reader(api.catalog, each).suggest() for each in api.operations)
    return [each for each in suggestions if each is not None]


@frozen
class _Reader:
    """Reads one operation."""

    catalog: Catalog
    operation: Operation

    def suggest(self) -> Suggestion | None:
        """Return the settings, or None if the operation is no list with pages, or declares its paging."""
        if self.operation.method != "GET" or self.operation.paging is not None:
            return None
        response = self._success()
        if response is None:
            return None
        body = next(media.type for media in response.media if media.kind == "json")
        items = self._items(body)
        if items is None:
            return None
        members = dict(self._members(body, (*_WRAPPERS, *self._wrapper(body))))
        base = {"items": items} if items else {}
        size = self._parameter(_SIZES, "integer", "number", "string")
        if size:
            base["size"] = size
        return (
            self._by_cursor(members, base)
            or self._by_last_item(members, base, body)
            or self._by_offset(members, base)
            or self._by_page(members, base)
            or self._by_link(members, base, response)
        )

    def _by_cursor(self, members: dict[str, Type], base: dict[str, str]) -> Suggestion | None:
        cursor, following = self._pair(members)
        if cursor:
            return self._following(members, base, cursor, following)
        cursor = self._parameter(_CURSORS, "string", "integer")
        page = self._parameter(["page", "next", "start"], "string") if not cursor else ""
        following = self._member(members, _NEXT, "string", "integer")
        if not following or not (cursor or page):
            return None
        return self._following(members, base, cursor or page, following)

    def _pair(self, members: dict[str, Type]) -> tuple[str, str]:
        """Return a parameter and the member whose name is that of its next value; "" and "" for none."""
        for path, type_ in members.items():
            outer, _, name = path.rpartition(".")
            plain = _plain(name)
            if self._kind(type_) not in _KEYS:
                continue
            if _plain(outer.rpartition(".")[2]) == "next":  # {next: {starting_after: …}}
                names = [plain]
            elif plain.startswith("next_"):
                noun = plain.removeprefix("next_")
                names = [f"{start}{noun}" for start in ("next_", "last_", "start_", "from_")]
            elif plain.startswith("last_"):
                noun = plain.removeprefix("last_")
                names = [
                    f"{start}{noun}" for start in ("start_after_", "starting_after_", "after_")
                ]
            else:
                continue
            if parameter := self._parameter(names, *_KEYS):
                return parameter, path
        return "", ""

    def _following(
        self, members: dict[str, Type], base: dict[str, str], cursor: str, following: str
    ) -> Suggestion | None:
        # a cursor must be given back as it came: a response whose `next` is a URL is followed by its link
        if self._is_url(members[following]):
            return None
        paging = {"style": "cursor", **base, "cursor": cursor, "next": following}
        more = self._member(members, _HAS_MORE, "boolean")
        return Suggestion(self.operation, paging | ({"has_more": more} if more else {}), "sure")

    def _by_last_item(
        self, members: dict[str, Type], base: dict[str, str], body: Type
    ) -> Suggestion | None:
        """Suggest the `id` of the last item as cursor, as Stripe has it; a response has to say whether more follow."""
        cursor = self._parameter(_AFTER_ITEM, "string", "integer")
        more = self._member(members, _HAS_MORE, "boolean")
        path = base.get("items", "")
        listed = self._resolve(members[path] if path else body)
        identity = self._identity(listed.item) if isinstance(listed, ListOf) else ""
        if not (cursor and more and identity):
            return None
        following = ".".join(filter(None, (path, "-1", identity)))
        paging = {"style": "cursor", **base, "cursor": cursor, "next": following, "has_more": more}
        return Suggestion(self.operation, paging, "sure")

    def _identity(self, item: Type) -> str:
        """Return the member that identifies an item, of each kind of item where there are several; "" for none."""
        definition = self._definition(item)
        kinds = definition.options if isinstance(definition, Union) else (item,)
        for name in _IDENTITIES:
            if all(self._kind(dict(self._own(kind)).get(name)) in _KEYS for kind in kinds):
                return name
        return ""

    def _own(self, type_: Type) -> Iterator[tuple[str, Type]]:
        return ((member.name, member.type) for member in self._object(type_))

    def _by_offset(self, members: dict[str, Type], base: dict[str, str]) -> Suggestion | None:
        offset = self._parameter(_OFFSETS, "integer", "number")
        return self._counted("offset", offset, members, base) if offset else None

    def _by_page(self, members: dict[str, Type], base: dict[str, str]) -> Suggestion | None:
        page = self._parameter(_PAGES, "integer", "number")
        return self._counted("page", page, members, base) if page else None

    def _counted(
        self,
        style: Literal["page", "offset"],
        parameter: str,
        members: dict[str, Type],
        base: dict[str, str],
    ) -> Suggestion:
        paging = {"style": style, **base, style: parameter}
        for key, names, kind in (
            ("total", _TOTALS, "integer"),
            ("total_pages", _TOTAL_PAGES, "integer"),
            ("has_more", _HAS_MORE, "boolean"),
        ):
            member = self._member(members, names, kind, "number" if kind == "integer" else kind)
            if member:
                paging[key] = member
        ends = {"total", "total_pages", "has_more"} & {*paging}
        return Suggestion(self.operation, paging, "sure" if ends else "likely")

    def _by_link(
        self, members: dict[str, Type], base: dict[str, str], response: Response
    ) -> Suggestion | None:
        following = self._member(members, _LINKS, "string") or self._nested_link(members)
        if following and (self._is_url(members[following]) or "size" in base):
            return Suggestion(self.operation, {"style": "link", **base, "next": following}, "sure")
        if any(name.lower() == "link" for name, _ in response.headers):
            return Suggestion(self.operation, {"style": "link", **base}, "sure")
        return None

    def _nested_link(self, members: dict[str, Type]) -> str:
        """Return `_links.next.href`, as HAL has it."""
        return next(
            (path for path in members if split_words(path)[-3:] == ["links", "next", "href"]), ""
        )

    def _success(self) -> Response | None:
        for response in self.operation.responses:
            if any(media.kind == "json" for media in response.media):
                return response
        return None

    def _parameter(self, names: Iterable[str], *kinds: str) -> str:
        """Return the query parameter with the first of `names` and one of the JSON types `kinds`."""
        query = {
            _plain(each.name): each
            for each in self.operation.parameters
            if each.location == "query" and self._kind(each.type) in kinds
        }
        return next((query[name].name for name in names if name in query), "")

    def _member(self, members: dict[str, Type], names: Iterable[str], *kinds: str) -> str:
        """Return the path of the member with the first of `names` and one of the JSON types `kinds`."""
        for name in names:
            for path, type_ in members.items():
                if _plain(path.rpartition(".")[2]) == name and self._kind(type_) in kinds:
                    return path
        return ""

    def _items(self, body: Type) -> str | None:
        """Return the path of the list in a body; "" where the body is the list, None where there is none."""
        if isinstance(self._resolve(body), ListOf):
            return ""
        lists = {
            path: type_
            for path, type_ in self._members(
                body, wrappers=("data", "result", "response", "_embedded", *self._wrapper(body))
            )
            if isinstance(self._resolve(type_), ListOf)
            and _plain(path.rpartition(".")[2]) not in _NO_ITEMS
        }
        for name in _ITEMS:
            for path in lists:
                if _plain(path.rpartition(".")[2]) == name:
                    return path
        literal = [each for each in self.operation.path.split("/") if each and "{" not in each]
        noun = stems([word for each in literal[-1:] for word in split_words(each)])
        for path in lists:
            words = stems(split_words(path.rpartition(".")[2]))
            if words and noun[-len(words) :] == words:
                return path
        objects = [path for path, type_ in lists.items() if self._is_list_of_objects(type_)]
        return objects[0] if len(objects) == 1 else None

    def _wrapper(self, body: Type) -> list[str]:
        """Return the only member of a body, which then wraps the list."""
        names = [member.name for member in self._object(body)]
        return names if len(names) == 1 else []

    def _is_list_of_objects(self, type_: Type) -> bool:
        listed = self._resolve(type_)
        return isinstance(listed, ListOf) and not isinstance(self._resolve(listed.item), Primitive)

    def _members(
        self, body: Type, wrappers: Iterable[str] = _WRAPPERS, prefix: str = "", depth: int = 0
    ) -> Iterator[tuple[str, Type]]:
        """Yield the members of an object, and those of members that only wrap others, by their path."""
        for member in self._object(body):
            path = f"{prefix}{member.name}"
            yield path, member.type
            if depth < 2 and (_plain(member.name) in wrappers or member.name in wrappers or depth):
                yield from self._members(member.type, wrappers, f"{path}.", depth + 1)

    def _object(self, type_: Type) -> tuple[Member, ...]:
        definition = self._definition(type_)
        return definition.members if isinstance(definition, Model) else ()

    def _definition(self, type_: Type) -> object:
        match strip_null(type_):
            case Reference(key):
                definition = self.catalog[key]
                return (
                    self._definition(definition.type)
                    if isinstance(definition, Alias)
                    else definition
                )
            case _:
                return None

    def _resolve(self, type_: Type) -> Type:
        plain = strip_null(type_)
        if isinstance(plain, Reference):
            definition = self.catalog[plain.key]
            return self._resolve(definition.type) if isinstance(definition, Alias) else plain
        return plain

    def _kind(self, type_: Type | None) -> str:
        """Return the JSON type of a scalar, "" for whatever is none."""
        if type_ is None:
            return ""
        plain = self._resolve(type_)
        if isinstance(plain, AnyOf):
            kinds = {self._kind(option) for option in plain.options} - {"null"}
            return kinds.pop() if len(kinds) == 1 else ""
        return plain.kind if isinstance(plain, Primitive) else ""

    def _is_url(self, type_: Type) -> bool:
        plain = self._resolve(type_)
        return isinstance(plain, Primitive) and plain.format in ("uri", "url", "uri-reference")


def _plain(name: str) -> str:
    """Return a name in lower case with underscores, without brackets: `page[size]` is `page_size`."""
    return "_".join(split_words(name))
