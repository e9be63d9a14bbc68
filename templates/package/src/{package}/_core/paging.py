"""Pages of a list, sync and async, with fetching ahead.

A page knows the page it is and how the next one is asked for; a walk goes from page to page.
"""

# pyright: reportPrivateUsage=false
# Pages are the inner side of the clients, and each page looks into the one before it.

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Generator, Iterator
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .request_builder import prepare
from .pages import BasePage, Step

if TYPE_CHECKING:
    import asyncio
    from concurrent.futures import Future

    from .client import AsyncClient, Client  # noqa: F401  # in the quoted bases below

ItemT = TypeVar("ItemT")
InfoT = TypeVar("InfoT")


class Page(BasePage[ItemT, InfoT, "Client"]):
    """A page of a list. Iterating over it gives the items of this page and of all that follow."""

    _ahead: _Ahead[ItemT, InfoT] | None = None

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

    def _start_ahead(self) -> _Ahead[ItemT, InfoT] | None:
        return _Ahead(self) if self._prefetch else None

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


class _Ahead(Generic[ItemT, InfoT]):
    """Fetches pages in threads, `prefetch` at a time, and hands them out in order."""

    def __init__(self, first: Page[ItemT, InfoT]) -> None:
        from concurrent.futures import ThreadPoolExecutor

        self._first = first
        self._number = 0
        self._closed = False
        self._pool = ThreadPoolExecutor(first._prefetch, "prefetch")
        self._due: deque[Future[Page[ItemT, InfoT]]] = deque()
        self._last: Future[Page[ItemT, InfoT]] | None = None
        if first._sheet is None:
            # In a thread as well: while others are started, its request would wait.
            self._begun = self._pool.submit(copy_context().run, first._sent, None)
            first._expect()
            self._fill(first._prefetch - 1)

    def first(self) -> Page[ItemT, InfoT]:
        """The first page of a walk that begins with it."""
        return self._begun.result()

    def take(self, page: Page[ItemT, InfoT], step: Step) -> Page[ItemT, InfoT]:
        """The page after `page`, to which `step` leads."""
        self._fill(self._first._prefetch)
        if not self._due:  # the list has grown since it was counted
            return page._to(step)
        following = self._due.popleft().result()
        self._fill(self._first._prefetch)
        return following._decoded()

    def _fill(self, most: int) -> None:
        while len(self._due) < most and self._number < self._first._pages_to_come():
            self._number += 1
            step = self._first._ahead_step(self._number)
            if step is not None:
                future = self._pool.submit(self._first._asked_for, step)
            else:
                future = self._pool.submit(self._chained, self._last)
            self._last = future
            self._due.append(future)

    def _chained(self, before: Future[Page[ItemT, InfoT]] | None) -> Page[ItemT, InfoT]:
        # Never a deadlock: threads take the fetches in order, so the one before has begun.
        page = self._first if before is None else before.result()
        step = None if self._closed else page._step()
        return page if step is None else page._to(step)

    def close(self) -> None:
        """Begin no further fetch; those under way end by themselves."""
        self._closed = True
        self._pool.shutdown(wait=False)


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
        ahead = _AsyncAhead(self) if self._prefetch else None
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


class _AsyncAhead(Generic[ItemT, InfoT]):
    """Fetches pages in tasks, `prefetch` at a time, and hands them out in order."""

    def __init__(self, first: AsyncPage[ItemT, InfoT]) -> None:
        self._first = first
        self._number = 0
        self._due: deque[asyncio.Task[AsyncPage[ItemT, InfoT]]] = deque()
        self._last: asyncio.Task[AsyncPage[ItemT, InfoT]] | None = None
        if first._sheet is None:
            first._expect()
            self._fill(first._prefetch - 1)

    async def take(self, page: AsyncPage[ItemT, InfoT], step: Step) -> AsyncPage[ItemT, InfoT]:
        """The page after `page`, to which `step` leads."""
        self._fill(self._first._prefetch)
        if not self._due:  # the list has grown since it was counted
            return await page._to(step)
        following = await self._due[0]
        self._due.popleft()
        self._fill(self._first._prefetch)
        return await following._decoded()

    def _fill(self, most: int) -> None:
        from asyncio import create_task

        while len(self._due) < most and self._number < self._first._pages_to_come():
            self._number += 1
            step = self._first._ahead_step(self._number)
            fetch = self._chained(self._last) if step is None else self._first._asked_for(step)
            self._last = create_task(fetch)
            self._due.append(self._last)

    async def _chained(
        self, before: asyncio.Task[AsyncPage[ItemT, InfoT]] | None
    ) -> AsyncPage[ItemT, InfoT]:
        page = self._first if before is None else await before
        step = page._step()
        return page if step is None else await page._to(step)

    async def close(self) -> None:
        """Stop what is under way."""
        from asyncio import gather

        for task in self._due:
            task.cancel()
        await gather(*self._due, return_exceptions=True)
