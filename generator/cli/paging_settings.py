"""Suggested settings as TOML to paste into `openapi-client.toml`."""

from __future__ import annotations

from collections.abc import Iterable

import tomli_w

from ..lowering.checks.suggest_paging import Suggestion

_REASONS = {
    "sure": "parameters and response agree",
    "likely": "only the parameters say so: check that the API behaves like this",
}


def render_suggestions(suggestions: Iterable[Suggestion]) -> str:
    """Return the settings of each suggestion below a comment that says how sure it is."""
    return "\n".join(
        f"# {each.confidence}: {_REASONS[each.confidence]}\n"
        + tomli_w.dumps({"operations": {each.key: {"paging": each.paging}}})
        for each in suggestions
    )
