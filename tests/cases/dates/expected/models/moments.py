# Generated from Moments 1; do not edit.
"""The models of `moments`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._core.model import BYTES, DATE, DATES, DATE_TIME, DATE_TIMES, Model, member, model

if TYPE_CHECKING:
    from datetime import date, datetime

__all__ = [
    "Moments",
]


@model
class Moments(Model):
    at: datetime = member(converter=DATE_TIME)
    maybe: datetime | None = member(converter=DATE_TIME)
    day: date | None = member(default=None, converter=DATE)
    list: builtins.list[datetime] | None = member(default=None, converter=DATE_TIMES)
    days: builtins.list[date] | None = member(default=None, converter=DATES)
    gaps: builtins.list[str | None] | None = None
    map: dict[str, str] | None = None
    choice: str | int | None = None
    data: bytes | None = member(default=None, converter=BYTES)
    encoded: bytes | None = member(default=None, converter=BYTES)
    raw: str | None = None
    time: str | None = None
