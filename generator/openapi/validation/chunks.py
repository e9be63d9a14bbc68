"""Slices a document into the parts that the typed schema has to check.

The schema keeps an object for everything it reads; a whole document of 50 MB would take a gigabyte. It also does not
know webhooks, path items among the components and the operations of 3.2, which are wrapped here in what it knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from attrs import frozen

from ..json_pointers import escape
from ..metamodel import is_map

_PORTION: Final = 50
_HEAD: Final[dict[str, Any]] = {
    "openapi": "3.1.0",
    "info": {"title": "", "version": ""},
    "paths": {},
}


@frozen
class Slice:
    """A small document, and where it comes from.

    Attributes:
        document: what the schema is to look at.
        base: the pointer that its error paths start from.
        dropped: how many steps at the beginning of an error path the base stands for.
    """

    document: dict[str, Any]
    base: str = ""
    dropped: int = 0


Doubts = set[tuple[str, ...]]
"""The first steps to what is to be checked, e.g. `("paths", "/pets")` or `("components", "schemas", "Pet")`."""


def iter_slices(document: dict[str, Any], doubts: Doubts) -> Iterator[Slice]:
    """Yield the portions of a document that are to be checked.

    Args:
        document: a mapping that says it is OpenAPI.
        doubts: the parts that are to be checked.

    Yields:
        First what is neither a path nor a component, then those, in the order of the document.
    """
    if not doubts:
        return
    yield Slice(_make_shell(document))
    paths = _select_doubted(document.get("paths"), ("paths",), doubts)
    yield from (Slice(_HEAD | {"paths": part}) for part in _iter_portions(paths, "x-"))
    yield from _iter_operations_of_3_2(paths)
    for part in _iter_portions(_select_doubted(document.get("webhooks"), ("webhooks",), doubts)):
        yield Slice(_HEAD | {"paths": part}, "/webhooks", 1)
    components = document.get("components")
    for section, members in components.items() if is_map(components) else ():
        for part in _iter_portions(_select_doubted(members, ("components", section), doubts)):
            if section == "pathItems":
                yield Slice(_HEAD | {"paths": part}, "/components/pathItems", 1)
            else:
                yield Slice(_HEAD | {"components": {section: part}})


def _select_doubted(members: Any, path: tuple[str, ...], doubts: Doubts) -> dict[str, Any]:
    """Return the members of a section that are to be checked; all of them if the section itself is."""
    if not is_map(members):
        return {}
    if any(path[:size] in doubts for size in range(len(path) + 1)):
        return members
    return {key: value for key, value in members.items() if (*path, key) in doubts}


def _make_shell(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document without what has portions of its own, unless that is no mapping."""
    shell = document | {"openapi": "3.1.0"}
    if is_map(document.get("paths")):
        shell["paths"] = {}
    elif "paths" not in document and ("components" in document or "webhooks" in document):
        shell["paths"] = {}  # optional since 3.1
    if is_map(document.get("components")):
        sections = document["components"].items()
        shell["components"] = {key: value for key, value in sections if not is_map(value)}
    return shell


def _iter_portions(members: Any, skipped: str | None = None) -> Iterator[dict[str, Any]]:
    if not is_map(members):
        return
    entries = ((k, v) for k, v in members.items() if skipped is None or not k.startswith(skipped))
    while part := dict(islice(entries, _PORTION)):
        yield part


def _iter_operations_of_3_2(paths: Any) -> Iterator[Slice]:
    """Yield the operations that have none of the eight older methods, one at a time."""
    for path, item in paths.items() if is_map(paths) else ():
        more = item.get("additionalOperations") if is_map(item) else None
        operations = (
            [(f"additionalOperations/{escape(k)}", v) for k, v in more.items()]
            if is_map(more)
            else []
        )
        if is_map(item) and "query" in item:
            operations.append(("query", item["query"]))
        for step, operation in operations:
            yield Slice(
                _HEAD | {"paths": {"/": {"get": operation}}}, f"/paths/{escape(path)}/{step}", 3
            )
