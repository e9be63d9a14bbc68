"""References within a contract: `#/schemas/NAME`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...openapi.json_pointers import escape, unescape

_PREFIX = "#/schemas/"


def write_reference(name: str) -> str:
    """Return the reference to the schema called `name`."""
    return f"{_PREFIX}{escape(name)}"


def find_schema(reference: str, schemas: Mapping[str, Any]) -> Any:
    """Return the schema of a contract that a reference leads to; None where there is none."""
    return schemas.get(unescape(reference.removeprefix(_PREFIX)))
