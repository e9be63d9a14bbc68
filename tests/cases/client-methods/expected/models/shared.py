# Generated from Words 1; do not edit.
"""The models of several resources."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "Profile",
    "RootResource",
]


@model
class Profile(Model):
    root: RootResource


@model
class RootResource(Model):
    id: str | None = None
