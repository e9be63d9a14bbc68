"""Settings from a TOML file, for documents that nobody here may edit: what `x-` keys say, said beside the document.

    package = "petstore"                     # with distribution, class, base_url_variable: `x-client`
    [parameters.account_id]                  # `x-client-parameters`
    environment = "ACCOUNT_ID"
    [credentials.ApiKeyAuth]                 # by key of the security scheme: `x-argument`, `x-environment`
    argument = "api_key"
    [envelope]                               # `x-envelope`
    success = "ok"
    [operations."GET /pets"]                 # or by operation id: `x-resource`, `x-method`, `x-paging`, …
    resource = "pets"
    method = "list"
    paging = { style = "cursor", items = "data", cursor = "after", next = "next" }

Settings are written into the document in memory as the keys that mean the same, so that they are checked as
those are. A table that is about nothing in the document is an error.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, cast

from ..diagnostics import Report, did_you_mean
from .extensions import validators as forms
from .extensions.registry import KEYS
from .loading import Node, Source, load
from .loading.bundler import editable
from .metamodel import HTTP_METHODS

FILE: Final = "openapi-client.toml"
"""Beside a document, it is read without being asked for."""

CLIENT_KEYS: Final = {
    "package": forms.name,
    "distribution": forms.text,
    "class": forms.name,
    "base_url_variable": forms.name,
}
_SECTIONS: Final = ("parameters", "credentials", "envelope", "operations")
OPERATION_KEYS: Final = {
    "resource": "x-resource",
    "method": "x-method",
    "result": "x-result",
    "paging": "x-paging",
    "retry_safe": "x-retry-safe",
    "stream": "x-stream",
}
CREDENTIAL_KEYS: Final = {"argument": "x-argument", "environment": "x-environment"}
_METHODS: Final = frozenset("get put post delete options head patch trace query".split())

Table = dict[str, Any]


def apply_settings(source: Source, path: Path | None, report: Report) -> None:
    """Write the settings of a file into the root document of `source`.

    Args:
        source: the description.
        path: the file; None for the one beside the document, if there is one.
        report: takes an error for everything in the file that means nothing, with its place.
    """
    if path is None:
        beside = Path(source.root.document.key).with_name(FILE)
        if not beside.is_file():
            return
        path = beside
    read = load(path, report)
    if read is not None and source.root.is_map:
        source.curated_by.append(read.document)
        _Settings(source, report).apply(read.root)


class _Settings:
    def __init__(self, source: Source, report: Report) -> None:
        # Settings are about the description as one document, however it is cut into files.
        whole = editable(source)
        self._root: Table = whole
        self._source = source
        self._report = report

    def apply(self, said: Node) -> None:
        """Write everything that is said into the document."""
        self._known(said, (*CLIENT_KEYS, *_SECTIONS))
        client = {
            key: self._valid(said / key, form) for key, form in CLIENT_KEYS.items() if key in said
        }
        variable = client.pop("base_url_variable", None)
        if variable is not None:
            client["environment"] = {"base_url": variable}
        if client:
            self._root["x-client"] = {**_table(self._root.get("x-client")), **client}
        if "parameters" in said:
            self._parameters(said / "parameters")
        if "envelope" in said:
            node = said / "envelope"
            self._root["x-envelope"] = self._valid(node, KEYS["x-envelope"].form)
        schemes = _table(_table(self._root.get("components")).get("securitySchemes"))
        for key, node in (said / "credentials").items():
            self._write(node, key, schemes, CREDENTIAL_KEYS, "security scheme")
        found = dict(_operations(self._root))
        named = {str(each.get("operationId")): each for each in found.values()}
        for key, node in (said / "operations").items():
            self._write(node, key, {**named, **found}, OPERATION_KEYS, "operation")
        self._source.rewrite(self._root)

    def _parameters(self, said: Node) -> None:
        known = set(_parameters(self._root))
        for key, node in said.items():
            if key not in known:
                self._unused(node, key, known, "parameter")
        self._root["x-client-parameters"] = self._valid(said, KEYS["x-client-parameters"].form)

    def _write(
        self, said: Node, key: str, known: Mapping[str, Any], keys: Mapping[str, str], what: str
    ) -> None:
        """Write what a table says into what it is about."""
        if not isinstance(known.get(key), dict):
            self._unused(said, key, known, what)
            return
        self._known(said, keys)
        for name, ours in keys.items():
            if name not in said:
                continue
            if name == "stream":
                known[key][ours] = {"member": self._valid(said / name, forms.text)}
            else:
                known[key][ours] = self._valid(said / name, KEYS[ours].form)

    def _valid(self, node: Node, form: forms.Form) -> Any:
        """The value at `node`; an error where it has not its form."""
        for place, message, help in form(node):
            self._report.error("settings", place, message, help)
        return node.value

    def _known(self, table: Node, known: Collection[str]) -> None:
        if not table.is_map:
            self._report.error("settings", table, f"`{table.key}` is no table", "write a table")
        for key, node in table.items():
            if key not in known:
                help = did_you_mean(key, known, f"there are {', '.join(known)}")
                self._report.error("settings", node, f"`{key}` means nothing here", help)

    def _unused(self, node: Node, key: str, known: Collection[str], what: str) -> None:
        help = did_you_mean(key, known, "correct it, or take it out")
        self._report.error("settings-unused", node, f"there is no {what} `{key}`", help)


def _operations(root: Table) -> Iterator[tuple[str, Table]]:
    """The operations of a document, by "GET /path"."""
    for path, item in _table(root.get("paths")).items():
        for method, node in _table(item).items():
            if method.lower() in HTTP_METHODS and isinstance(node, dict):
                yield f"{method.upper()} {path}", node


def _parameters(root: Table) -> Iterator[str]:
    """The names of the parameters of a document, wherever they are described."""
    waiting: list[Any] = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            table = cast(Table, value)
            if isinstance(table.get("name"), str) and isinstance(table.get("in"), str):
                yield table["name"]
            waiting += table.values()
        elif isinstance(value, list):
            waiting += value


def _table(value: Any) -> Table:
    return cast(Table, value) if isinstance(value, dict) else {}
