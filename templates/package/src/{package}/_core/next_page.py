"""Decides which page follows a page, for each paging style. Pure: no I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast

from ..errors import APIResponseValidationError
from .codec import get_at_path
from .paging_styles import Cursor, Link, Offset, PagedOperation, PageNumber, PagingStyle
from .redirects import resolve_on_host

if TYPE_CHECKING:
    from .response_info import ResponseInfo

ItemT = TypeVar("ItemT")
InfoT = TypeVar("InfoT")

Step: TypeAlias = "Mapping[str, Any] | str"
"""What requests a page: parameters, or a URL that the server gave."""


class PageData(Generic[ItemT, InfoT]):
    """The data of one response.

    Attributes:
        items: The items of the page.
        info: Information about the page and the whole.
        marks: Members that show the position of the page: total, total_pages, has_more, next.
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


class Position:
    """The position of a walk over the pages.

    Args:
        query: The parameters of the page that has just come.
        seen: Items up to its end, those before the first page of the walk included.
        size: Items on the first page of the walk.
    """

    __slots__ = ("query", "seen", "size")

    def __init__(self, query: Mapping[str, Any], seen: int, size: int) -> None:
        self.query = query
        self.seen = seen
        self.size = size


def find_first_position(style: PagingStyle, query: Mapping[str, Any], items: int) -> Position:
    """Return the position after the first page of a walk, which may have begun in the middle."""
    before = 0
    if isinstance(style, PageNumber):
        size = _to_count(query.get(style.size)) if style.size else None
        before = (_read_number(style, query) - style.first) * (size or items)
    elif isinstance(style, Offset):
        before = _read_offset(style, query)
    return Position(query, before + items, items)


def guess_first_position(style: PagingStyle, query: Mapping[str, Any]) -> Position:
    """Return the position after a first page that is not there yet; of size 0 where that can't be told."""
    parameter = None if isinstance(style, Link) else style.size
    size = _to_count(query.get(parameter)) if parameter else None
    if isinstance(style, Offset):
        return Position(query, _read_offset(style, query) + (size or 0), size or 0)
    return Position(query, 0, (size or 0) if isinstance(style, PageNumber) else 0)


def find_next_step(
    style: PagingStyle,
    position: Position,
    data: PageData[Any, Any],
    response: ResponseInfo | None,
    url: str,
) -> Step | None:
    """Return the request for the page after this one; None after the last.

    Args:
        style: The paging style.
        position: The position of the walk.
        data: The page.
        response: Its status and headers.
        url: URL of its request.

    Raises:
        APIResponseValidationError: The next page is on another host.
    """
    if isinstance(style, Link):
        return _find_linked(style, data, response, url)
    if not data.items or data.marks.get("has_more") is False:
        return None
    if isinstance(style, Cursor):
        cursor = data.marks.get("next")
        if style.next_header is not None:
            cursor = (
                response.headers.get(style.next_header.lower()) if response is not None else None
            )
        known = cursor not in (None, "", False) and cursor != position.query.get(style.cursor)
        return {style.cursor: cursor} if known else None
    if not _has_more(style, position, data):
        return None
    return step_ahead(style, position, 1)


def step_ahead(style: PagingStyle, position: Position, pages: int) -> Mapping[str, Any] | None:
    """Return the request for a page further on; None for a style that needs the pages between.

    Args:
        style: The paging style.
        position: The position of the walk.
        pages: How many pages further, 1 for the next.
    """
    if isinstance(style, PageNumber):
        return {style.page: _read_number(style, position.query) + pages}
    if isinstance(style, Offset):
        return {style.offset: style.first + position.seen + (pages - 1) * position.size}
    return None


def count_pages_left(
    style: PagingStyle, position: Position, data: PageData[Any, Any]
) -> int | None:
    """Return how many pages follow, where the server tells."""
    total, pages = _to_count(data.marks.get("total")), _to_count(data.marks.get("total_pages"))
    if pages is not None and isinstance(style, PageNumber):
        return max(0, pages - (_read_number(style, position.query) - style.first + 1))
    if total is not None and position.size:
        return max(0, -(-(total - position.seen) // position.size))
    return None


def _has_more(style: PageNumber | Offset, position: Position, data: PageData[Any, Any]) -> bool:
    """Return whether there is another page, by the surest information of the server."""
    left = count_pages_left(style, position, data)
    if left is not None:
        return left > 0
    if data.marks.get("has_more") is True:
        return True
    # Only the length is left to judge by: a short page is the last.
    size = _to_count(position.query.get(style.size)) if style.size else None
    return len(data.items) >= (size or position.size)


def _find_linked(
    style: Link, data: PageData[Any, Any], response: ResponseInfo | None, url: str
) -> str | None:
    target = data.marks.get("next") if style.next else find_next_link(response)
    if not isinstance(target, str) or not target:
        return None
    following = resolve_on_host(url, target)
    if following is None:
        raise APIResponseValidationError(
            "The next page is on another host, where the credentials must not go",
            url=response.url if response else "",
        )
    return None if following == url else following


def get_step_mark(style: PagingStyle, step: Step | None) -> object:
    """Return what must not come twice in a walk: a cursor or a URL; None for pages that are counted."""
    if isinstance(step, str):
        return step
    return str(step[style.cursor]) if isinstance(style, Cursor) and step is not None else None


def find_next_link(response: ResponseInfo | None) -> str | None:
    """Return the target of a `Link` header with the relation `next`."""
    for header in response.headers.get_list("link") if response else ():
        for target, parameters in _iter_links(header):
            if _is_next(parameters):
                return target
    return None


def _iter_links(header: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the target and parameters of each link of a header, in one pass: a server may send anything."""
    position = 0
    while (start := header.find("<", position)) >= 0:
        end = header.find(">", start)
        if end < 0:
            return
        position = begin = end + 1
        parameters: list[str] = []
        is_quoted = False
        while position < len(header) and (is_quoted or header[position] != ","):
            character = header[position]
            if character == '"':
                is_quoted = not is_quoted
            elif character == "\\" and is_quoted:
                position += 1  # what follows stands for itself
            elif character == ";" and not is_quoted:
                parameters.append(header[begin:position])
                begin = position + 1
            position += 1
        yield header[start + 1 : end].strip(), [*parameters, header[begin:position]]


def _is_next(parameters: list[str]) -> bool:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "rel":
            return "next" in value.strip().strip("\"'").lower().split()
    return False


def _read_number(style: PageNumber, query: Mapping[str, Any]) -> int:
    page = _to_count(query.get(style.page))
    return style.first if page is None else page


def _read_offset(style: Offset, query: Mapping[str, Any]) -> int:
    """Return how many items come before the page that `query` asks for."""
    offset = _to_count(query.get(style.offset))
    return 0 if offset is None else max(0, offset - style.first)


def _to_count(value: Any) -> int | None:
    """Return a value as a count; None for anything that is not one."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        return int(value) if int(value) >= 0 else None
    except (ValueError, OverflowError):
        return None
