"""Text of a document as docstrings: wrapped, indented and escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...ir.definitions import Enumeration
from .html_to_text import flatten, split_blocks

WIDTH = 100
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_QUOTES = '\\"\\"\\"'
"""Three quotes that do not end a docstring."""


# A description stands in several places of a package.
@lru_cache(maxsize=1 << 13)
def to_sentence(text: str) -> str:
    """Put `text` on one line, with a capital at the beginning and a full stop at the end; "" stays ""."""
    flat = replace_unprintable(flatten(text))
    if not flat:
        return ""
    if flat[:1].isalpha() and not flat.startswith(("http://", "https://")):
        flat = flat[0].upper() + flat[1:]
    return flat if flat[-1] in ".!?:)`" and not flat.endswith(")") else f"{flat}."


def to_paragraphs(text: str) -> list[str]:
    """Split `text` into paragraphs: sentences, and lists and code as blocks of several lines."""
    return [
        (
            "\n".join(map(replace_unprintable, block.split("\n")))
            if "\n" in block
            else to_sentence(block)
        )
        for block in split_blocks(text)
    ]


def list_values(enumeration: Enumeration) -> list[str]:
    """Return the descriptions of single values, as a list."""
    lines = [
        f"- `{value}`: {replace_unprintable(flatten(text))}" for value, text in enumeration.notes
    ]
    return ["\n".join(["Values:", *lines])] if lines else []


def replace_unprintable(text: str) -> str:
    """Replace characters that can't be shown: controls and lone surrogates."""
    return text if text.isprintable() else "".join(c if c.isprintable() else _UNKNOWN for c in text)


class DocEntryView(NamedTuple):
    """An entry of a section: an argument, an exception, or a text without a name."""

    name: str
    text: str
    """On one line, as the inside of a literal."""
    filled: str
    """Name and text as indented lines."""


class DocSectionView(NamedTuple):
    """A section of a docstring: its title and what it lists."""

    title: str
    entries: tuple[DocEntryView, ...]


class DocView(NamedTuple):
    """The text of a docstring, as the inside of a literal; `partials/docstring.jinja` lays it out."""

    line: str
    """The whole text, where it fits on one line with its quotes."""
    summary: str
    """The first paragraph; its further lines are indented, as those of all others are."""
    paragraphs: tuple[str, ...]
    sections: tuple[DocSectionView, ...]
    pad: str
    """The indentation."""


def build_doc(
    paragraphs: Sequence[str],
    indent: int,
    sections: Iterable[tuple[str, Iterable[tuple[str, str]]]] = (),
) -> DocView | None:
    """Build a docstring; None where there is nothing to say.

    Args:
        paragraphs: texts to be wrapped; in those of several lines, only items of lists are.
        indent: the spaces before each line.
        sections: titles, and the name and text of each entry; a section without entries is left out.
    """
    pad, width = " " * indent, WIDTH - indent
    filled = [
        (
            _fill_lines(paragraph, width)
            if "\n" in paragraph
            else _fill(paragraph, width if number else width - 3)
        )
        for number, paragraph in enumerate(filter(None, paragraphs))
    ]
    if not filled:
        return None
    listed = tuple(
        DocSectionView(title, views)
        for title, entries in sections
        if (views := tuple(_make_entry(name, text, pad, width) for name, text in entries))
    )
    first = filled[0]
    line = ""
    if len(filled) == 1 and not listed and "\n" not in first:
        line = _end_literal(first) if len(first) + indent + 6 <= WIDTH else ""
    return DocView(
        line=line,
        summary=_indent(first, pad).removeprefix(pad),
        paragraphs=tuple(_indent(each, pad) for each in filled[1:]),
        sections=listed,
        pad=pad,
    )


def _make_entry(name: str, text: str, pad: str, width: int) -> DocEntryView:
    entry = f"{name}: {text}" if name else text
    filled = _fill(entry, width, "    ", "        " if name else "    ")
    return DocEntryView(
        _escape(replace_unprintable(name)), _fill(text, 1 << 30), _indent(filled, pad)
    )


def _end_literal(text: str) -> str:
    """Escape a quote at the end of text, where the quotes of the literal follow."""
    return f'{text[:-1]}\\"' if text.endswith('"') and not text.endswith(_QUOTES) else text


def _indent(text: str, pad: str) -> str:
    return "\n".join(f"{pad}{line}" if line.strip() else "" for line in text.split("\n"))


def _fill_lines(paragraph: str, width: int) -> str:
    """Wrap the items of lists in a paragraph of several lines."""
    return "\n".join(
        (
            _fill(line, width, "", "  ")
            if line.startswith("- ")
            else _escape(replace_unprintable(line))
        )
        for line in paragraph.split("\n")
    )


@lru_cache(maxsize=1 << 12)  # the arguments of many operations have the same description
def _fill(text: str, width: int, first: str = "", further: str = "") -> str:
    """Fill lines of at most `width` with the words of `text`, as `textwrap` does, and escape them."""
    text = replace_unprintable(" ".join(text.split()))
    lines: list[str] = []
    begin, start = first, 0
    while len(begin) + len(text) - start > width:
        room = start + width - len(begin)
        end = text.rfind(" ", start, room + 1)
        end = text.find(" ", start) if end < 0 else end
        if end < 0:
            break
        lines.append(f"{begin}{text[start:end]}")
        begin, start = further, end + 1
    lines.append(f"{begin}{text[start:]}")
    return _escape("\n".join(lines))


def _escape(text: str) -> str:
    """Escape printable text for the inside of a literal in triple quotes."""
    return text.replace("\\", "\\\\").replace('"""', _QUOTES)
