"""The paging styles: how an API is asked for the next page. Data only; `next_page` decides by them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeAlias, TypeVar

from .operation import Operation
from .record import Record

ItemT = TypeVar("ItemT")
InfoT = TypeVar("InfoT")


class PageNumber(Record):
    """Pages are asked for by number.

    Attributes:
        page: Parameter with the number.
        size: Parameter with the number of items a page.
        total: Dotted path of the number of all items in the response.
        total_pages: Dotted path of the number of pages.
        has_more: Dotted path of whether there is another page.
        first: Number of the first page.
        in_body: Whether the parameters are members of the request body, not of the query.
    """

    page: str = "page"
    size: str | None = None
    total: str | None = None
    total_pages: str | None = None
    has_more: str | None = None
    first: int = 1
    in_body: bool = False


class Cursor(Record):
    """Each response holds the cursor of the next page.

    Attributes:
        cursor: Parameter that takes it.
        next: Dotted path of that cursor in the response; `data.-1.id` is the `id` of the last item.
        next_header: Response header with that cursor, where the body does not have it.
        size: Parameter with the number of items a page.
        has_more: Dotted path of whether there is another page.
        in_body: Whether the parameters are members of the request body, not of the query.
    """

    next: str | None = None
    next_header: str | None = None
    cursor: str = "cursor"
    size: str | None = None
    has_more: str | None = None
    in_body: bool = False


class Offset(Record):
    """Pages are requested by the number of items to skip.

    Attributes:
        offset: Parameter with that number.
        size: Parameter with the number of items a page.
        total: Dotted path of the number of all items in the response.
        has_more: Dotted path of whether there is another page.
        first: What asks for the first item: 1 where items are numbered from 1 on.
        in_body: Whether the parameters are members of the request body, not of the query.
    """

    offset: str = "offset"
    size: str | None = None
    total: str | None = None
    has_more: str | None = None
    first: int = 0
    in_body: bool = False


class Link(Record):
    """The URL of the next page is in the response.

    Attributes:
        next: Where in the body (dotted path); without it, the `Link` header with `rel="next"`.
    """

    next: str | None = None


PagingStyle: TypeAlias = PageNumber | Cursor | Offset | Link


class PagedOperation(Operation[list[ItemT]], Generic[ItemT, InfoT]):
    """An operation that returns a list page by page; `decode` returns the items of a page.

    Attributes:
        info: Parsed body → information about the page and the whole.
        paging: How the next page is asked for.
    """

    info: Callable[[Any], InfoT]
    paging: PagingStyle
