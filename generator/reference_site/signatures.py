"""Signatures of functions as HTML, each type linked to its page."""

from __future__ import annotations

import html
from collections.abc import Iterator

import griffe

from .links import Links

_PREFIXES = {"variadic positional": "*", "variadic keyword": "**"}


def format_signature(call: str, function: griffe.Function, links: Links) -> str:
    """Format a signature as a block of HTML, a line for each parameter.

    Args:
        call: what stands before the parentheses.
        function: the function.
        links: the pages of types.
    """
    parameters = "".join(f"    {each},\n" for each in _format_parameters(function, links))
    arguments = f"\n{parameters}" if parameters else ""
    text = f"<b>{html.escape(call)}</b>({arguments})"
    if function.name != "__init__":
        text += f" -&gt; {links.link_types(function.returns)}"
    return f'<div class="highlight signature"><pre>{text}</pre></div>'


def _format_parameters(function: griffe.Function, links: Links) -> Iterator[str]:
    """Yield the parameters after `self`, with `*` before the first that is a keyword only."""
    is_starred = False
    for each in function.parameters:
        if each.name == "self":
            continue
        kind = each.kind.value if each.kind else ""
        if kind == "keyword-only" and not is_starred:
            is_starred = True
            yield "*"
        prefix = _PREFIXES.get(kind, "")
        text = f"{prefix}{each.name}: {links.link_types(each.annotation)}"
        if each.default is not None and not prefix:
            text += f"<i> = {html.escape(str(each.default))}</i>"
        yield text
