# Generated from Recursion 1; do not edit.
"""The models of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TypeAlias

__all__ = [
    "Chicken",
    "Egg",
]

Chicken: TypeAlias = "Egg | str"

Egg: TypeAlias = "str | int"
