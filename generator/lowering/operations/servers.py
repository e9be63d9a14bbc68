"""Where requests go: the base URL, its variables, and operations that have a server of their own."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from ...diagnostics import Report, did_you_mean
from ...ir.api import ServerVariable
from ...openapi.loading import Node, Source
from ...openapi.loading.uris import get_scheme, join
from ...openapi.placeholders import PLACEHOLDER, find_placeholders
from ...text import split_words
from ..naming.operation_index import IndexedOperation


@frozen
class Servers:
    """The servers of a document and of its operations."""

    base_url: str
    """The URL of the first server, with `{variables}`; "" where the document names none."""
    variables: tuple[ServerVariable, ...]
    """The parts that the client chooses; servers of operations may have them, too."""
    others: tuple[tuple[str, str], ...]
    """The URLs of the other servers, with their variables at their defaults, and their descriptions."""
    report: Report
    variable_names: frozenset[str]

    def find_base_url(self, operation: IndexedOperation) -> str:
        """Return the base URL that `operation` has instead of the API's; "" where it has none."""
        first = _find_first_server(operation.node) or _find_first_server(operation.item)
        own = _substitute_defaults(first, self.variable_names) if first is not None else ""
        if first is None or not own or own == self.base_url:
            return ""
        url = join(f"{self.base_url}/", own).rstrip("/") if get_scheme(self.base_url) else own
        if url and self.variable_names.issuperset(find_placeholders(url)):
            return "" if url == self.base_url else url
        self.report.warning(
            "server-variable",
            first,
            "a variable of this server has no value; the operation is sent to the server of the API",
            "give each of its `variables` a `default`",
        )
        return ""


def lower_servers(
    source: Source, operations: Iterable[IndexedOperation], report: Report
) -> Servers:
    """Lower the servers of a document."""
    for server in source.root / "servers":
        _check_variables(server, report)
    url = _find_first_url(source.root)
    own = (_find_first_url(node) for each in operations for node in (each.node, each.item))
    variables = _lower_variables(source)
    return Servers(
        base_url=_resolve_base(source, url or next((each for each in own if each), "")),
        variables=variables,
        others=_list_other_servers(source),
        report=report,
        variable_names=frozenset(each.name for each in variables),
    )


def _check_variables(server: Node, report: Report) -> None:
    """Report variables of a URL that are not described, and defaults that are not among their values."""
    described = dict((server / "variables").items())
    for name in PLACEHOLDER.findall(server.text("url") or "") if server.is_map else ():
        if name not in described:
            report.warning(
                "server-variable",
                server / "url",
                f"the server has no variable `{name}`",
                did_you_mean(
                    name, described, f"describe `{name}` below `variables`, with a `default`"
                ),
            )
    for name, node in described.items():
        values = [each.value for each in node / "enum"]
        default = node.plain("default")
        if values and default is not None and default not in values:
            report.warning(
                "server-variable",
                node / "default",
                f"the default of `{name}` is not one of its values",
                did_you_mean(str(default), [str(each) for each in values], "write one of them"),
            )


def _list_other_servers(source: Source) -> tuple[tuple[str, str], ...]:
    urls = {
        _resolve_base(source, url): each.text("description") or ""
        for number, each in enumerate(source.root / "servers")
        if number and each.is_map and (url := _substitute_defaults(each))
    }
    return tuple(urls.items())


def _lower_variables(source: Source) -> tuple[ServerVariable, ...]:
    """Lower the variables in the URL of the first server."""
    first = _find_first_server(source.root)
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


def _find_first_server(owner: Node) -> Node | None:
    first = next(iter(owner / "servers"), None)
    return first if first is not None and first.is_map else None


def _find_first_url(owner: Node) -> str:
    first = _find_first_server(owner)
    return _read_server_url(first) if first is not None else ""


def _read_server_url(server: Node) -> str:
    return (server.text("url") or "").strip().rstrip("/")


def _substitute_defaults(server: Node, but: frozenset[str] = frozenset()) -> str:
    """Return the URL of a server with its variables, all `but` some, replaced by their defaults."""
    defaults = {
        name: str(variable.plain("default", ""))
        for name, variable in (server / "variables").items()
        if variable.is_map and name not in but
    }
    return PLACEHOLDER.sub(lambda match: defaults.get(match[1], match[0]), _read_server_url(server))


def _resolve_base(source: Source, url: str) -> str:
    """Return `url` absolute where the document says its own address (`$self`), to which it is relative."""
    address = source.root.text("$self") or ""
    return (
        join(address, url or "/").rstrip("/")
        if get_scheme(address) and not get_scheme(url)
        else url
    )
