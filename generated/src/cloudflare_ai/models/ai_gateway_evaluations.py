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
    """Identifier of the evaluation."""
    created_at: datetime = member(converter=DATE_TIME)
    """When the evaluation was created."""
    datasets: list[EvaluationDataset]
    """Datasets that it covers."""
    gateway_id: str
    """Name of the gateway. 1 to 64 characters."""
    modified_at: datetime = member(converter=DATE_TIME)
    """When the evaluation was last changed."""
    name: str
    """Name of the evaluation."""
    processed: bool
    """Whether the evaluation has finished."""
    results: list[EvaluationResult]
    """Results, one for each evaluation type."""
    total_logs: int
    """How many logs the evaluation covers."""


@model
class EvaluationDataset(Model):
    """A dataset as an evaluation lists it."""

    id: str
    """Identifier of the dataset."""
    account_id: str
    """Identifier of the account."""
    account_tag: str
    """Identifier of the account, as some operations call it."""
    created_at: datetime = member(converter=DATE_TIME)
    """When the dataset was created."""
    enable: bool
    """Whether the dataset can be used."""
    filters: list[DatasetFilter]
    """Conditions that a log must meet to belong to it."""
    gateway_id: str
    """Name of the gateway. 1 to 64 characters."""
    modified_at: datetime = member(converter=DATE_TIME)
    """When the dataset was last changed."""
    name: str
    """Name of the dataset."""


@model
class EvaluationResult(Model):
    """What an evaluation found for one evaluation type."""

    id: str
    """Identifier of the result."""
    created_at: datetime = member(converter=DATE_TIME)
    """When the result was created."""
    evaluation_id: str
    """Identifier of the evaluation."""
    evaluation_type_id: str
    """Identifier of the evaluation type."""
    modified_at: datetime = member(converter=DATE_TIME)
    """When the result was last changed."""
    result: str
    """What was measured, as text."""
    status: float
    """State of the measurement; the documents do not list the numbers."""
    status_description: str
    """State of the measurement, in words."""
    total_logs: int
    """How many logs the result covers."""
