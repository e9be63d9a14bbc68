"""Suggested settings as TOML to paste into `openapi-client.toml`."""

from __future__ import annotations

from collections.abc import Iterable

from ..lowering.checks.suggest_paging import Suggestion
from ..python.source import toml

_REASONS = {
    "sure": "parameters and response agree",
    "likely": "only the parameters say so: check that the API behaves like this",
}


def render_suggestions(suggestions: Iterable[Suggestion]) -> str:
    """Return the settings of each suggestion below a comment that says how sure it is."""
    return "\n".join(map(_render, suggestions))


def _render(suggestion: Suggestion) -> str:
    confidence = suggestion.confidence
    lines = [f"{key} = {toml.value(value)}" for key, value in suggestion.paging.items()]
    return (
        f"# {confidence}: {_REASONS[confidence]}\n"
        f"[operations.{toml.value(suggestion.key)}.paging]\n"
        + "".join(f"{line}\n" for line in lines)
    )
