# Generated from Operation names 1; do not edit.
"""Decoders and operations of `projects`, `projects.locations`, `projects.locations.shelves`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

LOCATIONS_SHELVES_LIST: Operation[None] = Operation(
    name="projects.locations.shelves.list",
    method="GET",
    path="/v1/{name}",
    decode=decode_nothing,
)
