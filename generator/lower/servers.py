"""Where the API is: the base URL, its variables, and operations that live elsewhere."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from ..api.document import ServerVariable
from ..source import Node, Source
from ..words import words
from .places import Place


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
    if urlsplit(own).scheme:
        return own if "{" not in own else ""
    return (
        urljoin(f"{usual}/", own).rstrip("/") if urlsplit(usual).scheme and "{" not in own else ""
    )


def _url(owner: Node) -> str:
    first = next(iter(owner / "servers"), None)
    return ((first.text("url") or "") if first is not None else "").strip().rstrip("/")


def _filled(owner: Node) -> str:
    """The URL of the first server with its variables at their defaults."""
    first = next(iter(owner / "servers"), None)
    url = _url(owner)
    for name, variable in (first / "variables").items() if first is not None else ():
        if variable.is_map:
            url = url.replace(f"{{{name}}}", str(variable.plain("default", "")))
    return url
