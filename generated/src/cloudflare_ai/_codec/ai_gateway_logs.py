# Generated from Cloudflare AI v4; do not edit.
"""Decoders and operations of `ai_gateway.logs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_any, decode_list, get_member
from .._core.operation import Operation
from .._core.paging_styles import PageNumber, PagedOperation
from ..models.ai_gateway_logs import Log, LogDeletion, LogDetail, LogFilter, LogsInfo

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._core.json_value import JSONValue

log: Callable[[Any], Log] = adopt(Log)
log_filter: Callable[[Any], LogFilter] = adopt(LogFilter)
logs_info: Callable[[Any], LogsInfo] = adopt(LogsInfo)
log_deletion: Callable[[Any], LogDeletion] = adopt(LogDeletion)
log_detail: Callable[[Any], LogDetail] = adopt(LogDetail)


def _logs_list(body: Any) -> list[Log]:
    return decode_list(log, get_member(body, "result"))


def _logs_list_info(body: Any) -> LogsInfo:
    return logs_info(get_member(body, "result_info"))


def _logs_get(body: Any) -> LogDetail:
    return log_detail(get_member(body, "result"))


def _logs_edit(body: Any) -> JSONValue:
    return cast("JSONValue", get_member(body, "result"))


LOGS_LIST: PagedOperation[Log, LogsInfo] = PagedOperation(
    name="ai_gateway.logs.list",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/logs",
    decode=_logs_list,
    info=_logs_list_info,
    paging=PageNumber(page="page", size="per_page", total="result_info.total_count"),
    styles={"query": {"filters": "json"}},
    client_parameters=("account_id",),
)
LOGS_DELETE: Operation[LogDeletion] = Operation(
    name="ai_gateway.logs.delete",
    method="DELETE",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/logs",
    decode=log_deletion,
    styles={"query": {"filters": "json"}},
    refuse_empty=("filters",),
    client_parameters=("account_id",),
)
LOGS_GET: Operation[LogDetail] = Operation(
    name="ai_gateway.logs.get",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/logs/{id}",
    decode=_logs_get,
    client_parameters=("account_id",),
)
LOGS_EDIT: Operation[JSONValue] = Operation(
    name="ai_gateway.logs.edit",
    method="PATCH",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/logs/{id}",
    decode=_logs_edit,
    client_parameters=("account_id",),
    body="json",
)
LOGS_REQUEST: Operation[JSONValue] = Operation(
    name="ai_gateway.logs.request",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/logs/{id}/request",
    decode=decode_any,
    client_parameters=("account_id",),
    media={"application/json": "json", "image/*": "bytes", "audio/*": "bytes"},
    enveloped=False,
)
LOGS_RESPONSE: Operation[JSONValue] = Operation(
    name="ai_gateway.logs.response",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/logs/{id}/response",
    decode=decode_any,
    client_parameters=("account_id",),
    media={
        "application/json": "json",
        "image/*": "bytes",
        "audio/*": "bytes",
        "text/event-stream": "events",
    },
    enveloped=False,
)
