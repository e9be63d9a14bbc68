"""A proposed overlay (OpenAPI Overlay 1.1): the actions of each changed place below the evidence for them.

Targets are places in the description as one document (the `bundle` command), which is what `--overlay` applies to.
Evidence comes from a server: comments have it as printable text without line breaks, and everything else is quoted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from itertools import islice
from typing import Any, Final

from attrs import field, frozen

from ..diagnostics import make_line_printable, make_printable
from ..openapi.json_pointers import escape, find_value, get_child, unescape
from ..openapi.metamodel import is_list, is_map
from ..text import format_times, pluralize
from .amend_document import Amendment
from .exchanges import Comparison, Difference

_MOST_EVIDENCE: Final = 6
_MAX_IMPLICIT_KEY: Final = 100
"""Characters of a key before it is marked as one; YAML allows 1024, escapes included."""

Action = tuple[str, dict[str, Any] | None]
"""The target, and what is merged into it; None where it is removed."""


def propose(
    comparison: Comparison,
    title: str,
    before: Any,
    amendment: Amendment,
    origin: Callable[[str], str],
) -> str:
    """Return the text of an overlay after which the description admits what was recorded.

    Args:
        comparison: the differences.
        title: title of the description.
        before: the description as one document.
        amendment: the same document as it should be.
        origin: from a pointer into that document to a place in the files, to be shown.
    """
    exchanges = pluralize(comparison.exchanges, "recorded exchange")
    heading = f"Changes to {title}, from {exchanges}"
    lines = [
        "overlay: 1.1.0",
        f"info: {{title: {_write_json(heading)}, version: 1.0.0}}",
        "# Delete the actions that you do not agree with; apply the rest with `--overlay`, or edit the named places.",
        "actions:",
    ]
    blocks: list[str] = []
    count = 0
    for pointer, differences in amendment.places.items():
        actions = list(_iter_actions(before, amendment, pointer))
        if not actions:
            continue
        blocks += ["", *_iter_comments(differences, pointer, origin)]
        blocks += [f"  - {_write_action(action)}" for action in actions]
        count += len(actions)
    changed = {id(each) for differences in amendment.places.values() for each in differences}
    for each in comparison.differences:
        if id(each) not in changed:
            blocks += ["", *_iter_comments([each], each.node.pointer, origin)]
            blocks.append("  # no change is proposed: a schema can't describe this")
    return "\n".join([*lines, *blocks] if count else [*lines[:-1], "actions: []", *blocks]) + "\n"


def _iter_comments(
    differences: list[Difference], pointer: str, origin: Callable[[str], str]
) -> Iterator[str]:
    for each in differences:
        yield f"  # {make_line_printable(_summarize(each))}"
    try:
        place = origin(pointer)
    except LookupError:  # a place that the document did not have before
        place = f"#{pointer}"
    yield f"  # {make_line_printable(place)}"
    evidences = dict.fromkeys(line for each in differences for line in each.evidence)
    for evidence in islice(evidences, _MOST_EVIDENCE):
        yield f"  #   {make_line_printable(evidence)}"


def _summarize(difference: Difference) -> str:
    name = f" `{difference.name}`" if difference.name else ""
    times = format_times(difference.count)
    return f"{difference.kind}{name}, {times}, in {', '.join(difference.operations)}"


def _write_action(action: Action) -> str:
    target, update = action
    what = "remove: true" if update is None else f"update: {_write_json(update)}"
    return f"{{target: {_write_json(target)}, {what}}}"


def _iter_actions(before: Any, amendment: Amendment, pointer: str) -> Iterator[Action]:
    """Yield what changes one place: at most one removal for each object in it, and one update."""
    old, new = find_value(before, pointer), find_value(amendment.value, pointer)
    if isinstance(old, bool) and is_map(new):
        above, _, key = pointer.rpartition("/")
        yield to_jsonpath(pointer, before), None
        yield to_jsonpath(above, before), {unescape(key): new}
    if not is_map(old) or not is_map(new):
        return
    changes = _Changes(before, frozenset(amendment.places) - {pointer})
    update = changes.compare(old, new, pointer)
    for parent, keys in changes.removed.items():
        path = to_jsonpath(parent, before)
        is_single = len(keys) == 1
        yield (
            _write_child(path, keys[0]) if is_single else f"{path}[{','.join(map(_quote, keys))}]"
        ), None
    yield from ((target, None) for target in changes.removed_items)
    if update:
        yield to_jsonpath(pointer, before), update


@frozen
class _Changes:
    """Collects how one object differs from another.

    Attributes:
        document: the document before.
        places: pointers of places that have actions of their own.
        removed: by the pointer of an object, the members to remove.
        removed_items: targets of items to remove.
    """

    document: Any
    places: Collection[str]
    removed: dict[str, list[str]] = field(factory=dict)
    removed_items: list[str] = field(factory=list)

    def compare(self, old: dict[str, Any], new: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Return what is to be merged into `old` after the removals."""
        update: dict[str, Any] = {}
        for key in old:
            if key not in new:
                self.removed.setdefault(pointer, []).append(key)
        for key, value in new.items():
            at = f"{pointer}/{escape(key)}"
            if key not in old:
                update[key] = value
            elif at not in self.places and not _is_same(old[key], value):
                self._compare_member(key, old[key], value, at, update)
        return update

    def _compare_member(
        self, key: str, old: Any, new: Any, at: str, update: dict[str, Any]
    ) -> None:
        if is_map(old) and is_map(new):
            inner = self.compare(old, new, at)
            update |= {key: inner} if inner else {}
        elif is_list(old) and is_list(new):
            self._compare_lists(key, old, new, at, update)
        elif type(old) in (dict, list) or type(new) in (dict, list):
            self._replace(key, new, at, update)
        else:
            update[key] = new

    def _compare_lists(
        self, key: str, old: list[Any], new: list[Any], at: str, update: dict[str, Any]
    ) -> None:
        rest = [each for each in old if each in new]
        is_text = all(isinstance(each, str) for each in old)
        if len(new) >= len(old) and all(
            _is_same(each, new[index]) or self._has_place(f"{at}/{index}")
            for index, each in enumerate(old)
        ):
            update |= {key: new[len(old) :]} if len(new) > len(old) else {}
        elif is_text and rest == new and len(set(old)) == len(old):
            path = to_jsonpath(at, self.document)
            self.removed_items.extend(
                f"{path}[?@ == {_quote(each)}]" for each in old if each not in new
            )
        else:
            self._replace(key, new, at, update)

    def _replace(self, key: str, new: Any, at: str, update: dict[str, Any]) -> None:
        self.removed.setdefault(at.rpartition("/")[0], []).append(key)
        update[key] = new

    def _has_place(self, pointer: str) -> bool:
        return any(each == pointer or each.startswith(f"{pointer}/") for each in self.places)


def _is_same(old: Any, new: Any) -> bool:
    return json.dumps(old, sort_keys=True) == json.dumps(new, sort_keys=True)


def to_jsonpath(pointer: str, document: Any) -> str:
    """Return a JSON pointer into a document as a JSONPath."""
    path, value = "$", document
    for token in pointer.split("/")[1:]:
        path = f"{path}[{token}]" if is_list(value) else _write_child(path, unescape(token))
        value = get_child(value, unescape(token))
    return path


def _write_child(path: str, key: str) -> str:
    return f"{path}.{key}" if key.isidentifier() and key.isascii() else f"{path}[{_quote(key)}]"


def _quote(text: str) -> str:
    inner = json.dumps(text)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{inner}'"


def _write_json(value: Any) -> str:
    """Return a value as JSON that is YAML too: line breaks of YAML are escaped, and long keys are marked as keys."""
    if is_map(value):
        members = value.items()
        return (
            f"{{{', '.join(f'{_write_key(key)}: {_write_json(each)}' for key, each in members)}}}"
        )
    if is_list(value):
        return f"[{', '.join(map(_write_json, value))}]"
    return make_printable(json.dumps(value, ensure_ascii=False))


def _write_key(text: str) -> str:
    """Return the key of a mapping; a YAML parser takes a long one for a key only after a `?`."""
    return f"? {_write_json(text)} " if len(text) > _MAX_IMPLICIT_KEY else _write_json(text)
