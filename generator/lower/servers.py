"""Where the API is: the base URL, its variables, and operations that live elsewhere."""

from __future__ import annotations

import re

from ..api.document import ServerVariable
from ..source import Node, Source
from ..source.addresses import join, scheme
from ..words import words
from .places import Place

_VARIABLE = re.compile(r"\{([^{}]*)\}")


def base_url(source: Source, places: list[Place]) -> str:
    """The URL of the first server, with `{variables}`; "" where the document names none."""
    own = (_url(node) for place in places for node in (place.node, place.item))
    return _url(source.root) or next((each for each in own if each), "")


def server_variables(source: Source) -> tuple[ServerVariable, ...]:
    """The variables in the URL of the first server."""
    first = next(iter(source.root / "servers"), None)
    if first is None:
        return ()
    url = first.text("url") or ""
    return tuple(
        ServerVariable(
            name=name,
            argument="_".join(words(name)) or "server",
            default=str(node.plain("default", "")),
            values=tuple(str(each.value) for each in node / "enum"),
            description=node.text("description") or "",
        )
        for name, node in (first / "variables").items()
        if node.is_map and f"{{{name}}}" in url
    )


def server(place: Place, source: Source) -> str:
    """The base URL that the operation at `place` has instead of the API's; "" where it has none."""
    own = _filled(place.node) or _filled(place.item)
    usual = _filled(source.root)
    if not own or own == usual or _url(source.root) == "":
        return ""
    if scheme(own):
        return own if "{" not in own else ""
    return join(f"{usual}/", own).rstrip("/") if scheme(usual) and "{" not in own else ""


def _url(owner: Node) -> str:
    first = next(iter(owner / "servers"), None)
    return ((first.text("url") or "") if first is not None else "").strip().rstrip("/")


def _filled(owner: Node) -> str:
    """The URL of the first server with its variables at their defaults, which are not filled in themselves."""
    first = next(iter(owner / "servers"), None)
    defaults = {
        name: str(variable.plain("default", ""))
        for name, variable in ((first / "variables").items() if first is not None else ())
        if variable.is_map
    }
    return _VARIABLE.sub(lambda found: defaults.get(found[1], found[0]), _url(owner))
