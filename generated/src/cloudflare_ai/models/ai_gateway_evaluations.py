# Generated from Cloudflare AI v4; do not edit.
"""The models of `ai_gateway.evaluations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.model import DATE_TIME, Model, member, model

if TYPE_CHECKING:
    from datetime import datetime

    from .ai_gateway import DatasetFilter

__all__ = [
    "Evaluation",
    "EvaluationDataset",
    "EvaluationResult",
]


@model
class Evaluation(Model):
    """A measurement over some datasets, with its results."""

    id: str
    created_at: datetime = member(converter=DATE_TIME)
    datasets: list[EvaluationDataset]
    gateway_id: str
    """Name of the gateway. 1 to 64 characters."""
    modified_at: datetime = member(converter=DATE_TIME)
    name: str
    processed: bool
    """Whether the evaluation has finished."""
    results: list[EvaluationResult]
    total_logs: int
    """How many logs the evaluation covers."""


@model
class EvaluationDataset(Model):
    """A dataset as an evaluation lists it."""

    id: str
    account_id: str
    account_tag: str
    created_at: datetime = member(converter=DATE_TIME)
    enable: bool
    filters: list[DatasetFilter]
    """Conditions that a log must meet to belong to it."""
    gateway_id: str
    """Name of the gateway. 1 to 64 characters."""
    modified_at: datetime = member(converter=DATE_TIME)
    name: str


@model
class EvaluationResult(Model):
    """What an evaluation found for one evaluation type."""

    id: str
    created_at: datetime = member(converter=DATE_TIME)
    evaluation_id: str
    evaluation_type_id: str
    modified_at: datetime = member(converter=DATE_TIME)
    result: str
    status: float
    status_description: str
    total_logs: int
    """How many logs the result covers."""
