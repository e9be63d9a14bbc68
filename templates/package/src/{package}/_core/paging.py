"""Pages of a list, sync and async, with fetching ahead.

A page knows the page it is and how the next one is asked for; a walk goes from page to page.
"""

# pyright: reportPrivateUsage=false
# Pages are the inner side of the clients, and each page looks into the one before it.

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from ..errors import ArgumentError
from .operation import PagedOperation, PageNumber
from .paging_styles import (
    Place,
    Sheet,
    Step,
    ahead,
    expected_place,
    first_place,
    next_step,
    pages_left,
)
from .reply import ReplyInfo, info_of
from .request_builder import Call, prepare

if TYPE_CHECKING:
    from .client import AsyncClient, Client  # noqa: F401  # in the quoted bases below
    from .exchange import Exchange
    from .prefetch import AsyncPrefetch, Prefetch

ItemT = TypeVar("ItemT")
InfoT = TypeVar("InfoT")
ClientT = TypeVar("ClientT")
_ENDLESS = 1 << 62


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


class Page(BasePage[ItemT, InfoT, "Client"]):
    """A page of a list. Iterating over it gives the items of this page and of all that follow."""

    _ahead: Prefetch[ItemT, InfoT] | None = None

    def next(self) -> Page[ItemT, InfoT]:
        """Fetch the next page; it is empty where the server repeats this one.

        Raises:
            ArgumentError: This is the last page.
            APIError: The call failed.
        """
        page = self._to(self._required_step())
        if not page._follows(self):
            page._here().items.clear()
        return page

    def by_page(self) -> Iterator[Page[ItemT, InfoT]]:
        """This page and all that follow, each fetched when it is due, or ahead with `prefetch`."""
        yield self
        page, taken = self, len(self.items)
        ahead, self._ahead = self._ahead or self._start_ahead(), None
        try:
            while taken < self._limit and (step := page._step()) is not None:
                following = page._to(step) if ahead is None else ahead.take(page, step)
                if not following._follows(page):
                    return
                yield following
                page, taken = following, taken + len(following.items)
        finally:
            if ahead is not None:
                ahead.close()

    def __iter__(self) -> Iterator[ItemT]:
        left = self._limit
        for page in self.by_page():
            yield from page.items if len(page.items) <= left else page.items[:left]
            left -= len(page.items)

    def _to(self, step: Step) -> Page[ItemT, InfoT]:
        return self._asked_for(step)._decoded()

    def _asked_for(self, step: Step) -> Page[ItemT, InfoT]:
        """The page that a step leads to, read but not decoded."""
        page, url = self._after(step)
        return page._sent(url)

    def _start_ahead(self) -> Prefetch[ItemT, InfoT] | None:
        if not self._prefetch:
            return None
        from .prefetch import Prefetch

        return Prefetch(self)

    def _first(self) -> Page[ItemT, InfoT]:
        """Fetch the first page of a walk, and with it those that are fetched ahead."""
        ahead = self._ahead = self._start_ahead()
        try:
            return (self._sent(None) if ahead is None else ahead.first())._decoded()
        except BaseException:
            if self._ahead is not None:
                self._ahead.close()
            raise

    def _sent(self, url: str | None) -> Page[ItemT, InfoT]:
        self._answer = prepare(self._client._config, self._operation, self._call, url=url)
        self._client._carry_out(self._answer)
        return self

    def _decoded(self) -> Page[ItemT, InfoT]:
        answer, self._answer = self._answer, None
        if answer is not None:
            self._arrived(answer, self._client._decoded(answer, self._read))
        return self


class AsyncPage(BasePage[ItemT, InfoT, "AsyncClient"]):
    """A page of a list: `await` it for its items, or iterate over it for these and all that follow."""

    def __await__(self) -> Generator[Any, None, AsyncPage[ItemT, InfoT]]:
        return self._fetched().__await__()

    async def next(self) -> AsyncPage[ItemT, InfoT]:
        """Fetch the next page; it is empty where the server repeats this one.

        Raises:
            ArgumentError: This is the last page.
            APIError: The call failed.
        """
        page = await self._to((await self)._required_step())
        if not page._follows(self):
            page._here().items.clear()
        return page

    async def by_page(self) -> AsyncIterator[AsyncPage[ItemT, InfoT]]:
        """This page and all that follow, each fetched when it is due, or ahead with `prefetch`."""
        ahead: AsyncPrefetch[ItemT, InfoT] | None = None
        if self._prefetch:
            from .prefetch import AsyncPrefetch

            ahead = AsyncPrefetch(self)
        try:
            yield await self
            page, taken = self, len(self.items)
            while taken < self._limit and (step := page._step()) is not None:
                following = await (page._to(step) if ahead is None else ahead.take(page, step))
                if not following._follows(page):
                    return
                yield following
                page, taken = following, taken + len(following.items)
        finally:
            if ahead is not None:
                await ahead.close()

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        left = self._limit
        async for page in self.by_page():
            for item in page.items if len(page.items) <= left else page.items[:left]:
                yield item
            left -= len(page.items)

    async def _fetched(self) -> AsyncPage[ItemT, InfoT]:
        return self if self._sheet is not None else await (await self._sent(None))._decoded()

    async def _to(self, step: Step) -> AsyncPage[ItemT, InfoT]:
        return await (await self._asked_for(step))._decoded()

    async def _asked_for(self, step: Step) -> AsyncPage[ItemT, InfoT]:
        """The page that a step leads to, read but not decoded."""
        page, url = self._after(step)
        return await page._sent(url)

    async def _sent(self, url: str | None) -> AsyncPage[ItemT, InfoT]:
        self._answer = prepare(self._client._config, self._operation, self._call, url=url)
        await self._client._carry_out(self._answer)
        return self

    async def _decoded(self) -> AsyncPage[ItemT, InfoT]:
        answer, self._answer = self._answer, None
        if answer is not None:
            self._arrived(answer, await self._client._decoded(answer, self._read))
        return self
