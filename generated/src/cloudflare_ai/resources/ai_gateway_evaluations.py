# Generated from Cloudflare AI v4; do not edit.
"""The resource `ai_gateway.evaluations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import ai_gateway_evaluations as _codec
from .._core.pages import AsyncPagedResource, PagedResource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core.options import Options
    from .._core.pages import AsyncPage, Page
    from ..models.ai_gateway import PageInfo
    from ..models.ai_gateway_evaluations import Evaluation

__all__ = [
    "AIGatewayEvaluationsResource",
    "AsyncAIGatewayEvaluationsResource",
]


class AIGatewayEvaluationsResource(PagedResource):
    """Measurements over datasets."""

    def list(
        self,
        gateway_id: str,
        *,
        account_id: str | None = None,
        name: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        processed: bool | None = None,
        search: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Evaluation, PageInfo]:
        """List the evaluations of a gateway.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            name: Name of the evaluation.
            page: Number of the page to fetch, counted from 1. At least 1.
            per_page: How many items a page holds. 1 to 100.
            processed: Whether the evaluation has finished.
            search: Text that the id or the name of an evaluation must contain.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.

        Permissions:
            AI Gateway Write or AI Gateway Read.
        """
        return self._page(
            _codec.EVALUATIONS_LIST,
            path={"gateway_id": gateway_id, "account_id": account_id},
            query={
                "name": name,
                "page": page,
                "per_page": per_page,
                "processed": processed,
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
        dataset_ids: Sequence[str],
        evaluation_type_ids: Sequence[str],
        name: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Evaluation:
        """Create an evaluation of some datasets.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            dataset_ids: Identifiers of the datasets to evaluate.
            evaluation_type_ids: Identifiers of what to measure, from `evaluation_types.list`.
            name: Name of the evaluation.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The new evaluation.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.EVALUATIONS_CREATE,
            path={"gateway_id": gateway_id, "account_id": account_id},
            body={
                "dataset_ids": dataset_ids,
                "evaluation_type_ids": evaluation_type_ids,
                "name": name,
            },
            options=options,
        )

    def get(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Evaluation:
        """Fetch an evaluation.

        Args:
            id: Identifier of the evaluation.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The evaluation.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.

        Permissions:
            AI Gateway Write or AI Gateway Read.
        """
        return self._call(
            _codec.EVALUATIONS_GET,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )

    def delete(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Evaluation:
        """Delete an evaluation.

        Args:
            id: Identifier of the evaluation.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The evaluation as it was.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.EVALUATIONS_DELETE,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )


class AsyncAIGatewayEvaluationsResource(AsyncPagedResource):
    """Measurements over datasets."""

    def list(
        self,
        gateway_id: str,
        *,
        account_id: str | None = None,
        name: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        processed: bool | None = None,
        search: str | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Evaluation, PageInfo]:
        """List the evaluations of a gateway.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            name: Name of the evaluation.
            page: Number of the page to fetch, counted from 1. At least 1.
            per_page: How many items a page holds. 1 to 100.
            processed: Whether the evaluation has finished.
            search: Text that the id or the name of an evaluation must contain.
            prefetch: How many pages are fetched ahead at the same time; 0 for none.
            max_items: Stop after this number of items; None for all.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            A page. Iterating over it continues through all further pages.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.

        Permissions:
            AI Gateway Write or AI Gateway Read.
        """
        return self._page(
            _codec.EVALUATIONS_LIST,
            path={"gateway_id": gateway_id, "account_id": account_id},
            query={
                "name": name,
                "page": page,
                "per_page": per_page,
                "processed": processed,
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
        dataset_ids: Sequence[str],
        evaluation_type_ids: Sequence[str],
        name: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Evaluation:
        """Create an evaluation of some datasets.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            dataset_ids: Identifiers of the datasets to evaluate.
            evaluation_type_ids: Identifiers of what to measure, from `evaluation_types.list`.
            name: Name of the evaluation.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The new evaluation.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.EVALUATIONS_CREATE,
            path={"gateway_id": gateway_id, "account_id": account_id},
            body={
                "dataset_ids": dataset_ids,
                "evaluation_type_ids": evaluation_type_ids,
                "name": name,
            },
            options=options,
        )

    async def get(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Evaluation:
        """Fetch an evaluation.

        Args:
            id: Identifier of the evaluation.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The evaluation.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.

        Permissions:
            AI Gateway Write or AI Gateway Read.
        """
        return await self._call(
            _codec.EVALUATIONS_GET,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )

    async def delete(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> Evaluation:
        """Delete an evaluation.

        Args:
            id: Identifier of the evaluation.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The evaluation as it was.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.EVALUATIONS_DELETE,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )
