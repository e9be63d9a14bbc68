"""From the bytes of a file to plain values, whichever syntax it has."""

from __future__ import annotations

from attrs import evolve, frozen

from ..json_pointers import unescape
from .document import Parsed, Unreadable
from .gc_pause import gc_paused
from .json_parser import parse_json, refuse, refuse_depth
from .scan import MAX_DEPTH, find_costly_key, find_too_deep, survey
from .source_map import Lines, detect_text_encoding, position_at


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
    """Parse a file.

    Args:
        raw: its bytes and the end of its name.

    Returns:
        The value with what is wrong.
    """
    encoding = detect_text_encoding(raw.data)
    try:
        text = raw.data.decode(encoding)
    except UnicodeDecodeError as error:
        before = raw.data[: error.start].decode(encoding, errors="replace")
        message = (
            f"the byte 0x{raw.data[error.start]:02X} is not {encoding.removesuffix('-sig').upper()}"
        )
        where = position_at(before, len(before))
        return refuse("encoding", message, where, "save the file as UTF-8")
    with gc_paused():
        return _check_size(_parse(raw, text), text)


def _parse(raw: Raw, text: str) -> Parsed:
    if raw.suffix == ".toml":
        from .toml_parser import parse_toml  # few files are

        return parse_toml(text)
    if raw.suffix in (".md", ".txt"):  # text that a description refers to
        return Parsed(text, (), lambda _: Unreadable())
    if raw.is_json:
        parsed = parse_json(text)
        if parsed.value is None and raw.suffix != ".json":  # YAML may begin with a brace, too
            other = _parse_yaml(text)
            parsed = other if other.value is not None else parsed
        return parsed
    return _parse_yaml(text)


def _check_size(parsed: Parsed, text: str) -> Parsed:
    """Return what was parsed, or an error where it is too deep, or its pointers would fill the memory."""
    facts = survey(parsed.value)
    if facts.depth > MAX_DEPTH:
        return refuse_depth(text, find_too_deep(text))
    pointer = find_costly_key(parsed.value) if facts.may_have_long_pointers else None
    if pointer is not None:
        key = unescape(pointer.rpartition("/")[2])
        return refuse(
            "too-large",
            f"the key `{key[:60]}…` has {len(key):,} characters, too many for all the values below it",
            parsed.locator(Lines(text))(pointer),
            "shorten it, or move what is below it to components",
        )
    return evolve(parsed, has_ids=facts.has_ids)


def _parse_yaml(text: str) -> Parsed:
    from .yaml_parser import parse_yaml  # imported only when there is YAML

    return parse_yaml(text)
