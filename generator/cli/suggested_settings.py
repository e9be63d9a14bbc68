"""Suggested settings as TOML to paste into `openapi-client.toml`."""

from __future__ import annotations

from collections.abc import Iterable

from ..ir.api import Api
from ..lowering.checks.suggest_paging import Suggestion
from ..python.source import toml

_REASONS = {
    "sure": "parameters and response agree",
    "likely": "only the parameters say so: check that the API behaves like this",
}

_METADATA = {
    "license": ("info.license", 'license = "MIT"  # an SPDX expression'),
    "authors": ("info.contact", 'authors = ["Name <name@example.com>"]'),
    "description": ("info.description or info.summary", "an overlay adds it"),
}


def list_missing_metadata(api: Api) -> list[str]:
    """Return what an index shows of a package, and the document does not have: keys of `_METADATA`."""
    metadata = api.settings.metadata
    present = {
        "license": metadata.license,
        "authors": metadata.authors,
        "description": api.summary,
    }
    return [key for key in _METADATA if not present[key]]


def render_missing_metadata(missing: Iterable[str]) -> str:
    """Return comments on what an index would show of the package; values are the user's to choose."""
    lines = [f"# no {_METADATA[key][0]}: {_METADATA[key][1]}\n" for key in missing]
    return "".join([*lines, "\n"]) if lines else ""


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
