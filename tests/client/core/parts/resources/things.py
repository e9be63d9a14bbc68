from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._codec import things as _codec
from .._core import conceal_arguments
from .._core.options import Options
from .._core.pages import AsyncPage, AsyncPagedResource, Page, PagedResource
from .._core.streaming import AsyncStreamingResource, StreamingResource
from ..models.things import PageInfo, Thing

if TYPE_CHECKING:
    from .._core.paging_styles import PagedOperation
    from .._core.streaming import AsyncEventStream, EventStream


class Things(PagedResource, StreamingResource):
    """Things."""

    def get(
        self, id: str, *, account_id: str | None = None, options: Options | None = None
    ) -> Thing:
        return self._call(_codec.GET, path={"account_id": account_id, "id": id}, options=options)

    @conceal_arguments
    def create(
        self,
        *,
        secret: str | None = None,
        count: float | None = None,
        note: str | None = None,
        owner: Any = None,
        options: Options | None = None,
    ) -> Thing:
        return self._call(
            _codec.CREATE,
            path={"account_id": None},
            body={"clientSecret": secret, "count": count, "note": note, "owner": owner},
            options=options,
        )

    def check(self, *, options: Options | None = None) -> Thing:
        return self._call(_codec.CHECK, path={"account_id": None}, body={}, options=options)

    def delete(self, *, filters: Any = None, options: Options | None = None) -> None:
        self._call(
            _codec.DELETE, path={"account_id": None}, query={"filters": filters}, options=options
        )

    def run(self, model_name: str, *, options: Options | None = None, **inputs: Any) -> Any:
        return self._call(
            _codec.RUN,
            path={"account_id": None, "model_name": model_name},
            body=inputs,
            options=options,
        )

    def stream(
        self, model_name: str, *, options: Options | None = None, **inputs: Any
    ) -> EventStream[Any]:
        return self._stream(
            _codec.RUN,
            path={"account_id": None, "model_name": model_name},
            body=inputs,
            options=options,
        )

    def list(
        self,
        *,
        operation: PagedOperation[Thing, PageInfo] = _codec.LIST,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
        **query: Any,
    ) -> Page[Thing, PageInfo]:
        return self._page(
            operation,
            path={"account_id": None},
            query=query,
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )


class AsyncThings(AsyncPagedResource, AsyncStreamingResource):
    """Things."""

    async def get(
        self, id: str, *, account_id: str | None = None, options: Options | None = None
    ) -> Thing:
        return await self._call(
            _codec.GET, path={"account_id": account_id, "id": id}, options=options
        )

    @conceal_arguments
    async def create(
        self,
        *,
        secret: str | None = None,
        count: float | None = None,
        note: str | None = None,
        owner: Any = None,
        options: Options | None = None,
    ) -> Thing:
        return await self._call(
            _codec.CREATE,
            path={"account_id": None},
            body={"clientSecret": secret, "count": count, "note": note, "owner": owner},
            options=options,
        )

    async def check(self, *, options: Options | None = None) -> Thing:
        return await self._call(_codec.CHECK, path={"account_id": None}, body={}, options=options)

    async def delete(self, *, filters: Any = None, options: Options | None = None) -> None:
        await self._call(
            _codec.DELETE, path={"account_id": None}, query={"filters": filters}, options=options
        )

    async def run(self, model_name: str, *, options: Options | None = None, **inputs: Any) -> Any:
        return await self._call(
            _codec.RUN,
            path={"account_id": None, "model_name": model_name},
            body=inputs,
            options=options,
        )

    async def stream(
        self, model_name: str, *, options: Options | None = None, **inputs: Any
    ) -> AsyncEventStream[Any]:
        return await self._stream(
            _codec.RUN,
            path={"account_id": None, "model_name": model_name},
            body=inputs,
            options=options,
        )

    def list(
        self,
        *,
        operation: PagedOperation[Thing, PageInfo] = _codec.LIST,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
        **query: Any,
    ) -> AsyncPage[Thing, PageInfo]:
        return self._page(
            operation,
            path={"account_id": None},
            query=query,
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )
