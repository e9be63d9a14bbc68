"""Fetching pages of a list ahead of the loop that reads them: in threads, or in tasks."""

# pyright: reportPrivateUsage=false
# The inner side of pages.

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .fork import renew_in_children

if TYPE_CHECKING:
    import asyncio

    from .next_page import Step
    from .pages import AsyncPage, Page

T = TypeVar("T")
ItemT = TypeVar("ItemT")
InfoT = TypeVar("InfoT")


class _Workers:
    """Threads that take tasks in order. They never hold up the end of the program.

    Args:
        number: How many threads.
    """

    def __init__(self, number: int) -> None:
        self._tasks: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._most = number
        self._started = 0

    def submit(self, function: Callable[..., T], *arguments: Any) -> Future[T]:
        """Let a thread call a function, with the context variables of the caller."""
        future: Future[T] = Future()
        context = copy_context()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                value = context.run(function, *arguments)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(value)

        self._tasks.put(run)
        if self._started < self._most:
            self._started += 1
            Thread(target=self._work, name="prefetch", daemon=True).start()
        return future

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            task()

    def close(self) -> None:
        """Let the threads end after their current tasks."""
        for _ in range(self._started):
            self._tasks.put(None)


class Prefetch(Generic[ItemT, InfoT]):
    """Fetches pages in threads, `prefetch` at a time, and hands them out in order."""

    def __init__(self, first: Page[ItemT, InfoT]) -> None:
        self._first = first
        self._is_inherited = False
        self._number = 0
        self._closed = first._cancelled = Event()
        self._pool = _Workers(first._prefetch)
        self._due: deque[Future[Page[ItemT, InfoT]]] = deque()
        self._last: Future[Page[ItemT, InfoT]] | None = None
        if first._data is None:
            # In a thread as well: while others are started, its request would wait.
            self._begun = self._pool.submit(first._request, None)
            first._expect()
            self._fill(first._prefetch - 1)
        renew_in_children(self)

    def after_fork(self) -> None:
        """Go on without threads in a child process, which inherits none of them."""
        self._is_inherited = True
        self._due.clear()
        self._pool = _Workers(0)

    def first(self) -> Page[ItemT, InfoT]:
        """Return the first page of a walk that begins with it."""
        return self._begun.result()

    def take(self, page: Page[ItemT, InfoT], step: Step) -> Page[ItemT, InfoT]:
        """Return the page after `page`, to which `step` leads."""
        if self._is_inherited:
            page._cancelled = None  # a thread of the parent may have held its lock
            return page._to(step)
        self._fill(self._first._prefetch)
        if not self._due:  # the list has grown since it was counted
            return page._to(step)
        following = self._due.popleft().result()
        self._fill(self._first._prefetch)
        return following._decode_items()

    def _fill(self, most: int) -> None:
        while len(self._due) < most and self._number < self._first._pages_to_come():
            self._number += 1
            step = self._first._ahead_step(self._number)
            if step is not None:
                future = self._pool.submit(self._first._request_page, step)
            else:
                future = self._pool.submit(self._fetch_after, self._last)
            self._last = future
            self._due.append(future)

    def _fetch_after(self, before: Future[Page[ItemT, InfoT]] | None) -> Page[ItemT, InfoT]:
        # Never a deadlock: threads take the fetches in order, so the one before has begun.
        page = self._first if before is None else before.result()
        step = None if self._closed.is_set() else page._step()
        return page if step is None else page._to(step)

    def close(self) -> None:
        """Begin no further fetch, and end the pauses of those under way."""
        if self._is_inherited:
            return
        self._closed.set()
        for future in self._due:
            future.cancel()
        self._pool.close()

    def __del__(self) -> None:
        self.close()


class AsyncPrefetch(Generic[ItemT, InfoT]):
    """Fetches pages in tasks, `prefetch` at a time, and hands them out in order."""

    def __init__(self, first: AsyncPage[ItemT, InfoT]) -> None:
        self._first = first
        self._number = 0
        self._due: deque[asyncio.Task[AsyncPage[ItemT, InfoT]]] = deque()
        self._last: asyncio.Task[AsyncPage[ItemT, InfoT]] | None = None
        if first._data is None:
            first._expect()
            self._fill(first._prefetch - 1)

    async def take(self, page: AsyncPage[ItemT, InfoT], step: Step) -> AsyncPage[ItemT, InfoT]:
        """Return the page after `page`, to which `step` leads."""
        self._fill(self._first._prefetch)
        if not self._due:  # the list has grown since it was counted
            return await page._to(step)
        following = await self._due[0]
        self._due.popleft()
        self._fill(self._first._prefetch)
        return await following._decode_items()

    def _fill(self, most: int) -> None:
        from asyncio import create_task

        while len(self._due) < most and self._number < self._first._pages_to_come():
            self._number += 1
            step = self._first._ahead_step(self._number)
            fetch = (
                self._fetch_after(self._last) if step is None else self._first._request_page(step)
            )
            self._last = create_task(fetch)
            self._due.append(self._last)

    async def _fetch_after(
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
