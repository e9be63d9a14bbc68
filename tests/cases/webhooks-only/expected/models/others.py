# Generated from Webhooks only 1; do not edit.
"""The models of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.model import DATE_TIME, Model, member, model

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "Owner",
    "Pet",
]


@model
class Pet(Model):
    id: int
    when: datetime | None = member(default=None, converter=DATE_TIME)


@model
class Owner(Model):
    name: str | None = None
