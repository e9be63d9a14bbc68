"""Pages of a list, sync and async, with fetching ahead.

A page holds its items and how to request the next page; a walk goes from page to page.
"""

# pyright: reportPrivateUsage=false
# Pages are the inner side of the clients, and each page looks into the one before it.

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, Unpack, cast

from ..errors import APIResponseValidationError, ArgumentError
from .next_page import (
    PageData,
    Position,
    Step,
    count_pages_left,
    find_first_position,
    find_next_step,
    get_step_mark,
    guess_first_position,
    step_ahead,
)
from .paging_styles import PagedOperation, PageNumber
from .request_builder import CallArguments, CallKeywords, prepare
from .resource import AsyncResource, Resource
from .response_info import Capture, ResponseInfo, get_raw_capture, make_info

if TYPE_CHECKING:
    from threading import Event

    from .async_client import AsyncClient  # noqa: F401  # in the quoted bases below
    from .call import Attempt, Call
    from .client import Client  # noqa: F401  # in the quoted bases below
    from .client_base import BaseClient
    from .prefetch import AsyncPrefetch, Prefetch
    from .transport import AsyncResponse, Response

ItemT = TypeVar("ItemT")
InfoT = TypeVar("InfoT")
ClientT = TypeVar("ClientT", bound="BaseClient")
_ENDLESS = 1 << 62


class BasePage(Generic[ItemT, InfoT, ClientT]):
    """The base of both kinds of pages: everything except waiting."""

    def __init__(
        self,
        client: ClientT,
        operation: PagedOperation[ItemT, InfoT],
        arguments: CallArguments,
        prefetch: int = 0,
        max_items: int | None = None,
    ) -> None:
        if prefetch < 0 or (max_items is not None and max_items < 0):
            raise ArgumentError("`prefetch` and `max_items` can't be negative")
        self._client = client
        self._operation = operation
        self._arguments = arguments
        self._prefetch = prefetch
        self._limit = _ENDLESS if max_items is None else max_items
        self._attempt: Attempt | None = None
        self._data: PageData[ItemT, InfoT] | None = None
        self._response: ResponseInfo | None = None
        self._position = Position({}, 0, 0)
        self._url = ""
        # Set when the walk is abandoned, so that no thread goes on waiting for a page.
        self._cancelled: Event | None = None
        # Cursors and URLs of the walk, and how many pages from its start each was requested.
        self._visited: dict[object, int] = {}
        self._number = 0

    def __repr__(self) -> str:
        name = type(self).__name__
        if self._data is None:
            return f"<{name}, not fetched yet>"
        from .model import summarize

        return f"{name}(items={summarize(self._data.items)}, info={summarize(self._data.info)})"

    @property
    def items(self) -> list[ItemT]:
        """The items of this page."""
        return self._here().items

    @property
    def info(self) -> InfoT:
        """What the server says about this page and the whole."""
        return self._here().info

    @property
    def response(self) -> ResponseInfo:
        """Status, headers and the rest of the response that this page came with."""
        self._here()
        assert self._response is not None
        return self._response

    def has_next(self) -> bool:
        """Return whether there is another page, as far as this one tells."""
        return self._step() is not None

    def _here(self) -> PageData[ItemT, InfoT]:
        if self._data is None:
            raise ArgumentError("The page has not been fetched yet; await it or iterate over it")
        return self._data

    def _step(self) -> Step | None:
        style = self._operation.paging
        step = find_next_step(style, self._position, self._here(), self._response, self._url)
        mark = get_step_mark(style, step)
        if mark is not None and self._visited.setdefault(mark, self._number) < self._number:
            raise APIResponseValidationError(
                "The server names a page as the next one that was read before: its pages form a cycle",
                method=self.response.method,
                url=self.response.url,
            )
        return step

    def _required_step(self) -> Step:
        step = self._step()
        if step is None:
            raise ArgumentError("This is the last page; ask `has_next()` first")
        return step

    def _after(self, step: Step) -> tuple[Self, str | None]:
        """Return the page that a step leads to, not yet fetched, and its URL if the server gave one."""
        arguments = self._arguments
        if not isinstance(step, str):
            arguments = arguments.with_step(step, in_body=self._is_in_body())
        limit = None if self._limit == _ENDLESS else self._limit
        page = type(self)(self._client, self._operation, arguments, self._prefetch, limit)
        page._cancelled, page._visited = self._cancelled, self._visited
        page._number = self._number + 1
        return page, step if isinstance(step, str) else None

    def _call(self, url: str | None, capture: Capture | None = None) -> Call:
        stream = capture is not None and capture.mode == "stream"
        config = self._client._config
        call = prepare(config, self._operation, self._arguments, stream=stream, url=url)
        call.cancelled = self._cancelled
        return call

    def _read(self, body: Any) -> PageData[ItemT, InfoT]:
        return PageData(self._operation, body)

    def _receive(self, attempt: Attempt, data: PageData[ItemT, InfoT]) -> None:
        self._data, self._response, self._url = data, make_info(attempt), attempt.request.url
        style, items = self._operation.paging, len(self._data.items)
        self._position = find_first_position(style, self._query(), items)

    def _is_in_body(self) -> bool:
        return getattr(self._operation.paging, "in_body", False)

    def _query(self) -> dict[str, Any]:
        arguments = self._arguments
        if self._is_in_body():
            return {**(arguments.body or {}), **arguments.options.get("body", {})}
        return {**arguments.query, **arguments.options.get("query", {})}

    def _follows(self, before: Self) -> bool:
        """Take the position after a page; False where the list has ended with it after all."""
        items = self.items
        if not items or items == before.items:  # a server that ignores the page asked for
            return False
        position = before._position
        self._position = Position(self._position.query, position.seen + len(items), position.size)
        return True

    def _expect(self) -> None:
        """Guess the position of this page before it has arrived, so that others can be requested."""
        self._position = guess_first_position(self._operation.paging, self._query())

    def _ahead_step(self, pages: int) -> Step | None:
        return step_ahead(self._operation.paging, self._position, pages)

    def _pages_to_come(self) -> int:
        """Return how many pages after this one may be requested, as far as is known by now."""
        size, style = self._position.size, self._operation.paging
        if self._data is None:
            known = isinstance(style, PageNumber) and self._limit == _ENDLESS
            return -(-self._limit // size) - 1 if size else _ENDLESS * known
        left = count_pages_left(style, self._position, self._data)
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
        """Yield this page and all that follow, each fetched when it is due, or ahead with `prefetch`."""
        ahead, self._ahead = self._ahead or self._start_ahead(), None
        try:
            yield self
            page, taken = self, len(self.items)
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
        return self._request_page(step)._decode_items()

    def _request_page(self, step: Step) -> Page[ItemT, InfoT]:
        """Return the page that a step leads to, read but not decoded."""
        page, url = self._after(step)
        return page._request(url)

    def _start_ahead(self) -> Prefetch[ItemT, InfoT] | None:
        if not self._prefetch:
            return None
        from .prefetch import Prefetch

        return Prefetch(self)

    def _first(self) -> Page[ItemT, InfoT]:
        """Fetch the first page of a walk, and with it those that are fetched ahead."""
        if (capture := get_raw_capture()) is not None:
            return cast(
                Self, self._client._capture(capture, self._call(None, capture), self._of_response)
            )
        ahead = self._ahead = self._start_ahead()
        try:
            return (self._request(None) if ahead is None else ahead.first())._decode_items()
        except BaseException:
            if self._ahead is not None:
                self._ahead.close()
            raise

    def _of_response(self, attempt: Attempt, response: Response) -> Page[ItemT, InfoT]:
        from .response_body import read

        read(attempt, response)
        self._attempt = attempt
        return self._decode_items()

    def _request(self, url: str | None) -> Page[ItemT, InfoT]:
        self._attempt, _ = self._client._carry_out(self._call(url))
        return self

    def _decode_items(self) -> Page[ItemT, InfoT]:
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            self._receive(attempt, self._client._decode_response(attempt, self._read))
        return self


class AsyncPage(BasePage[ItemT, InfoT, "AsyncClient"]):
    """A page of a list: `await` it for its items, or iterate over it for these and all that follow."""

    def __await__(self) -> Generator[Any, None, AsyncPage[ItemT, InfoT]]:
        return self._fetch_items().__await__()

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
        """Yield this page and all that follow, each fetched when it is due, or ahead with `prefetch`."""
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

    async def _fetch_items(self) -> AsyncPage[ItemT, InfoT]:
        if self._data is None and (capture := get_raw_capture()) is not None:
            call, client = self._call(None, capture), self._client
            await client._capture(capture, call, self._of_read, self._of_response)
            return self
        return self if self._data is not None else await (await self._request(None))._decode_items()

    async def _to(self, step: Step) -> AsyncPage[ItemT, InfoT]:
        return await (await self._request_page(step))._decode_items()

    async def _request_page(self, step: Step) -> AsyncPage[ItemT, InfoT]:
        """Return the page that a step leads to, read but not decoded."""
        page, url = self._after(step)
        return await page._request(url)

    def _of_read(self, attempt: Attempt) -> AsyncPage[ItemT, InfoT]:
        self._receive(attempt, self._client._decode_read(attempt, self._read))
        return self

    async def _of_response(
        self, attempt: Attempt, response: AsyncResponse
    ) -> AsyncPage[ItemT, InfoT]:
        from .response_body import aread

        await aread(attempt, response)
        self._attempt = attempt
        return await self._decode_items()

    async def _request(self, url: str | None) -> AsyncPage[ItemT, InfoT]:
        self._attempt, _ = await self._client._carry_out(self._call(url))
        return self

    async def _decode_items(self) -> AsyncPage[ItemT, InfoT]:
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            self._receive(attempt, await self._client._decode_response(attempt, self._read))
        return self


class PagedResource(Resource):
    """A resource with operations that return lists page by page."""

    def _page(
        self,
        operation: PagedOperation[ItemT, InfoT],
        *,
        prefetch: int = 0,
        max_items: int | None = None,
        **arguments: Unpack[CallKeywords],
    ) -> Page[ItemT, InfoT]:
        page: Page[ItemT, InfoT] = Page(
            self._client, operation, CallArguments(**arguments), prefetch, max_items
        )
        return page._first()


class AsyncPagedResource(AsyncResource):
    """As `PagedResource`, for async code."""

    def _page(
        self,
        operation: PagedOperation[ItemT, InfoT],
        *,
        prefetch: int = 0,
        max_items: int | None = None,
        **arguments: Unpack[CallKeywords],
    ) -> AsyncPage[ItemT, InfoT]:
        return AsyncPage(self._client, operation, CallArguments(**arguments), prefetch, max_items)
