"""Lists: every item of every page, no page twice, and an end in every case."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from core_support import THING, Answer, Drive, failed, ok
from fakepkg import errors
from fakepkg._codec import things as wire
from fakepkg._core.next_page import find_next_link
from fakepkg._core.response_info import ResponseInfo
from fakepkg._core.transport import Request
from fakepkg.models.things import PageInfo


def query_of(url: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


def things(start: int, stop: int) -> list[dict[str, Any]]:
    return [{"id": str(number)} for number in range(start, stop)]


def numbered(
    total: int, size: int, total_member: str = "total_count"
) -> Callable[[Request], Answer]:
    """A server of `total` things, `size` a page."""

    def answer(request: Request) -> Answer:
        page = int(query_of(request.url).get("page", 1))
        items = things((page - 1) * size, min(page * size, total))
        totals = {"total_count": total, "total_pages": -(-total // size)}
        info = {
            "page": page,
            **({total_member: totals[total_member]} if total_member in totals else {}),
        }
        return ok(items, result_info=info)

    return answer


def ids(items: list[Any]) -> list[int]:
    return [int(item.id) for item in items]


@pytest.mark.parametrize("prefetch", [0, 1, 4])
@pytest.mark.parametrize(
    ("operation", "total_member"),
    [(wire.LIST, "total_count"), (wire.BY_PAGES, "total_pages")],
)
def test_one_page_is_one_request(
    drive: Drive, operation: Any, total_member: str, prefetch: int
) -> None:
    client = drive.client(numbered(1000, 100, total_member))
    listed = client.things.list(operation=operation, per_page=100, prefetch=prefetch)
    assert ids(drive.all(listed)) == list(range(1000))
    pages = sorted(int(query_of(url).get("page", 1)) for url in drive.transport.urls)
    assert pages == list(range(1, 11))
    assert {query_of(url)["per_page"] for url in drive.transport.urls} == {"100"}


@pytest.mark.parametrize("total", [0, 1, 99, 100, 101, 250])
@pytest.mark.parametrize("sized", [False, True])
def test_a_short_or_empty_page_ends_a_list_of_unknown_length(
    drive: Drive, total: int, sized: bool
) -> None:
    client = drive.client(numbered(total, 100, "nothing"))
    listed = client.things.list(operation=wire.PLAIN, **({"per_page": 100} if sized else {}))
    assert ids(drive.all(listed)) == list(range(total))
    # Without a size, a first page may be full for all one knows.
    most = total // 100 + 1 + (0 if sized or total % 100 == 0 or total > 100 else 1)
    assert len(drive.transport.urls) <= max(1, most)


@pytest.mark.parametrize("prefetch", [0, 3])
def test_a_server_that_ignores_the_page_does_not_loop(drive: Drive, prefetch: int) -> None:
    client = drive.client(lambda _: ok(things(0, 10), result_info={"total_count": 99999}))
    assert ids(drive.all(client.things.list(prefetch=prefetch))) == list(range(10))
    assert len(drive.transport.urls) <= 2 + 2 * prefetch


@pytest.mark.parametrize("prefetch", [0, 3])
def test_a_total_that_is_never_reached_ends_with_an_empty_page(drive: Drive, prefetch: int) -> None:
    serve = numbered(20, 10)

    def answer(request: Request) -> Answer:
        page = int(query_of(request.url).get("page", 1))
        return serve(request) if page < 3 else ok([], result_info={"total_count": 20})

    client = drive.client(lambda r: answer(r))
    client.things  # noqa: B018
    assert ids(drive.all(client.things.list(prefetch=prefetch))) == list(range(20))

    def lying(request: Request) -> Answer:
        page = int(query_of(request.url).get("page", 1))
        return ok(
            things(page * 10, page * 10 + 10) if page < 3 else [], result_info={"total_count": 999}
        )

    client = drive.client(lying)
    assert len(drive.all(client.things.list(prefetch=prefetch))) == 20


def test_a_server_that_caps_the_size_loses_nothing(drive: Drive) -> None:
    client = drive.client(numbered(250, 100))
    assert ids(drive.all(client.things.list(per_page=1000))) == list(range(250))


def test_a_walk_may_begin_in_the_middle(drive: Drive) -> None:
    client = drive.client(numbered(250, 100))
    assert ids(drive.all(client.things.list(page=2, per_page=100))) == list(range(100, 250))
    assert len(drive.transport.urls) == 2


@pytest.mark.parametrize("prefetch", [0, 4])
def test_max_items(drive: Drive, prefetch: int) -> None:
    client = drive.client(numbered(1000, 100))
    listed = client.things.list(max_items=250, prefetch=prefetch)
    assert ids(drive.all(listed)) == list(range(250))
    assert len(drive.transport.urls) == 3
    client = drive.client(numbered(1000, 100))
    assert drive.all(client.things.list(max_items=0)) == []
    assert len(drive.transport.urls) == 1
    with pytest.raises(errors.ArgumentError):
        client.things.list(max_items=-1)


def test_a_page_and_the_next(drive: Drive) -> None:
    client = drive.client(numbered(15, 10))
    page = drive(client.things.list())
    assert ids(page.items) == list(range(10)) and isinstance(page.info, PageInfo)
    assert page.info.total_count == 15 and page.response.status == 200 and page.has_next()
    second = drive(page.next())
    assert ids(second.items) == list(range(10, 15)) and not second.has_next()
    with pytest.raises(errors.ArgumentError, match="last page"):
        drive(second.next())
    assert [len(page.items) for page in drive.all(page.by_page())] == [10, 5]
    assert ids(drive.all(second)) == list(range(10, 15)), "a walk begins where the page stands"


def test_the_next_page_of_a_server_that_repeats_itself_is_empty(drive: Drive) -> None:
    client = drive.client(lambda _: ok(things(0, 2), result_info={"total_count": 9}))
    assert drive(drive(client.things.list()).next()).items == []


@pytest.mark.parametrize("prefetch", [0, 3])
def test_cursors(drive: Drive, prefetch: int) -> None:
    def answer(request: Request) -> Answer:
        start = int(query_of(request.url).get("cursor", "0"))
        more = {"cursor": str(start + 5)} if start < 20 else {"cursor": ""}
        return ok(things(start, start + 5), result_info=more)

    client = drive.client(answer)
    listed = client.things.list(operation=wire.BY_CURSOR, prefetch=prefetch)
    assert ids(drive.all(listed)) == list(range(25))
    assert len(drive.transport.urls) == 5
    client = drive.client(lambda _: ok(things(0, 1), result_info={"cursor": "1", "more": False}))
    assert len(drive.all(client.things.list(operation=wire.BY_CURSOR))) == 1
    client = drive.client(
        lambda _: ok([{"id": str(time.monotonic_ns())}], result_info={"cursor": "x"})
    )
    assert (
        len(drive.all(client.things.list(operation=wire.BY_CURSOR))) == 2
    ), "the same cursor again"


@pytest.mark.parametrize("prefetch", [0, 3])
def test_offsets(drive: Drive, prefetch: int) -> None:
    def answer(request: Request) -> Answer:
        start = int(query_of(request.url).get("offset", "0"))
        return ok(things(start, min(23, start + 5)), result_info={"total_count": 23})

    client = drive.client(answer)
    listed = client.things.list(operation=wire.BY_OFFSET, limit=5, offset=3, prefetch=prefetch)
    assert ids(drive.all(listed)) == list(range(3, 23))
    assert len(drive.transport.urls) == 4


@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize("operation", [wire.BY_LINK, wire.BY_LINK_MEMBER])
def test_links(drive: Drive, operation: Any, prefetch: int) -> None:
    def answer(request: Request) -> Answer:
        start = int(query_of(request.url).get("at", "0"))
        link = f"/v4/accounts/acc/things?at={start + 5}" if start < 10 else None
        headers = {"link": f'<x>; rel="prev", <{link}>; title="a, b"; rel="next"'} if link else {}
        return ok(things(start, start + 5), headers, links={"next": link})

    client = drive.client(answer)
    assert ids(drive.all(client.things.list(operation=operation, prefetch=prefetch))) == list(
        range(15)
    )
    assert drive.transport.urls[1] == "https://api.example/v4/accounts/acc/things?at=5"
    assert dict(drive.transport.requests[1].headers)["authorization"]


def test_a_link_to_another_host_is_not_followed(drive: Drive) -> None:
    client = drive.client([ok(things(0, 2), {"link": '<https://evil.example/>; rel="next"'})])
    with pytest.raises(errors.APIResponseValidationError, match="another host"):
        drive.all(client.things.list(operation=wire.BY_LINK))
    assert len(drive.transport.urls) == 1


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ('<a>; rel="next"', "a"),
        ("<a>; rel=next", "a"),
        ('<a>; rel="last next"', "a"),
        ('<a>;rel=prev,<b>;rel="next"', "b"),
        ('<a,b>; title="x; rel=next"; rel=last', None),
        ('<a>; rel="nextish"', None),
        ("<a>; rel='next'", "a"),
        ('< a >;REL = "NEXT"', "a"),
        ('<a>; rel="prev"; rel="next"', None),  # the first counts
        ('<a>; title="say \\"so; rel=prev\\""; rel=next', "a"),
        ('<a>; title="\\\\"; rel=next', "a"),
        ('<a>; rel="\\"next"', None),
        ('<a>; title="never closed; rel=next', None),
        ("<a;b,c?d=e>; rel=next", "a;b,c?d=e"),
        ("<a>; rel*=UTF-8''next", None),
        ("<a>; rel=next, <b>; rel=next", "a"),
        (", ,<a>; rel=next,", "a"),
        ("nonsense", None),
    ],
)
def test_the_link_header(header: str, target: str | None) -> None:
    info = ResponseInfo(200, ok(headers={"Link": header}).headers, "GET", "u", 1, 0.0)
    assert find_next_link(info) == target


@pytest.mark.parametrize(
    "piece", ["<", "<a>; ", '"', ";", ",", '<a>; x="', "<a>; rel=prev, ", '\\"', "<>;"]
)
def test_the_work_for_a_hostile_link_header_grows_with_its_length(piece: str) -> None:
    """The steps are counted, so the speed of the machine is of no matter."""

    def steps(length: int) -> int:
        header = piece * (length // len(piece))
        info = ResponseInfo(200, ok(headers={"Link": header}).headers, "GET", "u", 1, 0.0)
        count = 0

        def trace(frame: Any, event: str, argument: Any) -> Any:
            nonlocal count
            count += 1
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            assert find_next_link(info) is None
        finally:
            sys.settrace(before)
        return count

    assert steps(40_000) <= 2.2 * steps(20_000) + 100


def test_broken_pages_are_borne(drive: Drive) -> None:
    for body in (
        None,
        {},
        {"result": {"a": 1}},
        {"result": None, "result_info": 3},
        {"result": "x"},
    ):
        client = drive.client([Answer(200, body)])
        assert drive.all(client.things.list()) == []
    for total in ("12", -3, True, None, [], 1e400, {"a": 1}):
        client = drive.client(
            [ok(things(0, 2), result_info={"total_count": total}), ok([], result_info=None)]
        )
        assert len(drive.all(client.things.list())) == 2


def test_an_error_ends_the_walk(drive: Drive) -> None:
    client = drive.client([ok(things(0, 2), result_info={"total_count": 9}), failed(404)])
    with pytest.raises(errors.NotFoundError):
        drive.all(client.things.list())


def test_options_reach_every_page(drive: Drive) -> None:
    client = drive.client(numbered(20, 10))
    listed = client.things.list(options={"headers": {"x-a": "b"}, "query": {"q": 1}})
    assert len(drive.all(listed)) == 20
    assert [dict(request.headers)["x-a"] for request in drive.transport.requests] == ["b", "b"]
    assert [query_of(url)["q"] for url in drive.transport.urls] == ["1", "1"]


def test_ahead_in_threads_is_bounded_in_order_and_stops() -> None:
    drive, lock = Drive("sync"), threading.Lock()
    flying, most = 0, 0
    serve = numbered(1000, 10)

    def answer(request: Request) -> Answer:
        nonlocal flying, most
        with lock:
            flying += 1
            most = max(most, flying)
        time.sleep(0.002 * (3 - int(query_of(request.url).get("page", 1)) % 3))
        with lock:
            flying -= 1
        return serve(request)

    client = drive.client(answer)
    taken: list[Any] = []
    for item in client.things.list(prefetch=4):
        taken.append(item)
        if len(taken) == 95:
            break
    assert ids(taken) == list(range(95)) and most == 4
    time.sleep(0.05)
    requested = len(drive.transport.urls)
    assert requested <= 10 + 4
    time.sleep(0.03)
    assert len(drive.transport.urls) == requested and not flying
    deadline = time.monotonic() + 2
    while any(t.name.startswith("prefetch") for t in threading.enumerate()):
        assert time.monotonic() < deadline, "threads are left over"
        time.sleep(0.01)


def test_ahead_in_tasks_is_bounded_in_order_and_stops() -> None:
    drive = Drive("async")
    flying, most = 0, 0
    serve = numbered(1000, 10)

    async def main() -> None:
        nonlocal flying, most
        client = drive.client(serve)
        plain = drive.transport.asend

        async def asend(request: Request) -> Answer:
            nonlocal flying, most
            flying += 1
            most = max(most, flying)
            try:
                await asyncio.sleep(0.001 * (3 - int(query_of(request.url).get("page", 1)) % 3))
                return await plain(request)
            finally:
                flying -= 1

        drive.transport.asend = asend  # type: ignore[method-assign]
        taken: list[Any] = []
        async for item in client.things.list(prefetch=4):
            taken.append(item)
            if len(taken) == 95:
                break
        assert ids(taken) == list(range(95)) and most == 4
        await asyncio.sleep(0.02)
        assert flying == 0 and len(drive.transport.urls) <= 14
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(main())


def test_a_chain_of_pages_is_not_followed_after_the_caller_has_left() -> None:
    drive = Drive("sync")
    requested, left = threading.Event(), threading.Event()

    def answer(request: Request) -> Answer:
        start = int(query_of(request.url).get("cursor", "0"))
        if start == 2:  # the third page: under way until the caller has left
            requested.set()
            assert left.wait(30)
        return ok(things(start, start + 1), result_info={"cursor": str(start + 1)})

    walk = iter(drive.client(answer).things.list(operation=wire.BY_CURSOR, prefetch=8))
    assert ids([next(walk), next(walk)]) == [0, 1] and requested.wait(30)
    walk.close()
    left.set()
    for thread in threading.enumerate():
        if thread.name.startswith("prefetch"):
            thread.join(30)
    assert len(drive.transport.urls) == 3


def test_the_first_page_is_asked_for_in_the_callers_context() -> None:
    drive = Drive("sync")
    trace: ContextVar[str] = ContextVar("trace", default="")
    seen: dict[str | None, str] = {}
    serve = numbered(10, 10)

    def note(request: Request) -> None:
        seen[query_of(request.url).get("page")] = trace.get()

    client = drive.client(serve, before_request=note)
    trace.set("mine")
    assert len(drive.all(client.things.list(prefetch=4))) == 10
    assert seen[None] == "mine"


def test_tasks_under_way_are_cancelled_when_the_caller_leaves() -> None:
    drive = Drive("async")
    serve = numbered(1000, 10)
    left: list[str] = []

    async def main() -> None:
        client = drive.client(serve)

        async def asend(request: Request) -> Answer:
            if int(query_of(request.url).get("page", 1)) > 1:
                try:
                    await asyncio.sleep(30)
                except asyncio.CancelledError:
                    left.append(request.url)
                    raise
            return serve(request)

        drive.transport.asend = asend  # type: ignore[method-assign]
        async for _ in client.things.list(prefetch=4):
            await asyncio.sleep(0.01)
            break
        for _ in range(20):
            await asyncio.sleep(0.005)
        assert len(left) == 3 and len(asyncio.all_tasks()) == 1

    asyncio.run(main())


def test_an_async_page_has_nothing_before_it_is_there() -> None:
    drive = Drive("async")
    page = drive.client(numbered(5, 10)).things.list()
    for look in (lambda: page.items, lambda: page.info, lambda: page.response, page.has_next):
        with pytest.raises(errors.ArgumentError, match="await it"):
            look()

    async def twice() -> None:
        assert (await page).items is (await page).items

    asyncio.run(twice())
    assert len(drive.transport.urls) == 1


def test_the_response_of_a_list_is_that_of_its_first_page(drive: Drive) -> None:
    client = drive.client(numbered(15, 10))
    response = drive(client.parsed_response(client.things.list))
    assert response.status == 200 and len(response.value.items) == 10


def test_pages_and_streams_print_well(drive: Drive) -> None:
    things = [{**THING, "id": str(n)} for n in range(5)]
    page = drive.client([ok(things, result_info={"total_count": 5})]).things.list()
    if drive.mode == "async":
        assert repr(page) == "<AsyncPage, not fetched yet>"
    page = drive(page)
    assert repr(page).startswith(f"{type(page).__name__}(items=[Thing(id='0', ")
    assert "… 2 more], info=PageInfo(total_count=5)" in repr(page)
    kind = {"content-type": "text/event-stream"}
    stream = drive(drive.client([Answer(200, b"", kind)]).things.stream("m"))
    name = "EventStream" if drive.mode == "sync" else "AsyncEventStream"
    assert repr(stream) == f"<{name}: POST https://api.example/v4/accounts/acc/run/m>"
