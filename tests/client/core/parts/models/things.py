from __future__ import annotations

from datetime import datetime

from .._core.model import BYTES, DATE, DATE_TIME, DATE_TIMES, Model, member, model


@model
class Owner(Model):
    """Who has a thing."""

    full_name: str = member("fullName")
    token: str | None = member(default=None, secret=True)


@model
class Thing(Model):
    """A thing."""

    id: str
    created_at: datetime = member(converter=DATE_TIME)
    count: float | None
    note: str | None = None
    owner: Owner | None = None
    day: datetime | None = member(default=None, converter=DATE)
    blob: bytes | None = member(default=None, converter=BYTES)
    moments: list[datetime] | None = member(default=None, converter=DATE_TIMES)
    client_secret: str | None = member("clientSecret", default=None, secret=True)


@model
class PageInfo(Model):
    """About the page."""

    page: int | None = None
    per_page: int | None = None
    total_count: int | None = None


@model(decoder="odd_name")
class HTTPThing(Model):
    """Its decoder is called otherwise."""

    a: str | None = None
