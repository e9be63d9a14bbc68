"""YAML to plain values straight from the parser's events."""

from __future__ import annotations

from .document import Parsed


def parse_yaml(text: str) -> Parsed:
    """Parse YAML text; see `parse_json`."""
    raise NotImplementedError
