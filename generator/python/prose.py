"""Sentences of a document as docstrings: wrapped, indented, and harmless."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from ..api.schemas import Enumeration
from ..api.types import Bounds
from .markup import blocks, flow

WIDTH = 100
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_LONGEST_DEFAULT = 60
"""Characters of a default that is worth telling."""


def sentence(text: str) -> str:
    """`text` on one line, beginning with a capital and ending with a full stop; "" stays ""."""
    flat = printable(flow(text))
    if not flat:
        return ""
    if flat[:1].isalpha() and not flat.startswith(("http://", "https://")):
        flat = flat[0].upper() + flat[1:]
    return flat if flat[-1] in ".!?:)`" and not flat.endswith(")") else f"{flat}."


def paragraphs(text: str) -> list[str]:
    """`text` in paragraphs for a docstring: sentences, and lists and programs as blocks of several lines."""
    return [
        "\n".join(map(printable, block.split("\n"))) if "\n" in block else sentence(block)
        for block in blocks(text)
    ]


def noted(enumeration: Enumeration) -> list[str]:
    """What is said of single values, as a list."""
    lines = [f"- `{value}`: {printable(flow(said))}" for value, said in enumeration.notes]
    return ["\n".join(["Values:", *lines])] if lines else []


def limited(limits: str, bounds: Bounds, required: bool, description: str) -> str:
    """What narrows a value and what the API takes where it is not given, without the last full stop.

    A default is left out where the value is required and where the description speaks of it already.
    """
    told = [f"{limits[:1].upper()}{limits[1:]}"] if limits else []
    default = dict(bounds).get("default")
    if default is not None and not required and "default" not in description.lower():
        text = isinstance(default, str) and default[:1] not in (
            "[",
            "{",
        )  # lists and objects come as JSON
        value = json.dumps(default, ensure_ascii=False) if text else str(default)
        told += [f"Default: {printable(value)}"] if len(value) <= _LONGEST_DEFAULT else []
    return ". ".join(told)


def printable(text: str) -> str:
    """`text` with whatever has no shape of its own (controls, half characters) shown as such."""
    return text if text.isprintable() else "".join(c if c.isprintable() else _UNKNOWN for c in text)


def docstring(paragraphs: Sequence[str], indent: int) -> str:
    """A docstring literal at `indent` spaces; paragraphs are wrapped, and of those with line breaks the items of lists."""
    pad = " " * indent
    body = "\n\n".join(
        (
            "\n".join(_item(line, WIDTH - indent) for line in paragraph.split("\n"))
            if "\n" in paragraph
            else _wrap(paragraph, WIDTH - indent - (3 if not number else 0))
        )
        for number, paragraph in enumerate(each for each in paragraphs if each)
    )
    body = _harmless(body)
    if "\n" not in body and len(body) + indent + 6 <= WIDTH:
        return f'"""{body}"""'
    lines = body.split("\n")
    return "\n".join(
        [f'"""{lines[0]}', *(f"{pad}{line}" if line else "" for line in lines[1:]), f'{pad}"""']
    )


def section(title: str, entries: Iterable[tuple[str, str]], indent: int) -> str:
    """A section of a docstring ("Args:") with its entries, or "" where there are none."""
    lines: list[str] = []
    for name, text in entries:
        said = f"{name}: {text}" if name else text
        lines += _lines(said, WIDTH - indent, "    ", "        " if name else "    ")
    return "\n".join([f"{title}:", *lines]) if lines else ""


def _item(line: str, width: int) -> str:
    return "\n".join(_lines(line, width, "", "  ")) if line.startswith("- ") else line


def _wrap(text: str, width: int) -> str:
    return "\n".join(_lines(text, width))


def _lines(text: str, width: int, first: str = "", further: str = "") -> list[str]:
    """The words of `text` in lines of at most `width`, as `textwrap` would fill them but ten times as fast."""
    lines: list[str] = []
    line, empty = first, True
    for word in text.split():
        if not empty and len(line) + 1 + len(word) > width:
            lines.append(line)
            line, empty = further, True
        line, empty = f"{line}{word}" if empty else f"{line} {word}", False
    return lines if empty else [*lines, line]


def _harmless(text: str) -> str:
    """`text` between triple quotes: no way out of the literal, nothing that is not printable."""
    text = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    text = "\n".join(map(printable, text.split("\n")))
    return f'{text[:-1]}\\"' if text.endswith('"') else text
