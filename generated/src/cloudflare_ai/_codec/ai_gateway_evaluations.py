# Generated from Cloudflare AI v4; do not edit.
"""Decoders and operations of `ai_gateway.evaluations`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list, get_member
from .._core.operation import Operation
from .._core.paging_styles import PageNumber, PagedOperation
from ..models.ai_gateway_evaluations import Evaluation, EvaluationDataset, EvaluationResult
from .ai_gateway import dataset_filter, page_info

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.ai_gateway import PageInfo

evaluation: Callable[[Any], Evaluation] = adopt(
    Evaluation,
    {
        "datasets": lambda data: decode_list(evaluation_dataset, data),
        "results": lambda data: decode_list(evaluation_result, data),
    },
)
evaluation_dataset: Callable[[Any], EvaluationDataset] = adopt(
    EvaluationDataset,
    {
        "filters": lambda data: decode_list(dataset_filter, data),
    },
)
evaluation_result: Callable[[Any], EvaluationResult] = adopt(EvaluationResult)


def _evaluations_list(body: Any) -> list[Evaluation]:
    return decode_list(evaluation, get_member(body, "result"))


def _evaluations_list_info(body: Any) -> PageInfo:
    return page_info(get_member(body, "result_info"))


def _evaluations_create(body: Any) -> Evaluation:
    return evaluation(get_member(body, "result"))


def _evaluations_get(body: Any) -> Evaluation:
    return evaluation(get_member(body, "result"))


def _evaluations_delete(body: Any) -> Evaluation:
    return evaluation(get_member(body, "result"))


EVALUATIONS_LIST: PagedOperation[Evaluation, PageInfo] = PagedOperation(
    name="ai_gateway.evaluations.list",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/evaluations",
    decode=_evaluations_list,
    info=_evaluations_list_info,
    paging=PageNumber(page="page", size="per_page", total="result_info.total_count"),
    client_parameters=("account_id",),
)
EVALUATIONS_CREATE: Operation[Evaluation] = Operation(
    name="ai_gateway.evaluations.create",
    method="POST",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/evaluations",
    decode=_evaluations_create,
    client_parameters=("account_id",),
    body="json",
)
EVALUATIONS_GET: Operation[Evaluation] = Operation(
    name="ai_gateway.evaluations.get",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/evaluations/{id}",
    decode=_evaluations_get,
    client_parameters=("account_id",),
)
EVALUATIONS_DELETE: Operation[Evaluation] = Operation(
    name="ai_gateway.evaluations.delete",
    method="DELETE",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/evaluations/{id}",
    decode=_evaluations_delete,
    client_parameters=("account_id",),
)
