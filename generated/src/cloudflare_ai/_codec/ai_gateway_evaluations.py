"""The wire side of `ai_gateway.evaluations`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_list, get_member, new
from .._core.operation import Operation, PageNumber, PagedOperation
from ..models.ai_gateway_evaluations import Evaluation, EvaluationDataset, EvaluationResult
from .ai_gateway import dataset_filter, page_info

if TYPE_CHECKING:
    from ..models.ai_gateway import PageInfo

evaluation_result = adopt(EvaluationResult)


def evaluation(data: Any) -> Evaluation:
    if data.__class__ is not dict:
        return cast("Evaluation", data)
    self = new(Evaluation)
    self.__dict__ = data
    if "datasets" in data:
        data["datasets"] = decode_list(evaluation_dataset, data["datasets"])
    if "results" in data:
        data["results"] = decode_list(evaluation_result, data["results"])
    return self


def evaluation_dataset(data: Any) -> EvaluationDataset:
    if data.__class__ is not dict:
        return cast("EvaluationDataset", data)
    self = new(EvaluationDataset)
    self.__dict__ = data
    if "filters" in data:
        data["filters"] = decode_list(dataset_filter, data["filters"])
    return self


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
    body="json",
    client_parameters=("account_id",),
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
