"""How the page after a page is requested, by paging style. Pure: no I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast

from ..errors import APIResponseValidationError
from .codec import get_at_path
from .operation import Cursor, Link, Offset, PagedOperation, PageNumber
from .redirects import target_on_host

if TYPE_CHECKING:
    from .reply import ReplyInfo

ItemT = TypeVar("ItemT")
InfoT = TypeVar("InfoT")

Step: TypeAlias = "Mapping[str, Any] | str"
"""What asks for a page: query parameters, or a URL that the server gave."""

_LINK = re.compile(r'<([^>]*)>((?:\s*;\s*[\w*]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)')
_NEXT = re.compile(r';\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=[\s;]|$))', re.I)


class Sheet(Generic[ItemT, InfoT]):
    """What one answer says.

    Attributes:
        items: The items of the page.
        info: What it says about the page and the whole.
        marks: What tells where the page stands: total, total_pages, has_more, next.
    """

    __slots__ = ("items", "info", "marks")

    def __init__(self, operation: PagedOperation[ItemT, InfoT], body: Any) -> None:
        style = operation.paging
        # Read before decoding, which turns objects of the body into models.
        self.marks: dict[str, Any] = {
            name: get_at_path(body, path)
            for name in ("total", "total_pages", "has_more", "next")
            if (path := getattr(style, name, None)) is not None
        }
        self.info: InfoT = operation.info(body)
        items: Any = operation.decode(body)
        self.items: list[ItemT] = cast("list[ItemT]", items) if isinstance(items, list) else []


class Place:
    """Where a walk over the pages stands.

    Args:
        asked: The query of the page that has just come.
        seen: Items up to its end, those before the first page of the walk included.
        size: Items on the first page of the walk.
    """

    __slots__ = ("asked", "seen", "size")

    def __init__(self, asked: Mapping[str, Any], seen: int, size: int) -> None:
        self.asked = asked
        self.seen = seen
        self.size = size


def first_place(style: Any, query: Mapping[str, Any], items: int) -> Place:
    """The place after the first page of a walk, which may have begun in the middle."""
    before = 0
    if isinstance(style, PageNumber):
        size = _whole(query.get(style.size)) if style.size else None
        before = (_number(style, query) - style.first) * (size or items)
    elif isinstance(style, Offset):
        before = _whole(query.get(style.offset)) or 0
    return Place(query, before + items, items)


def expected_place(style: Any, query: Mapping[str, Any]) -> Place:
    """The place after a first page that is not there yet; of size 0 where that can't be told."""
    size = _whole(query.get(style.size)) if getattr(style, "size", None) else None
    if isinstance(style, Offset):
        return Place(query, (_whole(query.get(style.offset)) or 0) + (size or 0), size or 0)
    return Place(query, 0, (size or 0) if isinstance(style, PageNumber) else 0)


def next_step(
    style: Any, place: Place, sheet: Sheet[Any, Any], reply: ReplyInfo | None, url: str
) -> Step | None:
    """What asks for the page after this one; None after the last.

    Args:
        style: The paging style.
        place: Where the walk stands.
        sheet: The page.
        reply: What the server said with it.
        url: URL of its request.

    Raises:
        APIResponseValidationError: The next page is on another host.
    """
    if isinstance(style, Link):
        return _linked(style, sheet, reply, url)
    if not sheet.items or sheet.marks.get("has_more") is False:
        return None
    if isinstance(style, Cursor):
        cursor = sheet.marks.get("next")
        known = cursor not in (None, "", False) and cursor != place.asked.get(style.cursor)
        return {style.cursor: cursor} if known else None
    if not _more(style, place, sheet):
        return None
    return ahead(style, place, 1)


def ahead(style: Any, place: Place, pages: int) -> Mapping[str, Any] | None:
    """What asks for a page further on; None for a style that can't tell before the page between.

    Args:
        style: The paging style.
        place: Where the walk stands.
        pages: How many pages further, 1 for the next.
    """
    if isinstance(style, PageNumber):
        return {style.page: _number(style, place.asked) + pages}
    if isinstance(style, Offset):
        return {style.offset: place.seen + (pages - 1) * place.size}
    return None


def pages_left(style: Any, place: Place, sheet: Sheet[Any, Any]) -> int | None:
    """How many pages follow, where the server tells."""
    total, pages = _whole(sheet.marks.get("total")), _whole(sheet.marks.get("total_pages"))
    if pages is not None and isinstance(style, PageNumber):
        return max(0, pages - (_number(style, place.asked) - style.first + 1))
    if total is not None and place.size:
        return max(0, -(-(total - place.seen) // place.size))
    return None


def _more(style: PageNumber | Offset, place: Place, sheet: Sheet[Any, Any]) -> bool:
    """Whether there is another page, by the best that the server says."""
    left = pages_left(style, place, sheet)
    if left is not None:
        return left > 0
    if sheet.marks.get("has_more") is True:
        return True
    # Only the length is left to judge by: a short page is the last.
    asked = _whole(place.asked.get(style.size)) if style.size else None
    return len(sheet.items) >= (asked or place.size)


def _linked(style: Link, sheet: Sheet[Any, Any], reply: ReplyInfo | None, url: str) -> str | None:
    target = sheet.marks.get("next") if style.next else link_next(reply)
    if not isinstance(target, str) or not target:
        return None
    following = target_on_host(url, target)
    if following is None:
        raise APIResponseValidationError(
            "The next page is on another host, where the credentials must not go",
            url=reply.url if reply else "",
        )
    return None if following == url else following


def link_next(reply: ReplyInfo | None) -> str | None:
    """The target of a `Link` header with the relation `next`."""
    for header in reply.headers.get_list("link") if reply else ():
        for target, parameters in _LINK.findall(header):
            if _NEXT.search(parameters):
                return cast(str, target)
    return None


def _number(style: PageNumber, query: Mapping[str, Any]) -> int:
    page = _whole(query.get(style.page))
    return style.first if page is None else page


def _whole(value: Any) -> int | None:
    """A count, None for anything that is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        return int(value) if int(value) >= 0 else None
    except (ValueError, OverflowError):
        return None
