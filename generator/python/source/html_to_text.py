"""What documents write in Markdown and HTML, as plain text: to_paragraphs, lists, and links that can be followed.

A description is read in a terminal, in an editor and in `API.md`, each of which would show other people's markup
differently. What stays is what reads well everywhere: backticks, asterisks, and one item of a list to a line.
"""

from __future__ import annotations

import html
import re

_LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)\)")
_ANCHOR = re.compile(r"<a\s([^<>]*)>([^<>]*)</a>", re.I)
_ADDRESS = re.compile(r"""\bhref=["']([^"']*)["']""", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>|<!--[^<>]*-->")
_CODE = frozenset("code tt kbd samp".split())
_BREAKS = frozenset(
    "p br div ul ol table tr pre blockquote dl dd h1 h2 h3 h4 h5 h6 hr section note important".split()
)
_ITEMS = frozenset({"li", "dt"})
_DROPPED = frozenset(
    "a b i u em strong span small sup sub font td th tbody thead img center para fullname nobr".split()
)
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(?=\S)")
_RULERS = frozenset("-=_*|:")
_RULED = frozenset("-=_* \t")
_TABLED = frozenset("-|: \t")
_HEADING = re.compile(r"#{1,6}\s+")
_FENCE = "```"


def split_blocks(text: str) -> list[str]:
    """The paragraphs of `text`, each on one line; a list or a program is one block of several lines."""
    if text[:1].isalpha() and "\r" not in text and _is_line(text):
        return [" ".join(text.split())]
    found: list[list[str]] = [[]]
    program = False
    for line in _plain(text).split("\n"):
        bare = line.strip()
        if bare.startswith(_FENCE) and bare.count(_FENCE) == 1:
            program = not program
            found.append([])
        elif program:
            found[-1].append(f"    {line.rstrip()}")
        elif not bare or _is_rule(bare):
            found.append([])
        elif _HEADING.match(bare):
            found += [[_HEADING.sub("", bare).rstrip("# ")], []]
        elif _ITEM.match(bare):
            listed = bool(found[-1]) and found[-1][-1].startswith("- ")
            item = f"- {_ITEM.sub('', bare, count=1)}"
            found[-1:] = [[*found[-1], item]] if listed else [found[-1], [item]]
        elif found[-1]:
            found[-1][-1] += f" {bare}"
        else:
            found[-1].append(bare)
    return ["\n".join(_joined(lines)) for lines in _merged(found)]


def flatten(text: str) -> str:
    """`text` on one line."""
    if _is_line(text):
        return " ".join(text.split())
    lines = [line.removeprefix("- ") for block in split_blocks(text) for line in block.split("\n")]
    return " ".join(" ".join(lines).split())


def _is_line(text: str) -> bool:
    """Whether `text` is on one line and has nothing to be replaced in it."""
    return "\n" not in text and "<" not in text and "](" not in text and "&" not in text


def _merged(found: list[list[str]]) -> list[list[str]]:
    """Blocks without empty ones; items of a list that blank lines divide are one list."""
    merged: list[list[str]] = []
    for lines in found:
        if not lines:
            continue
        if merged and lines[0].startswith("- ") and merged[-1][0].startswith("- "):
            merged[-1] += lines
        else:
            merged.append(lines)
    return merged


def _joined(lines: list[str]) -> list[str]:
    return [line if line.startswith("    ") else " ".join(line.split()) for line in lines]


def _plain(text: str) -> str:
    """`text` with tags, references to characters and links as plain text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "<" in text:
        text = _TAG.sub(_tag, _ANCHOR.sub(_anchor, text))
    if "&" in text:
        text = html.unescape(text)
    return _LINK.sub(lambda found: _link(found[1], found[2]), text) if "](" in text else text


def _is_rule(line: str) -> bool:
    """Whether a line divides the text, or the head of a table from its rows."""
    if line[0] not in _RULERS:
        return False
    signs = set(line)
    return (len(line) > 2 and signs <= _RULED) or ("---" in line and signs <= _TABLED)


def _anchor(found: re.Match[str]) -> str:
    address = _ADDRESS.search(found[1])
    return _link(found[2], address[1]) if address is not None else found[0]


def _tag(found: re.Match[str]) -> str:
    closing, name = found[1], (found[2] or "").lower()
    if name in _CODE:
        return "`"
    if name in _ITEMS:
        return "" if closing else "\n- "
    if name in _BREAKS:
        return "\n" if name == "br" else "\n\n"
    return "" if name in _DROPPED or not name else found[0]


def _link(text: str, address: str) -> str:
    """The text of a link, and where it leads if that can be followed from here."""
    text = " ".join(text.split())
    absolute = address.startswith(("https://", "http://"))
    return f"{text} ({address})" if absolute and text and text != address else text or address
