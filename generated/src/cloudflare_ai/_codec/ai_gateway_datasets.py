# Generated from Cloudflare AI v4; do not edit.
"""Decoders and operations of `ai_gateway.datasets`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list, get_member
from .._core.operation import Operation
from .._core.paging_styles import PageNumber, PagedOperation
from ..models.ai_gateway_datasets import Dataset
from .ai_gateway import dataset_filter, page_info

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.ai_gateway import PageInfo

dataset: Callable[[Any], Dataset] = adopt(
    Dataset,
    {
        "filters": lambda data: decode_list(dataset_filter, data),
    },
)


def _datasets_list(body: Any) -> list[Dataset]:
    return decode_list(dataset, get_member(body, "result"))


def _datasets_list_info(body: Any) -> PageInfo:
    return page_info(get_member(body, "result_info"))


def _datasets_create(body: Any) -> Dataset:
    return dataset(get_member(body, "result"))


def _datasets_get(body: Any) -> Dataset:
    return dataset(get_member(body, "result"))


def _datasets_update(body: Any) -> Dataset:
    return dataset(get_member(body, "result"))


def _datasets_delete(body: Any) -> Dataset:
    return dataset(get_member(body, "result"))


DATASETS_LIST: PagedOperation[Dataset, PageInfo] = PagedOperation(
    name="ai_gateway.datasets.list",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/datasets",
    decode=_datasets_list,
    info=_datasets_list_info,
    paging=PageNumber(page="page", size="per_page", total="result_info.total_count"),
    client_parameters=("account_id",),
)
DATASETS_CREATE: Operation[Dataset] = Operation(
    name="ai_gateway.datasets.create",
    method="POST",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/datasets",
    decode=_datasets_create,
    client_parameters=("account_id",),
    body="json",
)
DATASETS_GET: Operation[Dataset] = Operation(
    name="ai_gateway.datasets.get",
    method="GET",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/datasets/{id}",
    decode=_datasets_get,
    client_parameters=("account_id",),
)
DATASETS_UPDATE: Operation[Dataset] = Operation(
    name="ai_gateway.datasets.update",
    method="PUT",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/datasets/{id}",
    decode=_datasets_update,
    client_parameters=("account_id",),
    body="json",
)
DATASETS_DELETE: Operation[Dataset] = Operation(
    name="ai_gateway.datasets.delete",
    method="DELETE",
    path="/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/datasets/{id}",
    decode=_datasets_delete,
    client_parameters=("account_id",),
)
