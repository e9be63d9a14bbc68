"""YAML 1.2 to plain values, from the events of a parser.

libyaml's events (through PyYAML) take a twentieth of the time of ruamel's own. What libyaml refuses or reads by the
rules of YAML 1.1 goes to ruamel, which also has the better messages. Both kinds of events go to one builder, so
all decisions are made there: keys keep the spelling of the file, a date stays text (as in JSON), a repeated key
does not end the run, tags never make objects, and aliases can't blow the document up.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, Final

from .document import Parsed
from .json_parser import refuse
from .source_map import position_at
from .yaml_builder import Builder, Refusal

_LINE_ENDS_OF_1_1: Final = ("\x85", "\u2028", "\u2029")
_BARE_TAG: Final = re.compile(r"![ \t\r\n]")

_RUAMEL_LIMIT: Final = 4_000_000
"""The longest text that ruamel reads; it needs 4 s for a million characters."""


def parse_yaml(text: str) -> Parsed:
    """Parse YAML 1.2 text.

    Args:
        text: the whole file.

    Returns:
        The value with what is wrong; the value is None if the text is not YAML.
    """
    if not needs_ruamel(text):
        parsed = _parse_with_libyaml(text)
        if parsed is not None:
            return parsed
    if len(text) > _RUAMEL_LIMIT:
        return refuse(
            "yaml-syntax",
            f"this file has line separators, directives or a `!` tag, and more than {_RUAMEL_LIMIT:,} characters",
            (1, 1),
            "save it as JSON",
        )
    return _parse_with_ruamel(text)


def needs_ruamel(text: str) -> bool:
    """Return whether libyaml may read `text` other than by YAML 1.2: line ends, marks, directives, the tag `!`."""
    if not text.isascii():
        if any(each in text for each in _LINE_ENDS_OF_1_1) or text.find("\ufeff", 1) > 0:
            return True
    if text.startswith("%") or "\n%" in text:
        return True
    starts = (match.start() for match in _BARE_TAG.finditer(text))
    return any(not at or text[at - 1] in " \t\r\n[{,:?-" for at in starts)


def _parse_with_libyaml(text: str) -> Parsed | None:
    """Parse with libyaml; None if it refuses a text that is small enough for ruamel to judge."""
    try:
        from yaml import YAMLError, events

        parsers: Any = import_module("yaml.cyaml")
    except ImportError:  # PyYAML was built without libyaml
        return None
    builder = Builder()
    try:
        parser: Any = parsers.CParser(text)
        builder.read(iter(parser.get_event, None), events)
    except Refusal as refusal:
        return _make_refusal(refusal)
    except (YAMLError, ValueError) as error:
        return None if len(text) <= _RUAMEL_LIMIT else _make_syntax_refusal(error, text)
    return builder.parsed()


def _parse_with_ruamel(text: str) -> Parsed:
    from ruamel.yaml import YAML, events
    from ruamel.yaml.error import YAMLError

    builder = Builder()
    parser: Any = YAML(typ="safe", pure=True)
    try:
        builder.read(parser.parse(text), events)
    except Refusal as refusal:
        return _make_refusal(refusal)
    except (YAMLError, ValueError, RecursionError) as error:
        return _make_syntax_refusal(error, text)
    return builder.parsed()


def _make_refusal(refusal: Refusal) -> Parsed:
    return refuse(refusal.code, str(refusal), refusal.position, refusal.help)


def _make_syntax_refusal(error: Any, text: str) -> Parsed:
    """Turn an exception of either parser into a located refusal."""
    character = getattr(error, "character", None)
    if character is not None:
        code = character if isinstance(character, int) else ord(character)
        what = f"the character U+{code:04X} is not allowed in YAML"
        return refuse("yaml-syntax", what, position_at(text, error.position))
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    where = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = getattr(error, "problem", None) or getattr(error, "context", None) or error
    what = " ".join(str(problem).split())
    help = "indent with spaces; YAML does not allow tabs" if re.search(r"\\t|\btab", what) else ""
    return refuse("yaml-syntax", f"this is not YAML: {what}", where, help)
