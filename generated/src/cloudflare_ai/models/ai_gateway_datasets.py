# Generated from Cloudflare AI v4; do not edit.
"""The models of `ai_gateway.datasets`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.model import DATE_TIME, Model, member, model

if TYPE_CHECKING:
    from datetime import datetime

    from .ai_gateway import DatasetFilter

__all__ = [
    "Dataset",
]


@model
class Dataset(Model):
    """A saved selection of logs, which evaluations run on."""

    id: str
    """Identifier of the dataset."""
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
