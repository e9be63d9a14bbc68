# Generated from Cloudflare AI v4; do not edit.
"""The resource `ai_gateway.logs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._codec import ai_gateway_logs as _codec
from .._core.pages import AsyncPagedResource, PagedResource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from .._core.json_value import JSONValue
    from .._core.options import Options
    from .._core.pages import AsyncPage, Page
    from ..models.ai_gateway import SortDirection
    from ..models.ai_gateway_logs import (
        Log,
        LogDeletion,
        LogDeletionOrder,
        LogDetail,
        LogFilter,
        LogFilterDict,
        LogOrder,
        LogsInfo,
    )

__all__ = [
    "AIGatewayLogsResource",
    "AsyncAIGatewayLogsResource",
]


class AIGatewayLogsResource(PagedResource):
    """Requests that went through a gateway."""

    def list(
        self,
        gateway_id: str,
        *,
        account_id: str | None = None,
        cached: bool | None = None,
        direction: SortDirection | None = None,
        end_date: datetime | str | None = None,
        feedback: Literal[0, 1] | None = None,
        filters: Sequence[LogFilter | LogFilterDict] | None = None,
        max_cost: float | None = None,
        max_duration: float | None = None,
        max_tokens_in: int | None = None,
        max_tokens_out: int | None = None,
        max_total_tokens: int | None = None,
        meta_info: bool | None = None,
        min_cost: float | None = None,
        min_duration: float | None = None,
        min_tokens_in: int | None = None,
        min_tokens_out: int | None = None,
        min_total_tokens: int | None = None,
        model: str | None = None,
        model_type: str | None = None,
        order_by: LogOrder | None = None,
        order_by_direction: SortDirection | None = None,
        page: int | None = None,
        per_page: int | None = None,
        provider: str | None = None,
        request_content_type: str | None = None,
        response_content_type: str | None = None,
        search: str | None = None,
        start_date: datetime | str | None = None,
        success: bool | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> Page[Log, LogsInfo]:
        """List the logs of a gateway.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            cached: Whether the answer came from the cache.
            direction: Ascending or descending.
            end_date: Latest time of a log.
            feedback: Feedback that was given on a log.
            filters: Conditions that a log must meet, all of them.
            max_cost: Highest cost of a log, in US dollars.
            max_duration: Longest duration of a request, in milliseconds.
            max_tokens_in: Most tokens of a prompt.
            max_tokens_out: Most tokens of an answer.
            max_total_tokens: Most tokens of prompt and answer together.
            meta_info: Whether the page information carries the extremes over the list.
            min_cost: Lowest cost of a log, in US dollars.
            min_duration: Shortest duration of a request, in milliseconds.
            min_tokens_in: Fewest tokens of a prompt.
            min_tokens_out: Fewest tokens of an answer.
            min_total_tokens: Fewest tokens of prompt and answer together.
            model: Model that was called.
            model_type: Kind of the model.
            order_by: Member that a list of logs is ordered by.
            order_by_direction: Ascending or descending.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            provider: Provider that was called.
            request_content_type: Media type of the request body.
            response_content_type: Media type of the response body.
            search: Text that a log must contain.
            start_date: Earliest time of a log.
            success: Whether the request succeeded.
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
            _codec.LOGS_LIST,
            path={"gateway_id": gateway_id, "account_id": account_id},
            query={
                "cached": cached,
                "direction": direction,
                "end_date": end_date,
                "feedback": feedback,
                "filters": filters,
                "max_cost": max_cost,
                "max_duration": max_duration,
                "max_tokens_in": max_tokens_in,
                "max_tokens_out": max_tokens_out,
                "max_total_tokens": max_total_tokens,
                "meta_info": meta_info,
                "min_cost": min_cost,
                "min_duration": min_duration,
                "min_tokens_in": min_tokens_in,
                "min_tokens_out": min_tokens_out,
                "min_total_tokens": min_total_tokens,
                "model": model,
                "model_type": model_type,
                "order_by": order_by,
                "order_by_direction": order_by_direction,
                "page": page,
                "per_page": per_page,
                "provider": provider,
                "request_content_type": request_content_type,
                "response_content_type": response_content_type,
                "search": search,
                "start_date": start_date,
                "success": success,
            },
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    def delete(
        self,
        gateway_id: str,
        *,
        account_id: str | None = None,
        filters: Sequence[LogFilter | LogFilterDict] | None = None,
        limit: int | None = None,
        order_by: LogDeletionOrder | None = None,
        order_by_direction: SortDirection | None = None,
        options: Options | None = None,
    ) -> LogDeletion:
        """Delete the logs of a gateway that meet some conditions, or all of them.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            filters: Conditions that a log must meet to be deleted; without any, every log is
                deleted.
            limit: How many logs are deleted at most.
            order_by: Member that decides which logs are deleted first.
            order_by_direction: Ascending or descending.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The logs were deleted.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LOGS_DELETE,
            path={"gateway_id": gateway_id, "account_id": account_id},
            query={
                "filters": filters,
                "limit": limit,
                "order_by": order_by,
                "order_by_direction": order_by_direction,
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
    ) -> LogDetail:
        """Fetch a log in detail.

        Args:
            id: Log that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The log.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LOGS_GET,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )

    def edit(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        feedback: int | None = None,
        metadata: Mapping[str, str | float | bool] | None = None,
        score: float | None = None,
        options: Options | None = None,
    ) -> JSONValue:
        """Set the feedback, metadata or score of a log.

        Args:
            id: Log that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            feedback: Rating of the answer: 0 for bad, 1 for good.
            metadata: Values by name.
            score: Score of the answer; the documents state no range.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The log was changed.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LOGS_EDIT,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            body={"feedback": feedback, "metadata": metadata, "score": score},
            options=options,
        )

    def request(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> JSONValue | bytes:
        """Fetch the body that a logged request sent.

        Args:
            id: Log that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The body as it was sent.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LOGS_REQUEST,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )

    def response(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> JSONValue | bytes:
        """Fetch the body that a logged request was answered with.

        Args:
            id: Log that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The body as it was answered.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.LOGS_RESPONSE,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )


class AsyncAIGatewayLogsResource(AsyncPagedResource):
    """Requests that went through a gateway."""

    def list(
        self,
        gateway_id: str,
        *,
        account_id: str | None = None,
        cached: bool | None = None,
        direction: SortDirection | None = None,
        end_date: datetime | str | None = None,
        feedback: Literal[0, 1] | None = None,
        filters: Sequence[LogFilter | LogFilterDict] | None = None,
        max_cost: float | None = None,
        max_duration: float | None = None,
        max_tokens_in: int | None = None,
        max_tokens_out: int | None = None,
        max_total_tokens: int | None = None,
        meta_info: bool | None = None,
        min_cost: float | None = None,
        min_duration: float | None = None,
        min_tokens_in: int | None = None,
        min_tokens_out: int | None = None,
        min_total_tokens: int | None = None,
        model: str | None = None,
        model_type: str | None = None,
        order_by: LogOrder | None = None,
        order_by_direction: SortDirection | None = None,
        page: int | None = None,
        per_page: int | None = None,
        provider: str | None = None,
        request_content_type: str | None = None,
        response_content_type: str | None = None,
        search: str | None = None,
        start_date: datetime | str | None = None,
        success: bool | None = None,
        prefetch: int = 0,
        max_items: int | None = None,
        options: Options | None = None,
    ) -> AsyncPage[Log, LogsInfo]:
        """List the logs of a gateway.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            cached: Whether the answer came from the cache.
            direction: Ascending or descending.
            end_date: Latest time of a log.
            feedback: Feedback that was given on a log.
            filters: Conditions that a log must meet, all of them.
            max_cost: Highest cost of a log, in US dollars.
            max_duration: Longest duration of a request, in milliseconds.
            max_tokens_in: Most tokens of a prompt.
            max_tokens_out: Most tokens of an answer.
            max_total_tokens: Most tokens of prompt and answer together.
            meta_info: Whether the page information carries the extremes over the list.
            min_cost: Lowest cost of a log, in US dollars.
            min_duration: Shortest duration of a request, in milliseconds.
            min_tokens_in: Fewest tokens of a prompt.
            min_tokens_out: Fewest tokens of an answer.
            min_total_tokens: Fewest tokens of prompt and answer together.
            model: Model that was called.
            model_type: Kind of the model.
            order_by: Member that a list of logs is ordered by.
            order_by_direction: Ascending or descending.
            page: Number of the page to fetch, counted from 1.
            per_page: How many items a page holds.
            provider: Provider that was called.
            request_content_type: Media type of the request body.
            response_content_type: Media type of the response body.
            search: Text that a log must contain.
            start_date: Earliest time of a log.
            success: Whether the request succeeded.
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
            _codec.LOGS_LIST,
            path={"gateway_id": gateway_id, "account_id": account_id},
            query={
                "cached": cached,
                "direction": direction,
                "end_date": end_date,
                "feedback": feedback,
                "filters": filters,
                "max_cost": max_cost,
                "max_duration": max_duration,
                "max_tokens_in": max_tokens_in,
                "max_tokens_out": max_tokens_out,
                "max_total_tokens": max_total_tokens,
                "meta_info": meta_info,
                "min_cost": min_cost,
                "min_duration": min_duration,
                "min_tokens_in": min_tokens_in,
                "min_tokens_out": min_tokens_out,
                "min_total_tokens": min_total_tokens,
                "model": model,
                "model_type": model_type,
                "order_by": order_by,
                "order_by_direction": order_by_direction,
                "page": page,
                "per_page": per_page,
                "provider": provider,
                "request_content_type": request_content_type,
                "response_content_type": response_content_type,
                "search": search,
                "start_date": start_date,
                "success": success,
            },
            prefetch=prefetch,
            max_items=max_items,
            options=options,
        )

    async def delete(
        self,
        gateway_id: str,
        *,
        account_id: str | None = None,
        filters: Sequence[LogFilter | LogFilterDict] | None = None,
        limit: int | None = None,
        order_by: LogDeletionOrder | None = None,
        order_by_direction: SortDirection | None = None,
        options: Options | None = None,
    ) -> LogDeletion:
        """Delete the logs of a gateway that meet some conditions, or all of them.

        Args:
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            filters: Conditions that a log must meet to be deleted; without any, every log is
                deleted.
            limit: How many logs are deleted at most.
            order_by: Member that decides which logs are deleted first.
            order_by_direction: Ascending or descending.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The logs were deleted.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LOGS_DELETE,
            path={"gateway_id": gateway_id, "account_id": account_id},
            query={
                "filters": filters,
                "limit": limit,
                "order_by": order_by,
                "order_by_direction": order_by_direction,
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
    ) -> LogDetail:
        """Fetch a log in detail.

        Args:
            id: Log that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The log.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LOGS_GET,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )

    async def edit(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        feedback: int | None = None,
        metadata: Mapping[str, str | float | bool] | None = None,
        score: float | None = None,
        options: Options | None = None,
    ) -> JSONValue:
        """Set the feedback, metadata or score of a log.

        Args:
            id: Log that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            feedback: Rating of the answer: 0 for bad, 1 for good.
            metadata: Values by name.
            score: Score of the answer; the documents state no range.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The log was changed.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LOGS_EDIT,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            body={"feedback": feedback, "metadata": metadata, "score": score},
            options=options,
        )

    async def request(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> JSONValue | bytes:
        """Fetch the body that a logged request sent.

        Args:
            id: Log that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The body as it was sent.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LOGS_REQUEST,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )

    async def response(
        self,
        id: str,
        *,
        gateway_id: str,
        account_id: str | None = None,
        options: Options | None = None,
    ) -> JSONValue | bytes:
        """Fetch the body that a logged request was answered with.

        Args:
            id: Log that is meant.
            gateway_id: Name of the gateway. 1 to 64 characters.
            account_id: Account that the request acts on.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            The body as it was answered.

        Raises:
            ArgumentError: A path argument is missing, empty, `.` or `..`.
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.LOGS_RESPONSE,
            path={"id": id, "gateway_id": gateway_id, "account_id": account_id},
            options=options,
        )
