"""Names of definitions, parameters, responses and security schemes that OpenAPI 3.1 allows.

Swagger 2.0 has no rule for them: `Page«Pet»`, `Map<string,Pet>` and `Basic Auth` are common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import unquote

from ..json_pointers import unescape

_FORBIDDEN: Final = re.compile(r"[^a-zA-Z0-9._-]+")


def rename_components(names: Iterable[str]) -> dict[str, str]:
    """Return the new names by the old ones, of those names that are not allowed."""
    listed = [*names]
    taken = {each for each in listed if not _FORBIDDEN.search(each)}
    renamed: dict[str, str] = {}
    for name in listed:
        if not _FORBIDDEN.search(name):
            continue
        plain = _FORBIDDEN.sub("_", name).strip("_") or "unnamed"
        candidate, number = plain, 2
        while candidate in taken:
            candidate, number = f"{plain}_{number}", number + 1
        taken.add(candidate)
        renamed[name] = candidate
    return renamed


def rename_in_pointer(pointer: str, renamed: Mapping[str, str]) -> str:
    """Return a JSON pointer below a section of components, without its slash, with the new name of the component."""
    name, slash, rest = pointer.partition("/")
    new = renamed.get(unescape(unquote(name))) if renamed else None
    return pointer if new is None else f"{new}{slash}{rest}"
