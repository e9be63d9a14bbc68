"""A document as JSON or YAML text."""

from __future__ import annotations

import json
import re
from io import StringIO
from typing import Any

from ...text import escape_json

_BEYOND_ASCII = re.compile(r"[^\n\t\x20-\x7e]+")
_READ_OTHERWISE_BY_YAML_1_1 = re.compile(
    r"(?i:y|n|yes|no|on|off)|[-+]?[0-9][0-9_:.]*|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"
)


def to_json(document: dict[str, Any]) -> str:
    """Write a document as JSON text, indented by two spaces."""
    return escape_json(json.dumps(document, indent=2, ensure_ascii=False)) + "\n"


def to_yaml(document: dict[str, Any]) -> str:
    """Write a document as YAML text without anchors, in the order it has."""
    from ruamel.yaml import YAML  # slow to import

    yaml: Any = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.ignore_aliases = _is_never
    yaml.representer.add_representer(str, _represent_text)
    text = StringIO()
    yaml.dump(document, text)
    return _BEYOND_ASCII.sub(_escape_unprintable, text.getvalue())


def _escape_unprintable(match: re.Match[str]) -> str:
    """Escape as YAML does in double quotes, where `_represent_text` puts such characters."""
    return "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in match[0])


def _is_never(_: object) -> bool:
    return True


def _represent_text(representer: Any, text: str) -> Any:
    """Quote what YAML 1.1 takes for a bool, a date or a number to the base of 60, and what is to be escaped."""
    is_quoted = _READ_OTHERWISE_BY_YAML_1_1.fullmatch(text) or not _is_printable(text)
    quote = '"' if is_quoted else None
    return representer.represent_scalar("tag:yaml.org,2002:str", text, style=quote)


def _is_printable(text: str) -> bool:
    return text.isprintable() or text.replace("\n", "").replace("\t", "").isprintable()
