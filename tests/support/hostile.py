"""Values that nobody expects, and the places of a value that they can be put in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]

TEXTS = [
    *(
        '"',
        "'",
        '"""',
        "'''",
        "\\",
        "x\\",
        "a\nb",
        "a\r\nb",
        "\t",
        "\0",
        "\x1b[31m",
        "\x7f",
        "\x85",
    ),
    *(
        "\u2028",
        "\u202e",
        "\u200b",
        "\ud800",
        "",
        "   ",
        "{{ 7*7 }}",
        "{% raw %}",
        "{# x #}",
        "${x}",
    ),
    *("%s %(a)s", "-->", "<!-- x", "`", "``", "```", "](x)", "<script>", "# x", "\n# x\n", "---"),
    *(
        "...",
        "- a: b",
        ": ",
        "a: &x b",
        "*x",
        "!!python/object:os",
        '\n[project]\nname="x"',
        '"]\n[x]',
    ),
    *("é", "日本", "ﬁ", "𝒳", "a\u0301", "class", "None", "self", "client", "1abc", "../../etc"),
    *("/etc/passwd", "a.b.c", ".", "..", "a..b", "a" * 300, "x" * 20000, "__class__", "__init__"),
    *("import os", "a b", "A-B_C", "+", "a@b"),
]


def _nest(depth: int) -> Any:
    value: Any = "x"
    for level in range(depth):
        value = {"a": value} if level % 2 else [value]
    return value


OTHERS: list[Any] = [
    *(None, True, False, 0, -1, 1.5, 10**400, float("inf"), float("nan"), [], {}, [[]], [None]),
    *({"": None}, {"a": {"b": {"c": 1}}}, ["a", "b"], [{"a": 1}], _nest(60)),
]


def list_places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of each value in `value`, its own included."""
    yield path
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in items:
        yield from list_places(inner, (*path, key))


def list_extension_places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of each value of an `x-` key in a document, and of what is in it."""
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in items:
        if isinstance(key, str) and key.startswith("x-"):
            yield from list_places(inner, (*path, key))
        else:
            yield from list_extension_places(inner, (*path, key))


def replace_at(value: Any, path: Path, content: Any) -> Any:
    """Return a copy of `value` that has `content` at `path`."""
    copied = json.loads(json.dumps(value))
    at = copied
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = content
    return copied


def rename_at(value: Any, path: Path, key: str) -> Any:
    """Return a copy of `value` in which the member at `path` is called `key`."""
    copied = json.loads(json.dumps(value))
    at = copied
    for step in path[:-1]:
        at = at[step]
    at[key] = at.pop(path[-1])
    return copied


def replacements(value: Any, path: Path, share: int) -> Iterator[Any]:
    """Yield copies of `value` with something hostile at `path`: one of `share` values, and one of `share` names.

    Which ones depends on the path alone, so that all values come up at some place, in every run the same.
    """
    offset = sum(map(ord, "/".join(map(str, path))))
    for content in (TEXTS + OTHERS)[offset % share :: share]:
        yield replace_at(value, path, content)
    if isinstance(path[-1], str):
        for name in TEXTS[offset % share :: share]:
            yield rename_at(value, path, name)
