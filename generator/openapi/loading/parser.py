"""From the bytes of a file to plain values: which syntax it is, and what was parsed before."""

from __future__ import annotations

import json
import re
from typing import Any

from attrs import asdict, evolve, frozen

from ...cache import Cache, digest, version_of
from .document import Issue, Parsed, YamlParse, by_pointer
from .gc_pause import gc_paused
from .json_parser import parse_json, refused
from .scan import MAX_DEPTH, survey
from .source_map import Lines, Locator, encoding_of, position_at

_FORMAT = "2"
"""Part of the cache's key; changes whenever the same text would be read differently."""

_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)


@frozen
class Raw:
    """A file before it is parsed; `suffix` is that of its name, in lower case."""

    data: bytes
    suffix: str

    @property
    def is_json(self) -> bool:
        """Whether to try it as JSON: by its name or, as JSON is YAML too, by its first character."""
        return self.suffix == ".json" or self.data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (
            b"{",
            b"[",
        )


def parse(raw: Raw) -> Parsed:
    """Parse a file, by way of the cache if it is YAML.

    Args:
        raw: its bytes and the end of its name.

    Returns:
        The value with what is wrong, and the references that lead out of the file.
    """
    encoding = encoding_of(raw.data)
    try:
        text = raw.data.decode(encoding)
    except UnicodeDecodeError as error:
        before = raw.data[: error.start].decode(encoding, errors="replace")
        message = (
            f"the byte 0x{raw.data[error.start]:02X} is not {encoding.removesuffix('-sig').upper()}"
        )
        where = position_at(before, len(before))
        return refused("encoding", message, where, "save the file as UTF-8")
    with gc_paused():
        return _surveyed(_parsed(raw, text), text)


def _parsed(raw: Raw, text: str) -> Parsed:
    if raw.suffix == ".toml":
        from .toml_parser import parse_toml  # few files are

        return parse_toml(text)
    if raw.is_json:
        parsed = parse_json(text)
        if parsed.value is None and raw.suffix != ".json":  # YAML with braces is no JSON
            other = _from_yaml(raw.data, text)
            parsed = other if other.value is not None else parsed
        return parsed
    return _from_yaml(raw.data, text)


def _surveyed(parsed: Parsed, text: str) -> Parsed:
    found = survey(parsed.value)
    if found.depth <= MAX_DEPTH:
        return evolve(parsed, references=found.references, has_ids=found.has_ids)
    message = f"this document is nested deeper than {MAX_DEPTH} levels"
    return refused(
        "too-deep", message, position_at(text, _too_deep(text)), "take the inner parts apart"
    )


def _too_deep(text: str) -> int:
    """The offset of the first bracket beyond the limit; 0 if it is not brackets that nest."""
    depth = 0
    for match in _BRACKET.finditer(text):
        bracket = match.group()
        depth += (bracket in ("{", "[")) - (bracket in ("}", "]"))
        if depth > MAX_DEPTH:
            return match.start()
    return 0


def yaml_key(data: bytes) -> str:
    """The key of a YAML file in the cache."""
    return digest(_FORMAT, version_of("ruamel.yaml"), data)


def is_cached(raw: Raw) -> bool:
    """Whether parsing is quick: JSON, or YAML that was parsed before."""
    return raw.is_json or Cache("yaml").get(yaml_key(raw.data)) is not None


def _from_yaml(data: bytes, text: str) -> Parsed:
    known = _recall(data)
    if known is not None:
        return known
    fresh = parse_slowly(text)
    if fresh.positions:
        keep(data, fresh)
    return fresh.parsed()


def parse_slowly(text: str) -> YamlParse:
    """Parse YAML without the cache; ruamel is imported only when it has to be."""
    from .yaml_parser import parse_yaml

    return parse_yaml(text)


def keep(data: bytes, parse: YamlParse) -> None:
    """Put a parse into the cache, its positions apart because they are seldom needed."""
    key = yaml_key(data)
    Cache("positions").put(key, json.dumps(parse.positions))
    issues = [asdict(issue) for issue in parse.issues]
    Cache("yaml").put(key, json.dumps({"value": parse.value, "issues": issues}))


def _recall(data: bytes) -> Parsed | None:
    key = yaml_key(data)
    kept = Cache("yaml").get(key)
    if kept is None:
        return None
    try:
        entry: dict[str, Any] = json.loads(kept)
        issues = tuple(_issue(fields) for fields in entry["issues"])
        return Parsed(entry["value"], issues, lambda lines: _positions(key, lines))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _issue(fields: dict[str, Any]) -> Issue:
    line, column = fields.pop("position")
    return Issue(position=(int(line), int(column)), **fields)


def _positions(key: str, lines: Lines) -> Locator:
    kept = Cache("positions").get(key)
    if kept is None:
        return parse_slowly(lines.text).parsed().locator(lines)
    entry: dict[str, list[int]] = json.loads(kept)
    return by_pointer({pointer: (at[0], at[1]) for pointer, at in entry.items()})
