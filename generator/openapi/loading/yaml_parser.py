"""YAML to plain values straight from ruamel's events.

Building from events costs two thirds of ruamel's own loading and leaves every decision here: keys keep
the spelling of the file, a date stays text (as in JSON), a key that stands twice does not end the
run, tags never make objects, and aliases can not blow the document up.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Final

from attrs import define, field
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from ..metamodel import is_list, is_map
from .document import Issue, YamlParse
from .json_parser import duplicate_key, joined_halves, odd_number, refusal
from .node import escape
from .scan import MAX_DEPTH
from .source_map import Position, Positions, position_at
from .yaml_scalars import plain

MAX_ALIASED: Final = 200_000
"""Nodes that aliases may add to those that are written; a bomb passes it at once."""


def parse_yaml(text: str) -> YamlParse:
    """Parse YAML 1.2 text.

    Args:
        text: the whole file.

    Returns:
        The value with what is wrong; the value is None if the text is no YAML.
    """
    builder = _Builder()
    try:
        parser: Any = YAML(typ="safe", pure=True)
        for event in parser.parse(text):
            builder.take(event)
    except _Refusal as end:
        return _refused(end.code, str(end), end.position, end.help)
    except MarkedYAMLError as error:
        return _syntax(error)
    except ReaderError as error:
        return _character(error, text)
    except (YAMLError, ValueError, RecursionError) as error:
        return _refused("yaml-syntax", f"this is not YAML: {error}", (1, 1))
    return YamlParse(builder.value, tuple(builder.issues), builder.positions or {"": (1, 1)})


def _refused(code: str, message: str, position: Position, help: str = "") -> YamlParse:
    return YamlParse(None, (refusal(code, message, position, help),), {})


def _syntax(error: Any) -> YamlParse:
    mark = error.problem_mark or error.context_mark
    where = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    what = " ".join(str(error.problem or error.context or "a syntax error").split())
    return _refused("yaml-syntax", f"this is not YAML: {what}", where, _cure(what))


def _character(error: Any, text: str) -> YamlParse:
    code = error.character if isinstance(error.character, int) else ord(error.character)
    what = f"the character U+{code:04X} may not stand in YAML"
    return _refused("yaml-syntax", what, position_at(text, error.position))


def _cure(problem: str) -> str:
    if "\\t" in problem or "tab" in problem:
        return "indent with spaces; YAML knows no tabs"
    return ""


class _Refusal(Exception):
    """Ends the parse: the document cannot be used."""

    def __init__(self, code: str, message: str, event: Any, help: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.position = _position(event)
        self.help = help


@define
class _Frame:
    """A mapping or list that is being filled."""

    value: Any
    pointer: str
    anchor: str | None
    started: int
    key: str | None = None
    merging: bool = False
    merged: dict[str, Any] = field(factory=dict)


class _Builder:
    """Turns events into a value, noting positions and issues."""

    def __init__(self) -> None:
        self.value: Any = None
        self.positions: Positions = {}
        self.issues: list[Issue] = []
        self._frames: list[_Frame] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._count = 0
        self._aliased = 0
        self._documents = 0
        self._handlers: dict[str, Callable[[Any], None]] = {
            "ScalarEvent": self._scalar,
            "MappingStartEvent": self._start,
            "SequenceStartEvent": self._start,
            "MappingEndEvent": self._end,
            "SequenceEndEvent": self._end,
            "AliasEvent": self._alias,
            "DocumentStartEvent": self._document,
        }

    def take(self, event: Any) -> None:
        """Add one event."""
        handler = self._handlers.get(type(event).__name__)
        if handler is not None and (self._documents < 2 or handler == self._document):
            handler(event)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents == 2:
            self._warn(
                event,
                "second-document",
                "a second YAML document begins here; only the first is read",
                "keep one document in a file",
            )

    def _scalar(self, event: Any) -> None:
        frame = self._frames[-1] if self._frames else None
        if frame is not None and frame.key is None and is_map(frame.value):
            frame.key = self._key(frame, event)
            return
        self._count += 1
        value = self._resolved(event)
        if event.anchor:
            self._anchors[event.anchor] = (value, 1)
        self._put(event, value)

    def _key(self, frame: _Frame, event: Any) -> str:
        key = joined_halves(event.value)
        if event.anchor:
            self._anchors[event.anchor] = (key, 1)
        if key == "<<" and event.style is None:
            frame.merging = True
            return key
        pointer = f"{frame.pointer}/{escape(key)}"
        position = _position(event)
        if key in frame.value:
            self.issues.append(duplicate_key(key, position, pointer))
        self.positions[pointer] = position
        return key

    def _start(self, event: Any) -> None:
        if self._frames and is_map(self._frames[-1].value) and self._frames[-1].key is None:
            raise _Refusal("yaml-key", "a key must be text", event, "write the key as plain text")
        if len(self._frames) >= MAX_DEPTH:
            raise _Refusal(
                "too-deep", f"this document is nested deeper than {MAX_DEPTH} levels", event
            )
        if event.tag is not None and not event.implicit:
            self._tag(event, ("map", "seq", "omap", "set"))
        self._count += 1
        value: Any = {} if type(event).__name__ == "MappingStartEvent" else []
        pointer = self._place(event)
        self._frames.append(_Frame(value, pointer, event.anchor, self._count))

    def _end(self, event: Any) -> None:
        frame = self._frames.pop()
        if frame.merged:
            own = dict(frame.value)
            frame.value.clear()
            frame.value.update(frame.merged | own)
        if frame.anchor:
            self._anchors[frame.anchor] = (frame.value, self._count - frame.started + 1)
        self._put(event, frame.value, placed=True)

    def _alias(self, event: Any) -> None:
        if any(frame.anchor == event.anchor for frame in self._frames):
            raise _Refusal(
                "yaml-alias", f"the alias `*{event.anchor}` stands inside what it names", event
            )
        if event.anchor not in self._anchors:
            message = f"the alias `*{event.anchor}` names no anchor"
            raise _Refusal(
                "yaml-alias", message, event, f"put `&{event.anchor}` before what it names"
            )
        value, size = self._anchors[event.anchor]
        if self._frames and is_map(self._frames[-1].value) and self._frames[-1].key is None:
            raise _Refusal(
                "yaml-key", "an alias may not be a key", event, "write the key as plain text"
            )
        self._count += size
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            raise _Refusal("yaml-bomb", f"aliases repeat more than {MAX_ALIASED:,} values", event)
        self._put(event, value)

    def _place(self, event: Any) -> str:
        """The pointer of the value that begins with this event; items are noted where they stand."""
        if not self._frames:
            self.positions[""] = _position(event)
            return ""
        frame = self._frames[-1]
        if frame.key is not None:
            return f"{frame.pointer}/{escape(frame.key)}"
        pointer = f"{frame.pointer}/{len(frame.value)}"
        self.positions[pointer] = _position(event)
        return pointer

    def _put(self, event: Any, value: Any, *, placed: bool = False) -> None:
        if not placed:
            self._place(event)
        if not self._frames:
            self.value = value
            return
        frame = self._frames[-1]
        if frame.key is None:
            frame.value.append(value)
        elif frame.merging:
            self._merge(frame, event, value)
        else:
            frame.value[frame.key] = value
        frame.key = None

    def _merge(self, frame: _Frame, event: Any, value: Any) -> None:
        frame.merging = False
        parts = value if is_list(value) else [value]
        if not all(is_map(part) for part in parts):
            self._warn(
                event,
                "yaml-merge",
                "`<<` merges mappings, and this is none",
                "name a mapping, or a list of mappings",
            )
            return
        for part in parts:
            frame.merged = frame.merged | {k: v for k, v in part.items() if k not in frame.merged}

    def _resolved(self, event: Any) -> Any:
        text = joined_halves(event.value)
        tag = str(event.tag) if event.tag is not None else None
        if tag is not None and tag != "!":
            return self._tagged(event, tag, text)
        if tag == "!" or event.style is not None:
            return text
        value = plain(text)
        if type(value) is float and not math.isfinite(value):
            self.issues.append(odd_number(text, _position(event), self._pointer_here()))
            return text
        return value

    def _tagged(self, event: Any, tag: str, text: str) -> Any:
        if not self._tag(event, ("str", "int", "float", "bool", "null", "binary", "timestamp")):
            return text
        return text if tag.endswith((":str", ":binary", ":timestamp")) else plain(text)

    def _tag(self, event: Any, known: tuple[str, ...]) -> bool:
        """Whether the tag is one of YAML's own; any other is told of and has no effect."""
        tag = str(event.tag)
        if tag.startswith("tag:yaml.org,2002:") and tag.rpartition(":")[2] in known:
            return True
        shown = tag.replace("tag:yaml.org,2002:", "!!")
        self._warn(event, "yaml-tag", f"the tag `{shown}` has no meaning here", "remove the tag")
        return False

    def _warn(self, event: Any, code: str, message: str, help: str) -> None:
        issue = Issue("warning", code, message, help, _position(event), self._pointer_here())
        self.issues.append(issue)

    def _pointer_here(self) -> str:
        if not self._frames:
            return ""
        frame = self._frames[-1]
        key = frame.key if is_map(frame.value) else str(len(frame.value))
        return frame.pointer if key is None else f"{frame.pointer}/{escape(key)}"


def _position(event: Any) -> Position:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
