"""The type of JSON that the description says nothing about."""

from __future__ import annotations

from typing import TypeAlias

JSONValue: TypeAlias = "bool | int | float | str | list[JSONValue] | dict[str, JSONValue] | None"
"""Any JSON value, as it was received. `isinstance` narrows it to a type that is known all the way down."""
