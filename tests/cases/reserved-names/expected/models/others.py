# Generated from Reserved 1; do not edit.
"""The models of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.model import Model, member, model

if TYPE_CHECKING:
    from .client import Client

__all__ = [
    "ModelModel",
]


@model
class ModelModel(Model):
    to_dict_: str | None = member("to_dict", default=None)
    from_dict_: str | None = member("from_dict", default=None)
    extra_: str | None = member("extra", default=None)
    class_: str | None = member("__class__", default=None)
    client: Client | None = None
    not_required: bool | None = member("NotRequired", default=None)
