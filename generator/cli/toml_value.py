"""Values of settings as TOML."""

from __future__ import annotations

import json
import re


def format_toml(value: str | list[str]) -> str:
    """Return text as a basic string, or a list of texts as an array; what TOML can't hold is replaced."""
    if isinstance(value, list):
        return f"[{', '.join(map(format_toml, value))}]"
    escaped = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return re.sub(r"[\ud800-\udfff]", "\ufffd", escaped)
