# Generated from Equal 1; do not edit.
"""The models of schemas that no method takes or returns."""

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
    name: str | None = None


@model
class UserName3(Model):
    first: str | None = None


@model
class UserName(Model):
    last: str | None = None


@model
class UserName2(Model):
    both: UserName3 | None = None
    more: UserName | None = None
