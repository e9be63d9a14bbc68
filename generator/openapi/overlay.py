"""Overlays (the OpenAPI Initiative's Overlay 1.0 and 1.1): changing a document without editing its file.

An overlay is a list of actions, each with a JSONPath (RFC 9535) and what becomes of the nodes that it selects:
`remove`, `update` (a value that is merged into them) or `copy` (a node of the document that is merged into them).
Actions are applied one after the other, to the bundled document, before anything is validated. An action that selects
nothing changes nothing, as the specification says; it is reported, because that is hardly intended.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeAlias

from ..diagnostics import Report, did_you_mean
from .editing import Draft, DuplicationError
from .loading import Node, Source, read
from .loading.scan import MAX_DEPTH, survey
from .metamodel import is_list, is_map

_VERSIONS: Final = ("1.0.", "1.1.")
_ROOT_KEYS: Final = ("overlay", "info", "extends", "actions")
_ACTION_KEYS: Final = ("target", "description", "update", "copy", "remove")

_MAX_PATH: Final = 10_000
"""Characters of a JSONPath."""
_MAX_STEPS: Final = 200
"""Brackets and negations of a JSONPath; each may nest."""
_MAX_DESCENTS: Final = 3
"""Steps `..` of a JSONPath; each multiplies what it visits by the depth of the document."""
_MAX_SELECTED: Final = 1_000_000
"""Nodes that one JSONPath may select."""
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'', re.DOTALL)
_CALL = re.compile(r"(?:match|search)\s*\(")

_Parts: TypeAlias = tuple[int | str, ...]
"""The way to a node from the root: keys and indices."""


def apply_overlays(source: Source, overlays: Sequence[Path], report: Report) -> Source | None:
    """Return a description as overlays change it.

    Args:
        source: the description.
        overlays: files in JSON or YAML, applied in this order.
        report: takes an error for everything in an overlay that can't be applied.

    Returns:
        The changed description; None, with an error, if it can't be put together.
    """
    if not overlays or not source.root.is_map:
        return source
    draft = Draft(source)
    for path in overlays:
        overlay = read(path, report)
        if overlay is not None and _check_overlay(overlay, report):
            for action in overlay / "actions":
                if not _apply(action, draft, report):
                    message = "the additions of this action and those before it make the document too large"
                    report.error("overlay", action, message, "copy less, or refer to components")
                    return None
    return draft.finish()


def _apply(action: Node, draft: Draft, report: Report) -> bool:
    """Apply an action; return False if the draft is too large or too deep now."""
    try:
        _Action(action, draft, report).apply()
    except (DuplicationError, RecursionError):
        return False
    return "copy" not in action or survey(draft.value).depth <= MAX_DEPTH


def _check_overlay(root: Node, report: Report) -> bool:
    version = root.plain("overlay") if root.is_map else None
    if not isinstance(version, str) or not f"{version}.".startswith(_VERSIONS):
        report.error(
            "overlay",
            root,
            "this is not an overlay of version 1.0 or 1.1",
            'begin it with `overlay: "1.1.0"` and `actions:`',
        )
        return False
    _check_keys(root, _ROOT_KEYS, report)
    if not (root / "actions").is_list:
        report.error(
            "overlay", root, "an overlay is a list of `actions`", "add at least one action"
        )
        return False
    return True


def _check_keys(node: Node, names: tuple[str, ...], report: Report) -> None:
    for key, member in node.items():
        if key not in names and not key.startswith("x-"):
            help = did_you_mean(key, names, "remove it, or begin its name with `x-`")
            report.error("overlay", member, f"`{key}` is unknown here", help)


class _Action:
    """One action, about to be applied."""

    def __init__(self, node: Node, draft: Draft, report: Report) -> None:
        self._node = node
        self._draft = draft
        self._report = report

    def apply(self) -> None:
        """Apply the action to the draft."""
        if not self._is_valid():
            return
        selected = self._select("target")
        if selected is None:
            return
        if not selected:
            self._report.warning(
                "overlay-unused",
                self._node / "target",
                f"nothing in the document is at `{_shorten(self._node.value['target'])}`",
                "correct the path, or remove the action",
            )
        elif self._node.plain("remove") is True:
            self._remove(selected)
        elif "update" in self._node:
            self._merge(selected, self._draft.copy(self._node / "update"))
        else:
            self._copy(selected)

    def _is_valid(self) -> bool:
        node = self._node
        if not node.is_map:
            return self._report_error(
                node, "an action is an object with a `target`", "write it as one"
            )
        _check_keys(node, _ACTION_KEYS, self._report)
        if node.text("target") is None:
            help = "add a `target` with a JSONPath"
            return self._report_error(node, "this action has no `target`", help)
        if "remove" in node and type(node.value["remove"]) is not bool:
            return self._report_error(
                node / "remove", "`remove` is not true or false", "write `remove: true`"
            )
        if "copy" in node and node.text("copy") is None:
            return self._report_error(node / "copy", "`copy` is not text", "write a JSONPath")
        if node.plain("remove") is True:
            return True
        if "update" in node and "copy" in node:
            help = "remove one of them, or write two actions"
            return self._report_error(node, "this action has both `update` and `copy`", help)
        if "update" not in node and "copy" not in node:
            help = "add `update`, `copy`, or `remove: true`"
            return self._report_error(node, "this action does nothing", help)
        return True

    def _report_error(self, place: Node, message: str, help: str) -> bool:
        self._report.error("overlay", place, message, help)
        return False

    def _select(self, key: str) -> list[_Parts] | None:
        """Return the nodes that a JSONPath selects; None, with an error, if it is not one."""
        from jsonpath import JSONPathError, compile

        path = self._node.value[key]
        try:
            _check_size(path)
            matches = compile(path, strict=True).finditer(self._draft.value)
            parts = [match.parts for match in islice(matches, _MAX_SELECTED + 1)]
            if len(parts) > _MAX_SELECTED:
                raise ValueError(f"it selects more than {_MAX_SELECTED:,} nodes")
            return list(dict.fromkeys(parts))
        except (JSONPathError, RecursionError, ValueError, LookupError, OverflowError) as error:
            reason = str(error).partition("\n")[0] or type(error).__name__
            message = f"`{_shorten(path)}` can't be used as a JSONPath: {_shorten(reason)}"
            self._report_error(
                self._node / key, message, "write it as in RFC 9535, e.g. `$.paths['/pets'].get`"
            )
            return None

    def _remove(self, selected: list[_Parts]) -> None:
        # In reverse order, so that children go before their parents, and later items of an array before earlier ones.
        for parts in sorted(selected, key=_order, reverse=True):
            if not parts:
                message = "the whole document can't be removed"
                self._report_error(self._node / "target", message, "select a part of it")
                return
            holder = _get_at(self._draft.value, parts[:-1])
            del holder[parts[-1]]

    def _copy(self, selected: list[_Parts]) -> None:
        sources = self._select("copy")
        if sources is None:
            return
        if len(sources) != 1:
            number = "nothing" if not sources else f"{len(sources)} nodes"
            message = f"`{_shorten(self._node.value['copy'])}` selects {number}, and `copy` takes one node"
            self._report_error(self._node / "copy", message, "select the one that is to be copied")
            return
        self._merge(selected, self._draft.duplicate(_get_at(self._draft.value, sources[0])))

    def _merge(self, selected: list[_Parts], update: Any) -> None:
        kinds = {_name_kind(_get_at(self._draft.value, parts)) for parts in selected}
        if len(kinds) > 1:
            message = "this target selects nodes of different kinds"
            help = "select objects, arrays or primitive values, and not several of these"
            self._report_error(self._node / "target", message, help)
            return
        for parts in selected:
            before = _get_at(self._draft.value, parts)
            if is_list(before) and not is_list(update):
                before.append(self._draft.duplicate(update))
                continue
            try:
                value = merge(
                    before, self._draft.duplicate(update), self._draft.record_merged_member
                )
            except KindError as error:
                key = "update" if "update" in self._node else "copy"
                message = f"{_NAMES[error.update]} can't be merged into {_NAMES[error.target]}{error.where}"
                self._report_error(
                    self._node / key,
                    message,
                    "write a value of the same kind, or remove the old one first",
                )
                return
            if parts:
                _get_at(self._draft.value, parts[:-1])[parts[-1]] = value


_NAMES: Final = {"object": "an object", "array": "an array", "primitive": "a primitive value"}


class KindError(Exception):
    """Two values can't be merged."""

    def __init__(self, target: str, update: str, keys: tuple[str, ...]) -> None:
        super().__init__(target, update)
        self.target = target
        self.update = update
        self.where = f" at `{'.'.join(keys)}`" if keys else ""


def merge(
    value: Any,
    update: Any,
    on_member: Callable[[Any, str, Any], None] | None = None,
    keys: tuple[str, ...] = (),
) -> Any:
    """Merge `update` into `value`: objects member by member, arrays one after the other, primitives replaced.

    Args:
        value: what is changed.
        update: what is merged into it.
        on_member: takes an object, the key of a primitive value that it got, and the object in the update that has it.
        keys: the keys on the way to here.

    Raises:
        KindError: they are of different kinds. An empty member (`tags:` in YAML) is an exception: it adds nothing.
    """
    if is_map(value) and is_map(update):
        for key, item in update.items():
            is_merged = key in value
            value[key] = merge(value[key], item, on_member, (*keys, key)) if is_merged else item
            if on_member is not None and not is_map(item) and not is_list(item):
                on_member(value, key, update)
        return value
    if is_list(value) and is_list(update):
        value.extend(update)
        return value
    if _name_kind(value) == _name_kind(update) == "primitive":
        return update
    if update is None and keys:
        return value
    raise KindError(_name_kind(value), _name_kind(update), keys)


def _check_size(path: str) -> None:
    """Raise ValueError for a JSONPath that nobody writes, and that would exhaust the time or the stack."""
    if not path:
        raise ValueError("it is empty")
    code = _QUOTED.sub("", path)
    if len(path) > _MAX_PATH:
        raise ValueError(f"it is longer than {_MAX_PATH:,} characters")
    if sum(map(code.count, "([!")) > _MAX_STEPS:
        raise ValueError(f"it has more than {_MAX_STEPS} brackets and negations")
    if code.count("..") > _MAX_DESCENTS:
        raise ValueError(f"it has more than {_MAX_DESCENTS} `..`")
    if _CALL.search(code):
        for quoted in _QUOTED.findall(path):
            _check_pattern(quoted[1:-1])


def _check_pattern(pattern: str) -> None:
    """Raise ValueError for a pattern that can take exponential time."""
    from .patterns.redos import Ambiguous, check

    try:
        check(pattern)
    except (Ambiguous, ValueError, re.error, RecursionError):
        raise ValueError(f"the pattern `{_shorten(pattern)}` may take too long") from None


def _name_kind(value: Any) -> str:
    return "object" if is_map(value) else "array" if is_list(value) else "primitive"


def _order(parts: _Parts) -> tuple[tuple[bool, int, str], ...]:
    return tuple((type(part) is str, part if type(part) is int else 0, str(part)) for part in parts)


def _get_at(value: Any, parts: _Parts) -> Any:
    for part in parts:
        value = value[part]
    return value


def _shorten(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:100]}…"
