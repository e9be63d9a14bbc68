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

import tomllib
from collections.abc import Collection, Iterator
from copy import deepcopy
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, cast

from .diagnostics import Report
from .source import Source

FILE: Final = "openapi-client.toml"
"""Beside a document, it is read without being asked for."""

_CLIENT: Final = {"package": "package", "distribution": "distribution", "class": "class"}
_OPERATION: Final = {
    "resource": "x-resource",
    "method": "x-method",
    "result": "x-result",
    "paging": "x-paging",
    "retry_safe": "x-retry-safe",
    "stream": "x-stream",
}
_CREDENTIAL: Final = {"argument": "x-argument", "environment": "x-environment"}
_METHODS: Final = frozenset("get put post delete options head patch trace query".split())

Table = dict[str, Any]


def apply_settings(source: Source, path: Path | None, report: Report) -> None:
    """Write the settings of a file into the root document of `source`.

    Args:
        source: the description.
        path: the file; None for the one beside the document, if there is one.
        report: takes an error for everything in the file that means nothing.
    """
    if path is None:
        beside = Path(source.root.document.key).with_name(FILE)
        if not beside.is_file():
            return
        path = beside
    said = _read(path, report)
    if said is not None:
        _Settings(source, path.name, report).apply(said)


def _read(path: Path, report: Report) -> Table | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        said = f"{path.name} can't be read: {error.strerror or error}"
        report.error("settings", None, said, "check the spelling of the path")
        return None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        report.error("settings", None, f"{path.name}: {error}", "write it as TOML in UTF-8")
        return None


class _Settings:
    def __init__(self, source: Source, name: str, report: Report) -> None:
        self._root: Table = deepcopy(source.root.value) if source.root.is_map else {}
        self._source = source
        self._name = name
        self._report = report

    def apply(self, said: Table) -> None:
        """Write everything that is said into the document."""
        sections = ("parameters", "credentials", "envelope", "operations", "base_url_variable")
        self._known(said, (*_CLIENT, *sections), "")
        client = {ours: said[key] for key, ours in _CLIENT.items() if key in said}
        if "base_url_variable" in said:
            client["environment"] = {"base_url": said["base_url_variable"]}
        if client:
            self._root["x-client"] = {**_table(self._root.get("x-client")), **client}
        for key in ("parameters", "envelope"):
            if key in said:
                name = "x-client-parameters" if key == "parameters" else "x-envelope"
                self._root[name] = said[key]
        for key, table in _table(said.get("credentials")).items():
            self._credential(key, _table(table))
        for key, table in _table(said.get("operations")).items():
            self._operation(key, _table(table))
        self._source.document.value = self._root

    def _credential(self, key: str, table: Table) -> None:
        schemes = _table(_table(self._root.get("components")).get("securitySchemes"))
        if not isinstance(schemes.get(key), dict):
            self._unused(
                f"[credentials.{key}]", "there is no such security scheme", list(schemes), key
            )
            return
        self._known(table, _CREDENTIAL, f"credentials.{key}")
        schemes[key].update(
            {_CREDENTIAL[name]: value for name, value in table.items() if name in _CREDENTIAL}
        )

    def _operation(self, key: str, table: Table) -> None:
        found = dict(_operations(self._root))
        named = {str(node.get("operationId")): node for node in found.values()}
        node = found.get(key) or named.get(key)
        if node is None:
            self._unused(
                f"[operations.{key!r}]", "there is no such operation", [*found, *named], key
            )
            return
        self._known(table, _OPERATION, f"operations.{key!r}")
        for name, value in table.items():
            if name in _OPERATION:
                value = {"member": value} if name == "stream" and isinstance(value, str) else value
                node[_OPERATION[name]] = value

    def _known(self, table: Table, known: Collection[str], where: str) -> None:
        for key in table:
            if key not in known:
                shown = f"`{key}` in [{where}]" if where else f"`{key}`"
                close = get_close_matches(key, known, 1)
                cure = f"did you mean `{close[0]}`?" if close else f"there are {', '.join(known)}"
                self._report.error("settings", None, f"{self._name}: {shown} means nothing", cure)

    def _unused(self, table: str, message: str, names: list[str], key: str) -> None:
        close = get_close_matches(key, names, 1)
        cure = f"did you mean `{close[0]}`?" if close else "correct it, or take it out"
        self._report.error("settings-unused", None, f"{self._name}: {table}: {message}", cure)


def _operations(root: Table) -> Iterator[tuple[str, Table]]:
    """The operations of a document, by "GET /path"."""
    for path, item in _table(root.get("paths")).items():
        for method, node in _table(item).items():
            if method.lower() in _METHODS and isinstance(node, dict):
                yield f"{method.upper()} {path}", node


def _table(value: Any) -> Table:
    return cast(Table, value) if isinstance(value, dict) else {}
