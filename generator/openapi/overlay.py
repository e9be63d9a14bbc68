"""Overlays (the OpenAPI Initiative's Overlay 1.0): curating a foreign document without editing it.

An overlay is a list of actions, each with a JSONPath (RFC 9535) and what becomes of the objects and arrays that it
selects: `remove`, or `update`, which is merged into them. The actions are applied to the document in memory, one
after the other, before anything else looks at it. An action that selects nothing is an error: it was meant
for something that is not there any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

from ..diagnostics import Report
from .loading import Node, Source, load
from .loading.bundler import editable
from .metamodel import is_list, is_map

_VERSIONS: Final = ("1.0", "1.1")


def apply_overlays(source: Source, overlays: Sequence[Path], report: Report) -> None:
    """Change the root document of `source` as overlays say.

    Args:
        source: the description; only its root document changes.
        overlays: files in JSON or YAML, applied in this order.
        report: takes an error for everything in an overlay that can't be applied.
    """
    if not overlays:
        return
    # Targets are places in the description as one document, however it is cut into files.
    whole = editable(source)
    for path in overlays:
        read = load(path, report)
        if read is not None and _is_overlay(read.root, report):
            source.curated_by.append(read.document)
            for action in read.root / "actions":
                whole = _apply(action, whole, report)
    source.rewrite(whole)


def merge(value: Any, update: Any) -> Any:
    """`value` with `update` merged into it: objects member by member, arrays one after the other."""
    if is_map(value) and is_map(update):
        for key, item in update.items():
            value[key] = merge(value[key], item) if key in value else deepcopy(item)
        return value
    if is_list(value):
        return [*value, *deepcopy(update if is_list(update) else [update])]
    return deepcopy(update)


def _is_overlay(root: Node, report: Report) -> bool:
    version = root.plain("overlay") if root.is_map else None
    if not isinstance(version, str) or not version.startswith(_VERSIONS):
        report.error(
            "overlay",
            root,
            "this is no overlay of version 1.0",
            'begin it with `overlay: "1.0.0"` and `actions:`',
        )
        return False
    if not (root / "actions").is_list:
        report.error(
            "overlay", root, "an overlay is a list of `actions`", "add at least one action"
        )
        return False
    return True


def _apply(action: Node, whole: Any, report: Report) -> Any:
    """`whole` after one action."""
    target = action.text("target")
    if target is None:
        report.error(
            "overlay", action, "this action has no `target`", "say with a JSONPath what it is about"
        )
        return whole
    found = _selected(target, whole, action, report)
    if found is None:
        return whole
    if not found:
        report.error(
            "overlay-unused",
            action / "target",
            f"nothing in the document is at `{target}`",
            "correct the path, or take the action out",
        )
    removes = action.plain("remove") is True
    if not removes and "update" not in action:
        report.error(
            "overlay", action, "this action does nothing", "add `update`, or `remove: true`"
        )
    # From the end, so that removing one item of an array does not move the others that are meant.
    for parts in sorted(found, key=_order, reverse=True):
        if removes:
            _remove(whole, parts)
        elif "update" in action:
            whole = _update(whole, parts, action.value["update"])
    return whole


def _selected(
    target: str, whole: Any, action: Node, report: Report
) -> list[tuple[int | str, ...]] | None:
    """The places that a JSONPath selects; None where it is no JSONPath."""
    from jsonpath import JSONPathError, compile

    try:
        return list(
            dict.fromkeys(match.parts for match in compile(target, strict=True).finditer(whole))
        )
    except (JSONPathError, RecursionError) as error:
        said = str(error).partition("\n")[0]
        report.error(
            "overlay",
            action / "target",
            f"`{target}` is no JSONPath: {said}",
            "write it as RFC 9535 has it",
        )
        return None


def _order(parts: tuple[int | str, ...]) -> tuple[tuple[bool, int, str], ...]:
    return tuple((type(part) is str, part if type(part) is int else 0, str(part)) for part in parts)


def _remove(whole: Any, parts: tuple[int | str, ...]) -> None:
    if parts:
        del _at(whole, parts[:-1])[parts[-1]]


def _update(whole: Any, parts: tuple[int | str, ...], update: Any) -> Any:
    value = merge(_at(whole, parts), update)
    if not parts:
        return value
    _at(whole, parts[:-1])[parts[-1]] = value
    return whole


def _at(whole: Any, parts: tuple[int | str, ...]) -> Any:
    for part in parts:
        whole = whole[part]
    return whole
