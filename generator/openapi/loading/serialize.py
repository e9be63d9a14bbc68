"""A document as JSON or YAML text."""

from __future__ import annotations

import json
import re
from io import StringIO
from typing import Any

_READ_OTHERWISE_BY_YAML_1_1 = re.compile(
    r"(?i:y|n|yes|no|on|off)|[-+]?[0-9][0-9_:.]*|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"
)


def to_json(document: dict[str, Any]) -> str:
    """Write a document as JSON text, indented by two spaces."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def to_yaml(document: dict[str, Any]) -> str:
    """Write a document as YAML text without anchors, in the order it has."""
    from ruamel.yaml import YAML  # slow to import

    yaml: Any = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.ignore_aliases = _never
    yaml.representer.add_representer(str, _represent_text)
    text = StringIO()
    yaml.dump(document, text)
    return text.getvalue()


def _never(_: object) -> bool:
    return True


def _represent_text(representer: Any, text: str) -> Any:
    """Quote what YAML 1.1 takes for a bool, a date or a number to the base of 60."""
    quote = '"' if _READ_OTHERWISE_BY_YAML_1_1.fullmatch(text) else None
    return representer.represent_scalar("tag:yaml.org,2002:str", text, style=quote)
