"""How the page after a page is requested, by paging style. Pure: no I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast

<<<<<<< HEAD:generated/src/cloudflare_ai/_core/paging_styles.py
from ..errors import APIResponseValidationError
from .codec import at_path
from .operation import Cursor, Link, Offset, PagedOperation, PageNumber
from .redirects import target_on_host

if TYPE_CHECKING:
    from .reply import ReplyInfo
=======
from ..errors import APIResponseValidationError, ArgumentError
from .client_base import ReplyInfo, info_of
from .codec import get_at_path
from .operation import Cursor, Link, Offset, PagedOperation, PageNumber
from .request_builder import Call
from .retry import Exchange, target_on_host
>>>>>>> 8fa0755 (core: name functions after what they do):generated/src/cloudflare_ai/_core/pages.py

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
<<<<<<< HEAD:generated/src/cloudflare_ai/_core/paging_styles.py
=======


class BasePage(Generic[ItemT, InfoT, ClientT]):
    """What both kinds of pages share: everything but the waiting."""

    def __init__(
        self,
        client: ClientT,
        operation: PagedOperation[ItemT, InfoT],
        call: Call,
        prefetch: int = 0,
        max_items: int | None = None,
    ) -> None:
        if prefetch < 0 or (max_items is not None and max_items < 0):
            raise ArgumentError("`prefetch` and `max_items` can't be negative")
        self._client = client
        self._operation = operation
        self._call = call
        self._prefetch = prefetch
        self._limit = _ENDLESS if max_items is None else max_items
        self._answer: Exchange | None = None
        self._sheet: Sheet[ItemT, InfoT] | None = None
        self._reply: ReplyInfo | None = None
        self._place = Place({}, 0, 0)
        self._url = ""

    def __repr__(self) -> str:
        name = type(self).__name__
        if self._sheet is None:
            return f"<{name}, not fetched yet>"
        from .model import summarize

        return f"{name}(items={summarize(self._sheet.items)}, info={summarize(self._sheet.info)})"

    @property
    def items(self) -> list[ItemT]:
        """The items of this page."""
        return self._here().items

    @property
    def info(self) -> InfoT:
        """What the server says about this page and the whole."""
        return self._here().info

    @property
    def reply(self) -> ReplyInfo:
        """Status, headers and the rest of the answer that this page came with."""
        self._here()
        assert self._reply is not None
        return self._reply

    def has_next(self) -> bool:
        """Whether there is another page, as far as this one tells."""
        return self._step() is not None

    def _here(self) -> Sheet[ItemT, InfoT]:
        if self._sheet is None:
            raise ArgumentError("The page has not been fetched yet; await it or iterate over it")
        return self._sheet

    def _step(self) -> Step | None:
        style = self._operation.paging
        return next_step(style, self._place, self._here(), self._reply, self._url)

    def _required_step(self) -> Step:
        step = self._step()
        if step is None:
            raise ArgumentError("This is the last page; ask `has_next()` first")
        return step

    def _after(self, step: Step) -> tuple[Self, str | None]:
        """The page that a step leads to, not yet fetched, and its URL if the server gave one."""
        call = self._call if isinstance(step, str) else self._call.asking(step)
        limit = None if self._limit == _ENDLESS else self._limit
        page = type(self)(self._client, self._operation, call, self._prefetch, limit)
        return page, step if isinstance(step, str) else None

    def _read(self, body: Any) -> Sheet[ItemT, InfoT]:
        return Sheet(self._operation, body)

    def _arrived(self, answer: Exchange, sheet: Sheet[ItemT, InfoT]) -> None:
        self._sheet, self._reply, self._url = sheet, info_of(answer), answer.request.url
        style, items = self._operation.paging, len(self._sheet.items)
        self._place = first_place(style, self._asked(), items)

    def _asked(self) -> dict[str, Any]:
        return {**self._call.query, **self._call.options.get("query", {})}

    def _follows(self, before: Self) -> bool:
        """Take the place after a page; False where the list has ended with it after all."""
        items = self.items
        if not items or items == before.items:  # a server that ignores the page asked for
            return False
        place = before._place
        self._place = Place(self._place.asked, place.seen + len(items), place.size)
        return True

    def _expect(self) -> None:
        """Guess the place of this page before it is there, so that others can be asked for."""
        self._place = expected_place(self._operation.paging, self._asked())

    def _ahead_step(self, pages: int) -> Step | None:
        return ahead(self._operation.paging, self._place, pages)

    def _pages_to_come(self) -> int:
        """How many pages after this one may be asked for, as far as is known by now."""
        size, style = self._place.size, self._operation.paging
        if self._sheet is None:
            known = isinstance(style, PageNumber) and self._limit == _ENDLESS
            return -(-self._limit // size) - 1 if size else _ENDLESS * known
        left = pages_left(style, self._place, self._sheet)
        wanted = -(-(self._limit - size) // max(1, size))
        return wanted if left is None else min(left, wanted)
>>>>>>> 8fa0755 (core: name functions after what they do):generated/src/cloudflare_ai/_core/pages.py
