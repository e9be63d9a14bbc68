"""The check by openapi-python-client's typed schema: its error paths become findings with positions."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING, Any

from ...diagnostics import Report
from ..loading import Node, Source
from ..metamodel import is_list, is_map
from .chunks import iter_slices

if TYPE_CHECKING:
    from openapi_python_client.schema import OpenAPI

_EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "list_type": "a list",
    "url_parsing": "an address",
    "url_type": "an address",
}


def check_schema(source: Source, doubts: set[tuple[str, ...]], report: Report) -> None:
    """Add a warning for everything in the document that breaks the grammar.

    Args:
        source: the description, of any 3.x version.
        doubts: the first steps to what may break it; nothing else is checked.
        report: takes the findings.
    """
    from pydantic import ValidationError  # slow to import

    schema = _import_schema()
    reported: set[Node] = set()
    for part in iter_slices(source.root.value, doubts):
        text = json.dumps(part.document)  # only from JSON does it take text for an enumeration
        try:
            schema.model_validate_json(text, strict=True)
        except ValidationError as refused:
            for error in refused.errors(
                include_url=False, include_context=False, include_input=False
            ):
                loc = error["loc"][part.dropped :]
                node, key = _find_node(source, part.base, loc)
                _report(node, key, dict(error), reported, report)


def _import_schema() -> type[OpenAPI]:
    """Import the schema alone: the rest of its package loads a network library and a command line, for 0.3 s."""
    name = "openapi_python_client"
    spec = find_spec(name)
    if spec is not None and name not in sys.modules:
        # the package is not executed; it only locates the schema
        sys.modules[name] = module_from_spec(spec)
        try:
            import_module(f"{name}.schema")
        finally:
            del sys.modules[name]
    from openapi_python_client.schema import OpenAPI

    return OpenAPI


def _report(
    node: Node, key: str, error: dict[str, Any], reported: set[Node], report: Report
) -> None:
    if _is_allowed(node, key, error):
        return
    if error["type"] == "missing":
        report.warning("missing-field", node, f"`{key}` is missing here", f"add `{key}`")
        return
    if node in reported:  # one alternative of a union was reported already
        return
    reported.add(node)
    message, help = _write_message(node, error)
    report.warning("grammar", node, message, help)


def _find_node(source: Source, base: str, loc: tuple[str | int, ...]) -> tuple[Node, str]:
    """Return the deepest node that an error path leads to, and its last part; names of alternatives are skipped."""
    node = source.document.at(base)
    for token in loc:
        child = node.get(token)
        if child is not None:
            node = child
    return node, str(loc[-1]) if loc else ""


def _is_allowed(node: Node, key: str, error: dict[str, Any]) -> bool:
    """Return whether OpenAPI allows what the schema refuses, or a finer finding exists."""
    if error["type"] == "missing" and key == "responses":
        return True  # optional since 3.1, and older documents without it can be served as well
    if type(node.value) is bool and error["type"].startswith(("model", "dict")):
        return True  # a schema may be true or false
    is_schema_type = error["type"] == "list_type" or "'string'" in error["msg"]
    if node.key == "type" and is_schema_type and "/headers/" not in node.pointer:
        return True  # lowering reports the type, and what it is taken for
    if node.key == "in" and node.value == "querystring":
        return True  # since 3.2
    extension = node.key.startswith("x-") and not node.is_map
    return extension or node.key in ("const", "$ref") or "const" in error["loc"][-3:]


def _write_message(node: Node, error: dict[str, Any]) -> tuple[str, str]:
    kind: str = error["type"]
    actual = _name_kind(node.value)
    if kind in ("enum", "literal_error"):
        allowed = error["msg"].removeprefix("Input should be ")
        return f"{_shorten(node.value)} is not allowed here", f"write one of {allowed}"
    if kind in _EXPECTED:
        help = f"write {_EXPECTED[kind]} here"
        if kind == "string_type" and type(node.value) in (bool, int, float):
            help = f"write `{json.dumps(json.dumps(node.value))}`"
        return f"expected {_EXPECTED[kind]}, found {actual}", help
    what = error["msg"].removeprefix("Value error, ").removeprefix("Input should ")
    what = what.removeprefix("List should ")
    return f"{_shorten(node.value)} is not allowed here: it should {what}", "correct the value"


def _shorten(value: object) -> str:
    if is_map(value) or is_list(value):
        return _name_kind(value)
    text = str(value)
    return f"`{text[:40]}…`" if len(text) > 40 else f"`{text}`"


_KINDS: dict[type, str] = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    dict: "a mapping",
    list: "a list",
}


def _name_kind(value: object) -> str:
    return _KINDS.get(type(value), "nothing")
