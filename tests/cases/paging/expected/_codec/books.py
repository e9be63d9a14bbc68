# Generated from Shelf 1; do not edit.
"""Decoders and operations of `books`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list, decode_nothing, get_member
from .._core.paging_styles import Cursor, Link, Offset, PageNumber, PagedOperation
from ..models.books import Book, Meta

if TYPE_CHECKING:
    from collections.abc import Callable

book: Callable[[Any], Book] = adopt(Book)
meta: Callable[[Any], Meta] = adopt(Meta)


def _by_page(body: Any) -> list[Book]:
    return decode_list(book, get_member(body, "books"))


def _by_page_info(body: Any) -> Meta:
    return meta(get_member(body, "meta"))


def _by_cursor(body: Any) -> list[Book]:
    return decode_list(book, get_member(body, "books"))


def _by_last_item(body: Any) -> list[Book]:
    return decode_list(book, get_member(body, "books"))


def _by_offset(body: Any) -> list[Book]:
    return decode_list(book, get_member(body, "books"))


def _by_link(body: Any) -> list[Book]:
    return decode_list(book, get_member(body, "books"))


def _by_header(body: Any) -> list[Book]:
    return decode_list(book, get_member(body, "books"))


def _from_zero(body: Any) -> list[Book]:
    return decode_list(book, get_member(body, "books"))


def _from_one(body: Any) -> list[Book]:
    return decode_list(book, get_member(body, "books"))


def _by_cursor_in_header(body: Any) -> list[Book]:
    return decode_list(book, get_member(body, "books"))


def _search(body: Any) -> list[Book]:
    return decode_list(book, get_member(body, "books"))


def _search_by_page(body: Any) -> list[Book]:
    return decode_list(book, get_member(body, "books"))


def _by_odata(body: Any) -> list[Book]:
    return decode_list(book, get_member(body, "odata.books"))


BY_PAGE: PagedOperation[Book, Meta] = PagedOperation(
    name="books.by_page",
    method="GET",
    path="/books",
    decode=_by_page,
    info=_by_page_info,
    paging=PageNumber(page="page", size="per_page", total="meta.total"),
)
BY_CURSOR: PagedOperation[Book, None] = PagedOperation(
    name="books.by_cursor",
    method="GET",
    path="/books/by-cursor",
    decode=_by_cursor,
    info=decode_nothing,
    paging=Cursor(cursor="after", next="meta.next", has_more="meta.more"),
)
BY_LAST_ITEM: PagedOperation[Book, None] = PagedOperation(
    name="books.by_last_item",
    method="GET",
    path="/books/by-last-item",
    decode=_by_last_item,
    info=decode_nothing,
    paging=Cursor(cursor="starting_after", next="books.-1.title", has_more="meta.more"),
)
BARE: PagedOperation[Book, None] = PagedOperation(
    name="books.bare",
    method="GET",
    path="/books/bare",
    decode=lambda item: decode_list(book, item),
    info=decode_nothing,
    paging=Cursor(cursor="starting_after", next="-1.title"),
)
BY_OFFSET: PagedOperation[Book, None] = PagedOperation(
    name="books.by_offset",
    method="GET",
    path="/books/by-offset",
    decode=_by_offset,
    info=decode_nothing,
    paging=Offset(offset="skip", size="limit", total="meta.total"),
)
BY_LINK: PagedOperation[Book, None] = PagedOperation(
    name="books.by_link",
    method="GET",
    path="/books/by-link",
    decode=_by_link,
    info=decode_nothing,
    paging=Link(next="meta.@odata.nextLink"),
)
BY_HEADER: PagedOperation[Book, None] = PagedOperation(
    name="books.by_header",
    method="GET",
    path="/books/by-header",
    decode=_by_header,
    info=decode_nothing,
    paging=Link(),
)
FROM_ZERO: PagedOperation[Book, None] = PagedOperation(
    name="books.from_zero",
    method="GET",
    path="/books/from-zero",
    decode=_from_zero,
    info=decode_nothing,
    paging=PageNumber(page="page", first=0),
)
FROM_ONE: PagedOperation[Book, None] = PagedOperation(
    name="books.from_one",
    method="GET",
    path="/books/from-one",
    decode=_from_one,
    info=decode_nothing,
    paging=Offset(offset="start", size="count", first=1),
)
BY_CURSOR_IN_HEADER: PagedOperation[Book, None] = PagedOperation(
    name="books.by_cursor_in_header",
    method="GET",
    path="/books/cursor-in-header",
    decode=_by_cursor_in_header,
    info=decode_nothing,
    paging=Cursor(cursor="after", next_header="X-After"),
)
SEARCH: PagedOperation[Book, None] = PagedOperation(
    name="books.search",
    method="POST",
    path="/books/cursor-search",
    decode=_search,
    info=decode_nothing,
    paging=Cursor(cursor="after", next="meta.next", in_body=True),
    body="json",
)
SEARCH_BY_PAGE: PagedOperation[Book, None] = PagedOperation(
    name="books.search_by_page",
    method="POST",
    path="/books/search",
    decode=_search_by_page,
    info=decode_nothing,
    paging=PageNumber(page="page", size="per_page", total="meta.total", in_body=True),
    body="json",
)
BY_ODATA: PagedOperation[Book, None] = PagedOperation(
    name="books.by_odata",
    method="GET",
    path="/books/odata",
    decode=_by_odata,
    info=decode_nothing,
    paging=Link(next="@odata.nextLink"),
)
