from __future__ import annotations

from typing import Any, cast

from .._core.codec import decode_any, decode_list, decode_nothing, get_member, new
from .._core.operation import Operation
from .._core.paging_styles import Cursor, Link, Offset, PagedOperation, PageNumber
from ..models.things import HTTPThing, Owner, PageInfo, Thing


def owner(data: Any) -> Owner:
    if data.__class__ is not dict:
        return cast("Owner", data)
    self = new(Owner)
    self.__dict__ = data
    return self


def thing(data: Any) -> Thing:
    if data.__class__ is not dict:
        return cast("Thing", data)
    self = new(Thing)
    self.__dict__ = data
    if "owner" in data:
        data["owner"] = owner(data["owner"])
    return self


def odd_name(data: Any) -> HTTPThing:
    if data.__class__ is not dict:
        return cast("HTTPThing", data)
    self = new(HTTPThing)
    self.__dict__ = data
    return self


def page_info(data: Any) -> PageInfo:
    if data.__class__ is not dict:
        return cast("PageInfo", data)
    self = new(PageInfo)
    self.__dict__ = data
    return self


def _one(body: Any) -> Thing:
    return thing(get_member(body, "result"))


def _items(body: Any) -> list[Thing]:
    return decode_list(thing, get_member(body, "result"))


def _info(body: Any) -> PageInfo:
    return page_info(get_member(body, "result_info"))


GET: Operation[Thing] = Operation(
    name="things.get", method="GET", path="/accounts/{account_id}/things/{id}", decode=_one
)
CREATE: Operation[Thing] = Operation(
    name="things.create",
    method="POST",
    path="/accounts/{account_id}/things",
    decode=_one,
    body="json",
    nulls=("count",),
    keys={"owner": {"full_name": ("fullName", {})}},
)
CHECK: Operation[Thing] = Operation(
    name="things.check",
    method="POST",
    path="/accounts/{account_id}/things/check",
    decode=_one,
    body="json",
    retry_safe=True,
)
DELETE: Operation[None] = Operation(
    name="things.delete",
    method="DELETE",
    path="/accounts/{account_id}/things",
    decode=decode_nothing,
    styles={"query": {"filters": "json"}},
    refuse_empty=("filters",),
)
RUN: Operation[Any] = Operation(
    name="things.run",
    method="POST",
    path="/accounts/{account_id}/run/{model_name}",
    decode=lambda body: get_member(body, "result"),
    unescaped=("model_name",),
    body="json",
    media={
        "application/json": "json",
        "text/event-stream": "events",
        "image/*": "bytes",
        "text/csv": "text",
    },
    stream="stream",
    event=decode_any,
)
_LIST = "/accounts/{account_id}/things"
LIST: PagedOperation[Thing, PageInfo] = PagedOperation(
    name="things.list",
    method="GET",
    path=_LIST,
    decode=_items,
    info=_info,
    paging=PageNumber(page="page", size="per_page", total="result_info.total_count"),
)
BY_PAGES: PagedOperation[Thing, PageInfo] = PagedOperation(
    name="things.list",
    method="GET",
    path=_LIST,
    decode=_items,
    info=_info,
    paging=PageNumber(size="per_page", total_pages="result_info.total_pages"),
)
PLAIN: PagedOperation[Thing, PageInfo] = PagedOperation(
    name="things.list",
    method="GET",
    path=_LIST,
    decode=_items,
    info=_info,
    paging=PageNumber(size="per_page"),
)
BY_CURSOR: PagedOperation[Thing, PageInfo] = PagedOperation(
    name="things.list",
    method="GET",
    path=_LIST,
    decode=_items,
    info=_info,
    paging=Cursor(next="result_info.cursor", has_more="result_info.more"),
)
BY_OFFSET: PagedOperation[Thing, PageInfo] = PagedOperation(
    name="things.list",
    method="GET",
    path=_LIST,
    decode=_items,
    info=_info,
    paging=Offset(size="limit", total="result_info.total_count"),
)
BY_LINK: PagedOperation[Thing, PageInfo] = PagedOperation(
    name="things.list", method="GET", path=_LIST, decode=_items, info=_info, paging=Link()
)
BY_LINK_MEMBER: PagedOperation[Thing, PageInfo] = PagedOperation(
    name="things.list",
    method="GET",
    path=_LIST,
    decode=_items,
    info=_info,
    paging=Link(next="links.next"),
)
