"""Where the API is: the base URL, its variables, and operations that live elsewhere."""

from __future__ import annotations

import re

from attrs import frozen

from ...diagnostics import Report
from ...ir.document import ServerVariable
from ...openapi.loading import Node, Source
from ...openapi.loading.uris import join, scheme
from ...text import split_words
from ..naming.operation_index import IndexedOperation

_VARIABLE = re.compile(r"\{([^{}]*)\}")


@frozen
class Servers:
    """Where operations are sent to."""

    base_url: str
    """The URL of the first server, with `{variables}`; "" where the document names none."""
    variables: tuple[ServerVariable, ...]
    """What the client chooses of it; in the servers of operations as well."""
    others: tuple[tuple[str, str], ...]
    """The URLs of the other servers, with their variables at their defaults, and what is said of each."""
    report: Report
    variable_names: frozenset[str]

    def base_url_of(self, place: IndexedOperation) -> str:
        """The base URL that the operation at `place` has instead of the API's; "" where it has none."""
        first = _first_server(place.node) or _first_server(place.item)
        own = _substitute_defaults(first, self.variable_names) if first is not None else ""
        if first is None or not own or own == self.base_url:
            return ""
        url = join(f"{self.base_url}/", own).rstrip("/") if scheme(self.base_url) else own
        if url and self.variable_names.issuperset(_VARIABLE.findall(url)):
            return "" if url == self.base_url else url
        self.report.warning(
            "server",
            first,
            "a part of this server has no value; the operation is sent to the server of the API",
            "give each of its `variables` a `default`",
        )
        return ""


def lower_servers(source: Source, places: list[IndexedOperation], report: Report) -> Servers:
    """The servers of a document."""
    url = _first_url(source.root)
    own = (_first_url(node) for place in places for node in (place.node, place.item))
    variables = _lower_variables(source)
    return Servers(
        base_url=_resolve_base(source, url or next((each for each in own if each), "")),
        variables=variables,
        others=_other_servers(source),
        report=report,
        variable_names=frozenset(each.name for each in variables),
    )


def _other_servers(source: Source) -> tuple[tuple[str, str], ...]:
    found = {
        _resolve_base(source, url): each.text("description") or ""
        for number, each in enumerate(source.root / "servers")
        if number and each.is_map and (url := _substitute_defaults(each))
    }
    return tuple(found.items())


def _lower_variables(source: Source) -> tuple[ServerVariable, ...]:
    """The variables in the URL of the first server."""
    first = _first_server(source.root)
    if first is None:
        return ()
    url = first.text("url") or ""
    return tuple(
        ServerVariable(
            name=name,
            argument="_".join(split_words(name)) or "server",
            default=str(node.plain("default", "")),
            values=tuple(str(each.value) for each in node / "enum"),
            description=node.text("description") or "",
        )
        for name, node in (first / "variables").items()
        if node.is_map and f"{{{name}}}" in url
    )


def _first_server(owner: Node) -> Node | None:
    first = next(iter(owner / "servers"), None)
    return first if first is not None and first.is_map else None


def _first_url(owner: Node) -> str:
    first = _first_server(owner)
    return _server_url(first) if first is not None else ""


def _server_url(server: Node) -> str:
    return (server.text("url") or "").strip().rstrip("/")


def _substitute_defaults(server: Node, kept: frozenset[str] = frozenset()) -> str:
    """The URL of a server with its variables, but those that are kept, at their defaults, which are not filled in."""
    defaults = {
        name: str(variable.plain("default", ""))
        for name, variable in (server / "variables").items()
        if variable.is_map and name not in kept
    }
    return _VARIABLE.sub(lambda found: defaults.get(found[1], found[0]), _server_url(server))


def _resolve_base(source: Source, url: str) -> str:
    """`url` where it is absolute; else what it is relative to the place that the document says it has."""
    place = source.root.text("$self") or ""
    return join(place, url or "/").rstrip("/") if scheme(place) and not scheme(url) else url
