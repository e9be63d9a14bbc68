"""Convert Markdown and HTML of a document to plain text: paragraphs, lists, and absolute links.

Descriptions are read in terminals, in editors and in `API.md`, which all render markup differently. Marks that read
well everywhere stay: backticks, asterisks, and one list item per line.
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
    """Split `text` into paragraphs of one line each; a list or a code block is one block of several lines."""
    if text[:1].isalpha() and "\r" not in text and _is_line(text):
        return [" ".join(text.split())]
    blocks: list[list[str]] = [[]]
    in_code = False
    for line in _replace_markup(text).split("\n"):
        bare = line.strip()
        if bare.startswith(_FENCE) and bare.count(_FENCE) == 1:
            in_code = not in_code
            blocks.append([])
        elif in_code:
            blocks[-1].append(f"    {line.rstrip()}")
        elif not bare or _is_rule(bare):
            blocks.append([])
        elif _HEADING.match(bare):
            blocks += [[_HEADING.sub("", bare).rstrip("# ")], []]
        elif _ITEM.match(bare):
            listed = bool(blocks[-1]) and blocks[-1][-1].startswith("- ")
            item = f"- {_ITEM.sub('', bare, count=1)}"
            blocks[-1:] = [[*blocks[-1], item]] if listed else [blocks[-1], [item]]
        elif blocks[-1]:
            blocks[-1][-1] += f" {bare}"
        else:
            blocks[-1].append(bare)
    return ["\n".join(_normalize(lines)) for lines in _merge_lists(blocks)]


def flatten(text: str) -> str:
    """Put `text` on one line."""
    if _is_line(text):
        return " ".join(text.split())
    lines = [line.removeprefix("- ") for block in split_blocks(text) for line in block.split("\n")]
    return " ".join(" ".join(lines).split())


def _is_line(text: str) -> bool:
    """Return whether `text` is one line without markup."""
    return "\n" not in text and "<" not in text and "](" not in text and "&" not in text


def _merge_lists(blocks: list[list[str]]) -> list[list[str]]:
    """Drop empty blocks and merge lists that blank lines divide."""
    merged: list[list[str]] = []
    for lines in blocks:
        if not lines:
            continue
        if merged and lines[0].startswith("- ") and merged[-1][0].startswith("- "):
            merged[-1] += lines
        else:
            merged.append(lines)
    return merged


def _normalize(lines: list[str]) -> list[str]:
    return [line if line.startswith("    ") else " ".join(line.split()) for line in lines]


def _replace_markup(text: str) -> str:
    """Replace tags, character references and links by plain text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "<" in text:
        text = _TAG.sub(_drop_tag, _ANCHOR.sub(_replace_anchor, text))
    if "&" in text:
        text = html.unescape(text)
    return _LINK.sub(lambda match: _link(match[1], match[2]), text) if "](" in text else text


def _is_rule(line: str) -> bool:
    """Return whether a line is a horizontal rule, or divides the head of a table from its rows."""
    if line[0] not in _RULERS:
        return False
    signs = set(line)
    return (len(line) > 2 and signs <= _RULED) or ("---" in line and signs <= _TABLED)


def _replace_anchor(match: re.Match[str]) -> str:
    address = _ADDRESS.search(match[1])
    return _link(match[2], address[1]) if address is not None else match[0]


def _drop_tag(match: re.Match[str]) -> str:
    closing, name = match[1], (match[2] or "").lower()
    if name in _CODE:
        return "`"
    if name in _ITEMS:
        return "" if closing else "\n- "
    if name in _BREAKS:
        return "\n" if name == "br" else "\n\n"
    return "" if name in _DROPPED or not name else match[0]


def _link(text: str, address: str) -> str:
    """Return the text of a link, with its address where that is absolute."""
    text = " ".join(text.split())
    absolute = address.startswith(("https://", "http://"))
    return f"{text} ({address})" if absolute and text and text != address else text or address
