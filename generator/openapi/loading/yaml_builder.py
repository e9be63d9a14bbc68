"""Builds plain values from YAML events, with the position of every key and item."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, Final, TypeAlias

from attrs import define, field

from ..json_pointers import escape, unescape
from .document import Issue, Parsed
from .json_parser import join_surrogates, make_duplicate_key_issue, report_number
from .scan import MAX_DEPTH
from .source_map import Locator, Position
from .yaml_scalars import NEVER_RESOLVED, resolve_plain

MAX_ALIASED: Final = 200_000
"""How many nodes aliases may add; an alias bomb soon exceeds it."""

_SCALAR_TAGS: Final = ("str", "int", "float", "bool", "null", "binary", "timestamp")
_COLLECTION_TAGS: Final = ("map", "seq", "omap", "set")

Marks: TypeAlias = "dict[str, Mark] | list[Mark]"
"""Where the members of a mapping (their keys) or the items of a list begin."""
Mark: TypeAlias = "Any | tuple[Any, Marks]"
"""A parser's mark, for a container together with the marks of what is in it."""


class Refusal(Exception):
    """Ends the parse: the document cannot be used."""

    def __init__(self, code: str, message: str, event: Any, help: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.position = _as_position(event.start_mark)
        self.help = help


@define(slots=True)
class _Frame:
    """A mapping or list that is being filled."""

    value: Any
    marks: Any
    is_map: bool
    anchor: str | None
    start: Any
    first: int
    """The number of the node that it is."""
    key: str | None = None
    merges: bool = False
    """Whether the key is `<<`."""
    merged: dict[str, Any] = field(factory=dict)


class Builder:
    """Turns events into a value, noting positions and issues."""

    def __init__(self) -> None:
        self.issues: list[Issue] = []
        self._value: Any = None
        self._mark: Any = None
        self._frames: list[_Frame] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._count = 0
        self._aliased = 0
        self._documents = 0
        self._mapping: Any = None
        self._is_complete = False
        """Whether the rest of the stream is skipped."""

    def parsed(self) -> Parsed:
        """Return the value, with a locator that holds the positions but not the value."""
        mark = self._mark
        return Parsed(self._value, tuple(self.issues), lambda _: _make_locator(mark))

    def read(self, events: Iterable[Any], classes: Any) -> None:
        """Take the events of a parser.

        Args:
            events: what the parser yields.
            classes: the module that has their classes, of the same names in PyYAML and in ruamel.
        """
        scalar, mapping = classes.ScalarEvent, classes.MappingStartEvent
        handlers = {
            classes.MappingStartEvent: self._start,
            classes.SequenceStartEvent: self._start,
            classes.MappingEndEvent: self._end,
            classes.SequenceEndEvent: self._end,
            classes.AliasEvent: self._add_alias,
            classes.DocumentStartEvent: self._begin_document,
        }
        self._mapping = mapping
        add_scalar = self._add_scalar
        for event in events:
            kind = event.__class__
            if kind is scalar:
                add_scalar(event)
            elif kind in handlers:
                handlers[kind](event)
            if self._is_complete:
                break

    def _begin_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents == 2:
            self._is_complete = True
            self._warn(
                event,
                "second-document",
                "a second YAML document begins here; only the first is read",
                "keep one document in a file",
            )

    def _add_scalar(self, event: Any) -> None:
        frame = self._frames[-1] if self._frames else None
        value: Any = event.value
        if frame is not None and frame.is_map and frame.key is None:
            if value == "<<" or value in frame.value or event.anchor or not value.isascii():
                self._add_unusual_key(frame, event)
            else:
                frame.key = value
                frame.marks[value] = event.start_mark
            return
        self._count += 1
        if event.style or event.tag is not None:
            if event.tag is not None or not value.isascii():
                value = self._resolve_quoted_or_tagged(event)
        elif value[:1] not in NEVER_RESOLVED:
            resolved = resolve_plain(value)
            if resolved.__class__ is float and not math.isfinite(resolved):
                position = _as_position(event.start_mark)
                self.issues.append(report_number(value, position, self._make_next_pointer()))
            else:
                value = resolved
        if event.anchor:
            self._anchors[event.anchor] = (value, 1)
        if frame is None:
            self._value, self._mark = value, event.start_mark
        elif not frame.is_map:
            frame.value.append(value)
            frame.marks.append(event.start_mark)
        elif frame.merges:
            self._merge(frame, event, value)
        else:
            frame.value[frame.key] = value
            frame.key = None

    def _add_unusual_key(self, frame: _Frame, event: Any) -> None:
        key: str = join_surrogates(event.value)
        if event.anchor:
            self._anchors[event.anchor] = (key, 1)
        frame.key = key
        if key == "<<" and not event.style:
            frame.merges = True
            return
        if key in frame.value:
            pointer = f"{self._make_pointer(len(self._frames) - 1)}/{escape(key)}"
            self.issues.append(
                make_duplicate_key_issue(key, _as_position(event.start_mark), pointer)
            )
        frame.marks[key] = event.start_mark

    def _start(self, event: Any) -> None:
        frames = self._frames
        if frames and frames[-1].is_map and frames[-1].key is None:
            raise Refusal("yaml-key", "a key must be text", event, "write the key as plain text")
        if len(frames) >= MAX_DEPTH:
            raise Refusal(
                "too-deep", f"this document is nested deeper than {MAX_DEPTH} levels", event
            )
        if event.tag is not None and not event.implicit:
            self._check_tag(event, _COLLECTION_TAGS)
        self._count += 1
        is_map = event.__class__ is self._mapping
        value: Any = {} if is_map else []
        marks: Any = {} if is_map else []
        frames.append(_Frame(value, marks, is_map, event.anchor, event.start_mark, self._count))

    def _end(self, event: Any) -> None:
        frame = self._frames.pop()
        value = frame.value
        if frame.merged:
            own = dict(value)
            value.clear()
            value.update(frame.merged)
            value.update(own)
        if frame.anchor:
            self._anchors[frame.anchor] = (value, self._count - frame.first + 1)
        self._put(event, value, frame.start, frame.marks)

    def _add_alias(self, event: Any) -> None:
        name = event.anchor
        if any(frame.anchor == name for frame in self._frames):
            raise Refusal(
                "yaml-alias", f"the alias `*{name}` is inside the value that it names", event
            )
        if name not in self._anchors:
            message = f"the alias `*{name}` names no anchor"
            raise Refusal(
                "yaml-alias", message, event, f"put `&{name}` before the value that it names"
            )
        value, size = self._anchors[name]
        if self._frames and self._frames[-1].is_map and self._frames[-1].key is None:
            raise Refusal(
                "yaml-key", "an alias may not be a key", event, "write the key as plain text"
            )
        self._count += size
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            raise Refusal("yaml-bomb", f"aliases repeat more than {MAX_ALIASED:,} values", event)
        self._put(event, value, event.start_mark, None)

    def _put(self, event: Any, value: Any, start: Any, marks: Any) -> None:
        """Add a finished value to its container."""
        if not self._frames:
            self._value, self._mark = value, (start, marks)
            return
        frame = self._frames[-1]
        if not frame.is_map:
            frame.value.append(value)
            frame.marks.append((start, marks))
        elif frame.merges:
            self._merge(frame, event, value)
        else:
            key = frame.key
            frame.value[key] = value
            frame.marks[key] = (frame.marks[key], marks)
            frame.key = None

    def _merge(self, frame: _Frame, event: Any, value: Any) -> None:
        parts = value if value.__class__ is list else [value]
        if all(part.__class__ is dict for part in parts):
            for part in parts:
                for key, item in part.items():
                    frame.merged.setdefault(key, item)
        else:
            self._warn(
                event,
                "yaml-merge",
                "`<<` merges mappings, and this is not one",
                "name a mapping, or a list of mappings",
            )
        frame.merges = False
        frame.key = None

    def _resolve_quoted_or_tagged(self, event: Any) -> Any:
        text = join_surrogates(event.value)
        tag = str(event.tag) if event.tag is not None else None
        if tag is None or tag == "!":
            return text
        if not self._check_tag(event, _SCALAR_TAGS) or tag.endswith(
            (":str", ":binary", ":timestamp")
        ):
            return text
        value = resolve_plain(text)
        return text if value.__class__ is float and not math.isfinite(value) else value

    def _check_tag(self, event: Any, tags: tuple[str, ...]) -> bool:
        """Return whether the tag is one of YAML's own; warn of any other, which has no effect."""
        tag = str(event.tag)
        if tag.startswith("tag:yaml.org,2002:") and tag.rpartition(":")[2] in tags:
            return True
        shown = tag.replace("tag:yaml.org,2002:", "!!")
        self._warn(event, "yaml-tag", f"the tag `{shown}` has no meaning here", "remove the tag")
        return False

    def _warn(self, event: Any, code: str, message: str, help: str) -> None:
        position = _as_position(event.start_mark)
        self.issues.append(
            Issue("warning", code, message, help, position, self._make_next_pointer())
        )

    def _make_next_pointer(self) -> str:
        """Return the pointer of the value that comes next."""
        return self._make_pointer(len(self._frames))

    def _make_pointer(self, depth: int) -> str:
        tokens = (
            (frame.key or "") if frame.is_map else str(len(frame.value))
            for frame in self._frames[:depth]
        )
        return "".join(f"/{escape(token)}" for token in tokens)


def _as_position(mark: Any) -> Position:
    return mark.line + 1, mark.column + 1


def _make_locator(root: Any) -> Locator:
    """Return the function that finds the position of a pointer, or of its nearest parent."""

    def locate(pointer: str) -> Position:
        mark, marks = root if root.__class__ is tuple else (root, None)
        for token in pointer.split("/")[1:]:
            entry = _find(marks, unescape(token))
            if entry is None:
                break
            mark, marks = entry if entry.__class__ is tuple else (entry, None)
        return _as_position(mark) if mark is not None else (1, 1)

    return locate


def _find(marks: Any, token: str) -> Any:
    if marks.__class__ is dict:
        return marks.get(token)
    if marks.__class__ is list and token.isdecimal() and len(token) < 10:
        return marks[int(token)] if int(token) < len(marks) else None
    return None
