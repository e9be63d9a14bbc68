# Generated from Cloudflare AI v4; do not edit.
"""The resource `ai_gateway.datasets`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import ai_gateway_datasets as _codec
from .._core.pages import AsyncPagedResource, PagedResource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.options import Options
    from .._core.pages import AsyncPage, Page
    from ..models.ai_gateway import DatasetFilter, DatasetFilterDict, PageInfo
    from ..models.ai_gateway_datasets import Dataset

__all__ = [
    "AIGatewayDatasetsResource",
    "AsyncAIGatewayDatasetsResource",
]


class AIGatewayDatasetsResource(PagedResource):
    """Saved selections of logs."""

    def list(
        self,
        gateway_id: str,
        *,
        account_id: str | None = None,
        enable: bool | None = None,
        name: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        search: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Dataset, PageInfo]:
        """List the datasets of a gateway.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            enable: Whether the dataset can be used.
            name: Name of the dataset.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            search: Text that the id, the name or the filters of a dataset must contain.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.DATASETS_LIST,
            path={"gateway_id": gateway_id, "account_id": account_id},
            query={
                "enable": enable,
                "name": name,
                "page": page,
                "per_page": per_page,
                "search": search,
            },
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def create(
        self,
        gateway_id: str,
        *,
        enable: bool,
        filters: Sequence[DatasetFilter | DatasetFilterDict],
        name: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Dataset:
        """Create a dataset.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            enable: Whether the dataset can be used.
            filters: Conditions that a log must meet to belong to the dataset.
            name: Name of the dataset.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The new dataset.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DATASETS_CREATE,
            path={"gateway_id": gateway_id, "account_id": account_id},
            body={"enable": enable, "filters": filters, "name": name},
            options=options,
        )

    def get(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Dataset:
        """Fetch a dataset.

        Args:
            id: Dataset that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The dataset.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DATASETS_GET,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )

    def update(
        self,
        id: str,
        *,
        gateway_id: str,
        enable: bool,
        filters: Sequence[DatasetFilter | DatasetFilterDict],
        name: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Dataset:
        """Replace a dataset.

        Args:
            id: Dataset that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            enable: Whether the dataset can be used.
            filters: Conditions that a log must meet to belong to the dataset.
            name: Name of the dataset.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The dataset as it is now.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DATASETS_UPDATE,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            body={"enable": enable, "filters": filters, "name": name},
            options=options,
        )

    def delete(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Dataset:
        """Delete a dataset.

        Args:
            id: Dataset that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The dataset as it was.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.DATASETS_DELETE,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )


class AsyncAIGatewayDatasetsResource(AsyncPagedResource):
    """Saved selections of logs."""

    def list(
        self,
        gateway_id: str,
        *,
        account_id: str | None = None,
        enable: bool | None = None,
        name: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        search: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Dataset, PageInfo]:
        """List the datasets of a gateway.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            enable: Whether the dataset can be used.
            name: Name of the dataset.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            search: Text that the id, the name or the filters of a dataset must contain.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._page(
            _codec.DATASETS_LIST,
            path={"gateway_id": gateway_id, "account_id": account_id},
            query={
                "enable": enable,
                "name": name,
                "page": page,
                "per_page": per_page,
                "search": search,
            },
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    async def create(
        self,
        gateway_id: str,
        *,
        enable: bool,
        filters: Sequence[DatasetFilter | DatasetFilterDict],
        name: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Dataset:
        """Create a dataset.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            enable: Whether the dataset can be used.
            filters: Conditions that a log must meet to belong to the dataset.
            name: Name of the dataset.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The new dataset.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DATASETS_CREATE,
            path={"gateway_id": gateway_id, "account_id": account_id},
            body={"enable": enable, "filters": filters, "name": name},
            options=options,
        )

    async def get(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Dataset:
        """Fetch a dataset.

        Args:
            id: Dataset that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The dataset.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DATASETS_GET,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )

    async def update(
        self,
        id: str,
        *,
        gateway_id: str,
        enable: bool,
        filters: Sequence[DatasetFilter | DatasetFilterDict],
        name: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Dataset:
        """Replace a dataset.

        Args:
            id: Dataset that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            enable: Whether the dataset can be used.
            filters: Conditions that a log must meet to belong to the dataset.
            name: Name of the dataset.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The dataset as it is now.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DATASETS_UPDATE,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            body={"enable": enable, "filters": filters, "name": name},
            options=options,
        )

    async def delete(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Dataset:
        """Delete a dataset.

        Args:
            id: Dataset that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The dataset as it was.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.DATASETS_DELETE,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )
