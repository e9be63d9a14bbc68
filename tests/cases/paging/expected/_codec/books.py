"""The wire side of `books`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import listed, member_of, new, nothing
from .._core.operation import Cursor, Link, Offset, PageNumber, PagedOperation
from ..models.books import Book, Meta


def book(data: Any) -> Book:
    if data.__class__ is not dict:
        return cast("Book", data)
    self = new(Book)
    self.__dict__ = data
    return self


def meta(data: Any) -> Meta:
    if data.__class__ is not dict:
        return cast("Meta", data)
    self = new(Meta)
    self.__dict__ = data
    return self


def _by_page(body: Any) -> list[Book]:
    return listed(book, member_of(body, "books"))


def _by_page_info(body: Any) -> Meta:
    return meta(member_of(body, "meta"))


def _by_cursor(body: Any) -> list[Book]:
    return listed(book, member_of(body, "books"))


def _by_offset(body: Any) -> list[Book]:
    return listed(book, member_of(body, "books"))


def _by_link(body: Any) -> list[Book]:
    return listed(book, member_of(body, "books"))


def _by_header(body: Any) -> list[Book]:
    return listed(book, member_of(body, "books"))


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
    info=nothing,
    paging=Cursor(cursor="after", next="meta.next", has_more="meta.more"),
)
BY_OFFSET: PagedOperation[Book, None] = PagedOperation(
    name="books.by_offset",
    method="GET",
    path="/books/by-offset",
    decode=_by_offset,
    info=nothing,
    paging=Offset(offset="skip", size="limit", total="meta.total"),
)
BY_LINK: PagedOperation[Book, None] = PagedOperation(
    name="books.by_link",
    method="GET",
    path="/books/by-link",
    decode=_by_link,
    info=nothing,
    paging=Link(next="meta.next"),
)
BY_HEADER: PagedOperation[Book, None] = PagedOperation(
    name="books.by_header",
    method="GET",
    path="/books/by-header",
    decode=_by_header,
    info=nothing,
    paging=Link(),
)
