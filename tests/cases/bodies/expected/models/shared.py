# Generated from Bodies 1; do not edit.
"""The models of several resources."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._core.model import Model, member, model

__all__ = [
    "Pet",
    "PetDict",
]


@model
class Pet(Model):
    pet_name: str | None = member("petName", default=None)
    age: int | None = None


class PetDict(TypedDict):
    """`Pet` as a dict, for arguments."""

    pet_name: NotRequired[str]
    age: NotRequired[int | None]
