# Generated from Equal 1; do not edit.
"""The models of schemas that no operation uses."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "Person",
    "UserName",
    "UserName2",
    "UserName3",
]


@model
class Person(Model):
    """Person as the API gives it."""

    name: str | None = None


@model
class UserName3(Model):
    """UserName3 as the API gives it."""

    first: str | None = None


@model
class UserName(Model):
    """UserName as the API gives it."""

    last: str | None = None


@model
class UserName2(Model):
    """UserName2 as the API gives it."""

    both: UserName3 | None = None
    more: UserName | None = None
