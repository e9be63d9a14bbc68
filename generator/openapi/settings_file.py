"""Settings from a TOML file: an alternative to `x-` keys, for documents that the user can't edit.

    overlays = ["fixes.yaml"]                # applied before those of the command line
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
    [lint]                                   # severities of findings, by rule: error, warning, hint, off
    trailing-slash = "off"

Settings are written into the document in memory as the keys that mean the same, so that they are checked as
those are. A table that matches nothing in the document is an error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, cast
from urllib.parse import unquote

from ..diagnostics import Report, did_you_mean
from ..rules import SEVERITIES, RuleSeverity, load_rules
from .editing import Draft
from .extensions import value_forms as forms
from .extensions.registry import KEYS, PACKAGE_FORMS
from .json_pointers import find_value
from .loading import Node, Source, read
from .loading.uris import is_remote
from .metamodel import HTTP_METHODS

FILE: Final = "openapi-client.toml"
"""The default name; this file is read from the folder of the document."""

CLIENT_KEYS: Final = {
    "package": forms.package_name,
    "class": forms.class_name,
    "base_url_variable": forms.variable_name,
    **PACKAGE_FORMS,
}
OVERLAYS_FORM: Final = forms.items(forms.text)
_SECTIONS: Final = ("overlays", "parameters", "credentials", "envelope", "operations", "lint")
OPERATION_KEYS: Final = {
    "resource": "x-resource",
    "method": "x-method",
    "result": "x-result",
    "paging": "x-paging",
    "retry_safe": "x-retry-safe",
    "stream": "x-stream",
}
CREDENTIAL_KEYS: Final = {"argument": "x-argument", "environment": "x-environment"}
LINT_FORM: Final = forms.mapping(forms.one_of(*SEVERITIES))
_MAX_REFERENCES: Final = 30
Table = dict[str, Any]


def load_settings(path: Path | None, report: Report) -> Node | None:
    """Load settings.

    Args:
        path: the file, if there is one.
        report: takes an error if it can't be read.
    """
    return read(path, report) if path is not None else None


def find_unread_settings(spec: str | Path) -> Path | None:
    """Return the settings in the current folder that are not read, because the document is at an address."""
    path = Path(FILE)
    return path if is_remote(str(spec)) and path.is_file() else None


def describe_unread_settings(path: Path) -> str:
    """Return the sentence about settings that are not read."""
    return (
        f"`{path}` is not read, because the document comes from a URL; help: add `--config {path}`"
    )


def find_overlays(settings: Node | None, folder: Path, report: Report) -> tuple[Path, ...]:
    """Return the overlays that settings name; what is no text is left out, and reported with the rest.

    Args:
        settings: the settings, if there are any.
        folder: the folder of their file. Overlays are in it or below, so that every revision has its own.
        report: takes an error for an overlay elsewhere.
    """
    if settings is None:
        return ()
    overlays: list[Path] = []
    for node in settings / "overlays":
        if not node.is_str or not node.value.isprintable():
            continue
        path = folder / node.value
        if path.resolve().is_relative_to(folder.resolve()):
            overlays.append(path)
        else:
            message = "the overlay is not in the folder of the settings or below"
            report.error("settings", node, message, "move it there, or name it with `--overlay`")
    return tuple(overlays)


def read_severities(settings: Node | None) -> dict[str, RuleSeverity]:
    """Return the severities of rules in settings; what is malformed is left out, and reported with the rest."""
    if settings is None:
        return {}
    return {
        rule: node.value
        for rule, node in (settings / "lint").items()
        if rule in load_rules() and node.value in SEVERITIES
    }


def apply_settings(source: Source, settings: Node | None, report: Report) -> Source | None:
    """Return a description with settings written into it.

    Args:
        source: the description.
        settings: the settings, if there are any.
        report: takes an error for everything in the settings that means nothing, with its place.

    Returns:
        The changed description; None, with an error, if it can't be put together.
    """
    if settings is None or not source.root.is_map:
        return source
    draft = Draft(source)
    _Settings(draft, report).apply(settings)
    return draft.finish()


def find_default(source: Source) -> Path | None:
    """Return the settings next to a document, if there are any."""
    path = Path(source.document.key).with_name(FILE)
    try:
        return path if path.is_file() else None
    except (OSError, ValueError):  # e.g. a name that is too long
        return None


class _Settings:
    """Writes settings into a draft of the document."""

    def __init__(self, draft: Draft, report: Report) -> None:
        self._draft = draft
        self._root: Table = draft.value
        self._report = report

    def apply(self, settings: Node) -> None:
        """Write all settings into the document."""
        self._check_keys(settings, (*CLIENT_KEYS, *_SECTIONS))
        self._write_client(settings)
        if "overlays" in settings:
            self._validate(settings / "overlays", OVERLAYS_FORM)
        if "parameters" in settings:
            self._write_parameters(settings / "parameters")
        if "envelope" in settings:
            node = settings / "envelope"
            self._root["x-envelope"] = self._validate(node, KEYS["x-envelope"].form)
        schemes = _as_table(_as_table(self._root.get("components")).get("securitySchemes"))
        for key, node in self._iter_tables(settings, "credentials"):
            self._write(node, key, schemes, CREDENTIAL_KEYS, "security scheme")
        tables = dict(self._iter_tables(settings, "operations"))
        self._separate_path_items({key.partition(" ")[2] for key in tables})
        by_path = dict(_iter_operations(self._root))
        by_id = {str(each.get("operationId")): each for each in by_path.values()}
        for key, node in tables.items():
            self._write(node, key, {**by_id, **by_path}, OPERATION_KEYS, "operation")
        if "lint" in settings:
            self._check_lint(settings / "lint")

    def _separate_path_items(self, paths: Collection[str]) -> None:
        """Copy the path items of `paths` that other paths refer to as well, so that settings are about one path."""
        items = dict(_iter_path_items(self._root))
        uses = Counter(map(id, items.values()))
        for path, item in items.items():
            if path in paths and uses[id(item)] > 1:
                self._root["paths"][path] = self._draft.duplicate(item)

    def _check_lint(self, settings: Node) -> None:
        self._validate(settings, LINT_FORM)
        for rule, node in settings.items():
            if rule not in load_rules():
                help = did_you_mean(rule, load_rules(), "`lint --rules` lists the rules")
                self._report.error("settings", node, f"there is no rule `{rule}`", help)

    def _write_client(self, settings: Node) -> None:
        client = {
            key: self._validate(settings / key, form)
            for key, form in CLIENT_KEYS.items()
            if key in settings
        }
        variable = client.pop("base_url_variable", None)
        if variable is not None:
            client["environment"] = {"base_url": variable}
            self._draft.record(client["environment"], settings)
        if client:
            self._root["x-client"] = {**_as_table(self._root.get("x-client")), **client}
            self._draft.record(self._root["x-client"], settings)
            self._draft.record_member(self._root, "x-client", settings)

    def _write_parameters(self, settings: Node) -> None:
        names = set(_list_parameter_names(self._root))
        for key, node in settings.items():
            if key not in names:
                self._report_unused(node, key, names, "parameter")
        form = KEYS["x-client-parameters"].form
        self._draft.record_member(self._root, "x-client-parameters", settings)
        self._root["x-client-parameters"] = self._validate(settings, form)

    def _write(
        self, settings: Node, key: str, names: Mapping[str, Any], keys: Mapping[str, str], what: str
    ) -> None:
        """Write a table into the object that it configures."""
        target = names.get(key)
        if not isinstance(target, dict):
            self._report_unused(settings, key, names, what)
            return
        self._check_keys(settings, keys)
        for name, extension in keys.items():
            if name not in settings:
                continue
            self._draft.record_member(target, extension, settings / name)
            if name == "stream":
                target[extension] = {"member": self._validate(settings / name, forms.text)}
                self._draft.record(target[extension], settings / name)
                self._draft.record_member(target[extension], "member", settings / name)
            else:
                target[extension] = self._validate(settings / name, KEYS[extension].form)

    def _iter_tables(self, settings: Node, key: str) -> Iterator[tuple[str, Node]]:
        if key in settings and not (settings / key).is_map:
            self._report.error(
                "settings", settings / key, f"`{key}` is not a table", "write a table"
            )
        return (settings / key).items()

    def _validate(self, node: Node, form: forms.Form) -> Any:
        """Return the value at `node`; report an error if it has the wrong form."""
        for place, message, help in form(node):
            self._report.error("settings", place, message, help)
        return self._draft.copy(node)

    def _check_keys(self, table: Node, names: Collection[str]) -> None:
        if not table.is_map:
            self._report.error("settings", table, f"`{table.key}` is not a table", "write a table")
        for key, node in table.items():
            if key not in names:
                help = did_you_mean(key, names, f"there are {', '.join(names)}")
                self._report.error("settings", node, f"`{key}` is unknown here", help)

    def _report_unused(self, node: Node, key: str, names: Collection[str], what: str) -> None:
        help = did_you_mean(key, names, "correct or remove it")
        self._report.error("settings-unused", node, f"there is no {what} `{key}`", help)


def _iter_operations(root: Table) -> Iterator[tuple[str, Table]]:
    """Yield the operations of a document, by "GET /path"."""
    for path, item in _iter_path_items(root):
        methods = {key.upper(): item[key] for key in item if key.lower() in HTTP_METHODS}
        for method, node in {**_as_table(item.get("additionalOperations")), **methods}.items():
            if isinstance(node, dict):
                yield f"{method} {path}", cast(Table, node)


def _iter_path_items(root: Table) -> Iterator[tuple[str, Table]]:
    """Yield path and path item, or what a `$ref` in its place leads to."""
    for path, item in _as_table(root.get("paths")).items():
        for _ in range(_MAX_REFERENCES):
            reference = _as_table(item).get("$ref")
            if not isinstance(reference, str) or not reference.startswith("#/"):
                break
            item = find_value(root, unquote(reference[1:]))
        yield path, _as_table(item)


def _list_parameter_names(root: Table) -> Iterator[str]:
    """Yield the names of the parameters of a document, wherever they are described."""
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


def _as_table(value: Any) -> Table:
    return cast(Table, value) if isinstance(value, dict) else {}
