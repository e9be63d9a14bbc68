"""Sentences of a document as docstrings: wrapped, indented, and harmless."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ...ir.definitions import Enumeration
from .html_to_text import flatten, split_blocks

WIDTH = 100
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_QUOTES = '\\"\\"\\"'
"""Three quotes that end no docstring."""


# What a document says of one thing stands in several places of a package.
@lru_cache(maxsize=1 << 13)
def to_sentence(text: str) -> str:
    """`text` on one line, beginning with a capital and ending with a full stop; "" stays ""."""
    flat = replace_unprintable(flatten(text))
    if not flat:
        return ""
    if flat[:1].isalpha() and not flat.startswith(("http://", "https://")):
        flat = flat[0].upper() + flat[1:]
    return flat if flat[-1] in ".!?:)`" and not flat.endswith(")") else f"{flat}."


def to_paragraphs(text: str) -> list[str]:
    """`text` in paragraphs for a docstring: sentences, and lists and programs as blocks of several lines."""
    return [
        (
            "\n".join(map(replace_unprintable, block.split("\n")))
            if "\n" in block
            else to_sentence(block)
        )
        for block in split_blocks(text)
    ]


def list_values(enumeration: Enumeration) -> list[str]:
    """What is said of single values, as a list."""
    lines = [
        f"- `{value}`: {replace_unprintable(flatten(said))}" for value, said in enumeration.notes
    ]
    return ["\n".join(["Values:", *lines])] if lines else []


def replace_unprintable(text: str) -> str:
    """`text` with whatever has no shape of its own (controls, half characters) shown as such."""
    return text if text.isprintable() else "".join(c if c.isprintable() else _UNKNOWN for c in text)


def docstring(paragraphs: Sequence[str], indent: int, sections: Sequence[str] = ()) -> str:
    """A docstring literal at `indent` spaces.

    Args:
        paragraphs: texts to be wrapped; of those with line breaks the items of lists are.
        indent: the spaces before each line.
        sections: what comes below, as `section` made it.
    """
    width = WIDTH - indent
    told = [each for each in paragraphs if each]
    filled = [
        (
            _lines(paragraph, width)
            if "\n" in paragraph
            else _filled(paragraph, width if number else width - 3)
        )
        for number, paragraph in enumerate(told)
    ]
    body = "\n\n".join([*filled, *[each for each in sections if each]])
    if body.endswith('"') and not body.endswith(_QUOTES):
        body = f'{body[:-1]}\\"'
    if "\n" not in body and len(body) + indent + 6 <= WIDTH:
        return f'"""{body}"""'
    pad = "\n" + " " * indent
    inside = body.replace("\n", pad).replace(f"{pad}\n", "\n\n")
    return f'"""{inside}{pad}"""'


def section(title: str, entries: Iterable[tuple[str, str]], indent: int) -> str:
    """A section of a docstring ("Args:") with its entries, or "" where there are none."""
    width = WIDTH - indent
    told = [
        _filled(f"{name}: {text}" if name else text, width, "    ", "        " if name else "    ")
        for name, text in entries
    ]
    return "\n".join([f"{title}:", *told]) if told else ""


def _lines(paragraph: str, width: int) -> str:
    """A paragraph of several lines, of which the items of lists are wrapped."""
    return "\n".join(
        (
            _filled(line, width, "", "  ")
            if line.startswith("- ")
            else _inside(replace_unprintable(line))
        )
        for line in paragraph.split("\n")
    )


@lru_cache(maxsize=1 << 12)  # the arguments of operations are described alike again and again
def _filled(text: str, width: int, first: str = "", further: str = "") -> str:
    """The words of `text` in lines of at most `width`, as `textwrap` would fill them, for a docstring."""
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
    return _inside("\n".join(lines))


def _inside(text: str) -> str:
    """Printable text between triple quotes: no way out of the literal."""
    return text.replace("\\", "\\\\").replace('"""', _QUOTES)
