"""Paging that a document does not declare: what the shapes of parameters and responses suggest.

An operation is a list with pages if its response holds one list, and a parameter asks for a place in it. How sure that
is depends on whether the response says where the next page is, or how many there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Final, Literal, TypeAlias

from attrs import evolve, frozen

from ...ir.api import Api
from ...ir.definitions import Catalog, Member
from ...ir.operations import Operation, Parameter, Response
from . import paging_names as names
from .response_shape import ResponseShape, get_last_name, join_words

Confidence: TypeAlias = Literal["sure", "likely"]
Settings: TypeAlias = dict[str, str | int]

_SCALARS: Final = ("string", "integer")
_NUMBERS: Final = ("integer", "number")
_TIME: Final = re.compile(r"\b(date|time|timestamp|day|hour|unix|created|updated)", re.IGNORECASE)
_TIMESTAMP: Final = re.compile(r"\b(date|time ?stamp)", re.IGNORECASE)
_HEADER: Final = re.compile(r"\bX-[A-Za-z]+(?:-[A-Za-z]+)*")
_FROM_ZERO: Final = re.compile(
    r"\b(zero|0)[- ]?(based|indexed)|\b(start|begin)(s|ing)? (at|from|with) (0|zero)\b",
    re.IGNORECASE,
)
_FROM_ONE: Final = re.compile(
    r"\b(one|1)[- ]?(based|indexed)|\b(start|begin)(s|ing)? (at|from|with) (1|one)\b", re.IGNORECASE
)
_OF_ALL: Final = re.compile(r"\b(total|all|overall|matching|available|altogether)\b", re.IGNORECASE)
_OF_PAGES: Final = re.compile(r"\b(cursor|pagina|page)", re.IGNORECASE)


@frozen
class Suggestion:
    """Settings for an operation.

    Attributes:
        operation: the operation.
        paging: what belongs into `x-paging` or the settings.
        confidence: "sure" where parameter and response agree, "likely" where only the parameter speaks.
    """

    operation: Operation
    paging: Settings
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
    suggestions: list[Suggestion] = []
    for operation in api.operations:
        reader = _read(operation, api.catalog)
        suggestion = reader.suggest() if reader is not None else None
        if reader is not None and suggestion is not None:
            paging = suggestion.paging
            is_link = paging["style"] == "link"
            info = "" if is_link else reader.shape.find_page_info(map(str, paging.values()))
            described: Settings = {"info": info} if info else {}
            suggestions.append(evolve(suggestion, paging=paging | described))
    return suggestions


def _read(operation: Operation, catalog: Catalog) -> _Reader | None:
    """Return the reader of an operation that may be a list whose paging is not declared."""
    if operation.method not in ("GET", "POST") or operation.paging is not None:
        return None
    for response in operation.responses:
        for media in response.media:
            if media.kind == "json":
                shape = ResponseShape(catalog, media.type, operation.path)
                is_created = operation.method == "POST" and shape.is_entity()
                is_list = shape.items is not None and not is_created
                return _Reader(operation, response, shape) if is_list else None
    return None


@frozen(slots=False)
class _Reader:
    """Reads one operation whose response holds a list."""

    operation: Operation
    response: Response
    shape: ResponseShape

    def suggest(self) -> Suggestion | None:
        """Return the settings, or None if nothing asks for a further page."""
        sure = (
            self._suggest_cursor()
            or self._suggest_cursor_header()
            or self._suggest_last_item()
            or self._suggest_count(must_end=True)
            or self._suggest_next_number()
        )
        is_post = self.operation.method == "POST"
        if sure is not None or is_post or self.shape.is_entity():
            return sure
        return (
            self._suggest_link()
            or self._suggest_count(must_end=False)
            or self._suggest_last_item_alone()
        )

    @cached_property
    def _parameters(self) -> dict[str, Parameter | Member]:
        """What asks for a page, by its words: query parameters, or the members of the body of a POST."""
        body = self.operation.body
        if self.operation.method == "POST":
            return {join_words(each.name): each for each in (body and body.members) or ()}
        parameters: dict[str, Parameter | Member] = {}
        for each in self.operation.parameters:
            if each.location == "query":
                parameters[join_words(each.name)] = each
                group, _, name = each.name.rpartition(".")
                if group and {*join_words(group).split("_")} <= names.PARAMETER_GROUPS:
                    parameters.setdefault(join_words(name), each)
        return parameters

    def _find_parameter(self, candidates: Iterable[str], *kinds: str) -> Parameter | Member | None:
        """Return the parameter with the first of the names and one of the JSON types."""
        for name in candidates:
            parameter = self._parameters.get(name)
            if (
                parameter is not None
                and self.shape.has_kind(parameter.type, kinds)
                and not self.shape.is_moment(parameter.type)
            ):
                return parameter
        return None

    @cached_property
    def _base(self) -> Settings:
        base: Settings = {"items": self.shape.items} if self.shape.items else {}
        size = self._find_parameter(names.SIZES, "integer", "number", "string")
        return base | ({"size": size.name} if size is not None else {})

    def _suggest_cursor(self) -> Suggestion | None:
        for parameter, path in self._iterate_cursors():
            # a cursor must be given back as it came: a response whose `next` is a URL is followed by its link
            if not self.shape.is_url(path):
                return self._make_sure_suggestion(
                    "cursor", cursor=parameter.name, next=path, **self._has_more()
                )
        return None

    def _iterate_cursors(self) -> Iterator[tuple[Parameter | Member, str]]:
        """Yield the parameters that take a cursor, each with the member that holds the next one."""
        yield from self._iterate_pairs()
        following = self.shape.find(names.NEXT, *_SCALARS)
        cursor = (
            self._find_parameter([get_last_name(following)], "string")
            or self._find_parameter(names.CURSORS, *_SCALARS)
            or self._find_parameter(names.TEXT_CURSORS, "string")
        )
        if cursor is not None and following:
            yield cursor, following

    def _iterate_pairs(self) -> Iterator[tuple[Parameter | Member, str]]:
        """Yield each parameter and the member whose name is that of its next value."""
        for path, member in self.shape.members.items():
            kind = self.shape.kind(member.type)
            name, outer = get_last_name(path), get_last_name(path.rpartition(".")[0])
            if kind not in (*_SCALARS, "number") or name in names.BACKWARDS:
                continue
            if outer in names.NEXT_OBJECTS:  # {next: {starting_after: …}}
                candidates = [name]
            elif name.startswith("next_"):
                noun = name.removeprefix("next_")
                candidates = [f"{each}{noun}" for each in ("next_", "last_", "start_", "from_")]
                if kind == "string" and noun in (*names.CURSORS, *names.TEXT_CURSORS):
                    candidates.append(noun)
            elif name.startswith("last_"):
                noun = name.removeprefix("last_")
                candidates = [
                    f"{each}{noun}" for each in ("start_after_", "starting_after_", "after_")
                ]
            else:
                continue
            parameter = self._find_parameter(candidates, "string", *_NUMBERS)
            if parameter is not None:
                yield parameter, path

    def _suggest_cursor_header(self) -> Suggestion | None:
        """Suggest the header with the next cursor, as it is declared or as the parameter's description calls it."""
        for header, _ in self.response.headers:
            name = join_words(header).removeprefix("x_")
            if name not in names.NEXT_HEADERS:
                continue
            noun = name.removeprefix("next_")
            parameter = self._find_parameter((name, noun), "string", *_NUMBERS)
            parameter = parameter or self._find_parameter(names.CURSORS, *_SCALARS)
            if parameter is not None:
                return self._make_sure_suggestion(
                    "cursor", cursor=parameter.name, next_header=header
                )
        cursor = self._find_parameter(names.CURSORS, *_SCALARS)
        for header in _HEADER.findall(cursor.description) if cursor is not None else ():
            if cursor is not None and "Next" in header.split("-"):
                return self._make_sure_suggestion("cursor", cursor=cursor.name, next_header=header)
        return None

    def _suggest_last_item(self) -> Suggestion | None:
        """Suggest the `id` of the last item as cursor, as Stripe has it: a response has to say whether more follow."""
        more = self._has_more()
        cursor = self._find_parameter(names.AFTER_ITEM, *_SCALARS)
        following = self._find_last_item()
        if cursor is None or not more or not following:
            return None
        return self._make_sure_suggestion("cursor", cursor=cursor.name, next=following, **more)

    def _suggest_last_item_alone(self) -> Suggestion | None:
        """Suggest the same where nothing says whether more follow, if the parameter can hardly mean anything else."""
        cursor = self._find_parameter(names.AFTER_ITEM, *_SCALARS)
        following = self._find_last_item()
        if cursor is None or not following or "size" not in self._base:
            return None
        if "before" in self._parameters and not _OF_PAGES.search(cursor.description):
            return None  # a window of time, or pages in either direction
        paging: Settings = {"style": "cursor", **self._base, "cursor": cursor.name}
        return Suggestion(self.operation, paging | {"next": following}, "likely")

    def _find_last_item(self) -> str:
        identity = self.shape.find_identity()
        return ".".join(filter(None, (self.shape.items, "-1", identity))) if identity else ""

    def _suggest_count(self, *, must_end: bool) -> Suggestion | None:
        """Suggest pages by number or offset.

        Args:
            must_end: whether the response has to say where the list ends.
        """
        kinds = ("string", *_NUMBERS) if must_end else _NUMBERS
        offset = self._find_parameter(names.OFFSETS, *_NUMBERS)
        if offset is not None and _TIMESTAMP.search(offset.description):
            return None
        page = self._find_parameter(names.PAGES, *kinds)
        bound = self._find_parameter(names.BOUNDS, *_NUMBERS)
        if offset is None and page is None and bound is not None and not self._is_time(bound):
            offset = bound
        ends, is_certain = self._find_ends(is_page=offset is None)
        if must_end and not (ends and is_certain):
            return None
        if not ends and self._find_parameter(names.CURSORS, "string") is not None:
            return None  # pages are asked for by a cursor that the response does not describe
        if offset is not None:
            return self._make_counted_suggestion("offset", offset, ends, is_certain)
        return (
            self._make_counted_suggestion("page", page, ends, is_certain)
            if page is not None
            else None
        )

    def _make_counted_suggestion(
        self,
        style: Literal["page", "offset"],
        parameter: Parameter | Member,
        ends: Settings,
        is_certain: bool,
    ) -> Suggestion:
        paging: Settings = {"style": style, **self._base, style: parameter.name, **ends}
        first = self._read_first(style, parameter)
        if first is not None:
            paging["first"] = first
        return Suggestion(self.operation, paging, "sure" if ends and is_certain else "likely")

    def _find_ends(self, *, is_page: bool) -> tuple[Settings, bool]:
        """Return the members that show where the list ends, and whether they certainly do."""
        ends: Settings = {}
        total = self.shape.find(names.TOTALS, *_NUMBERS)
        count = "" if total else self.shape.find(names.COUNTS, *_NUMBERS)
        if total or count:
            ends["total"] = total or count
        if is_page and (pages := self.shape.find(names.TOTAL_PAGES, *_NUMBERS)):
            ends["total_pages"] = pages
        ends |= self._has_more()
        others = {get_last_name(path) for path in self.shape.members}
        is_certain = (
            not count
            or len(ends) > 1
            or {"next", "previous"} <= others
            or bool(_OF_ALL.search(self.shape.members[count].description))
        )
        return ends, is_certain

    def _read_first(self, style: str, parameter: Parameter | Member) -> int | None:
        """Return the number of the first page or item where it is not the usual one."""
        if style == "page":
            return 0 if _FROM_ZERO.search(parameter.description) else None
        is_scim = join_words(parameter.name) == "start_index" and self._base.get("size") == "count"
        return 1 if is_scim or _FROM_ONE.search(parameter.description) else None

    def _is_time(self, parameter: Parameter | Member) -> bool:
        """Return whether `from` or `start` is the beginning of a time, or a size, not the number of an item."""
        is_bounded = any(each in self._parameters for each in ("to", "until", "end"))
        is_sized = self._base.get("size", parameter.name) != parameter.name
        return is_bounded or not is_sized or bool(_TIME.search(parameter.description))

    def _suggest_next_number(self) -> Suggestion | None:
        """Suggest the number of the next page that the response names as a cursor."""
        page = self._find_parameter(names.PAGES, *_NUMBERS)
        offset = self._find_parameter(names.OFFSETS, *_NUMBERS)
        for parameter, name in ((page, "next_page"), (offset, "next_offset")):
            following = self.shape.find([name], *_NUMBERS)
            if parameter is not None and following:
                return self._make_sure_suggestion("cursor", cursor=parameter.name, next=following)
        return None

    def _suggest_link(self) -> Suggestion | None:
        following = ""
        if "size" in self._base:
            following = next(self.shape.find_links(), "") or self.shape.find(["next"], "string")
        elif not self.shape.is_entity() and self.shape.has_named_items():
            following = next(self.shape.find_links(), "")
        if following:
            return self._make_sure_suggestion("link", next=following)
        if any(name.lower() == "link" for name, _ in self.response.headers):
            return self._make_sure_suggestion("link")
        return None

    def _has_more(self) -> dict[str, str | int]:
        more = self.shape.find(names.HAS_MORE, "boolean")
        return {"has_more": more} if more else {}

    def _make_sure_suggestion(self, style: str, **settings: str | int) -> Suggestion:
        return Suggestion(self.operation, {"style": style, **self._base, **settings}, "sure")
