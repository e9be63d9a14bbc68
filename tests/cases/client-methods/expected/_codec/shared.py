# Generated from Words 1; do not edit.
"""Decoders and operations of several resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.shared import Profile, RootResource as RootResourceModel

if TYPE_CHECKING:
    from collections.abc import Callable

profile: Callable[[Any], Profile] = adopt(
    Profile,
    {
        "root": lambda data: root_resource(data),
    },
)
root_resource: Callable[[Any], RootResourceModel] = adopt(RootResourceModel)
