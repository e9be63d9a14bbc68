"""The table of contents of the reference page (`API.md`), and links from signatures to the types that they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..source.markdown import code_span
from .view_types import SectionView

_NAME = re.compile(r"[^\W\d][\w.]*")
_STRING = re.compile(r"\"[^\"]*\"")
_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")


def link_sections(
    title: str, sections: Iterable[SectionView], types: Iterable[SectionView]
) -> tuple[tuple[SectionView, ...], tuple[SectionView, ...]]:
    """Return the sections of methods and of types with their links.

    Args:
        title: the heading of the page.
        sections: the sections of methods.
        types: the sections of types.
    """
    anchors = _Anchors()
    anchors.add(title, "Contents", "Methods")
    method_links: list[tuple[str, list[str]]] = []
    sections, types = list(sections), list(types)
    for section in sections:
        own = anchors.add(section.title)[0]
        method_links.append((own, anchors.add(*(each.title for each in section.entries))))
    anchors.add("Types")
    type_links = dict(
        zip(
            (each.title for each in types),
            anchors.add(*(each.title for each in types)),
            strict=True,
        )
    )
    linked = [
        section._replace(
            contents=f"{_link(section.title, own)}: {_link_methods(section, inner)}",
            entries=tuple(
                each._replace(types=_find_types([each.signature], type_links))
                for each in section.entries
            ),
        )
        for section, (own, inner) in zip(sections, method_links, strict=True)
    ]
    described = [
        section._replace(
            contents=_link(section.title, type_links[section.title]),
            types=_find_types(
                (each.signature for each in section.entries), type_links, but=section.title
            ),
        )
        for section in types
    ]
    return tuple(linked), tuple(described)


class _Anchors:
    """Anchors of headings, as GitHub, GitLab and others make them; a repeated one gets a number."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, *titles: str) -> list[str]:
        """Return the anchors of the next headings."""
        return [self._make(title) for title in titles]

    def _make(self, title: str) -> str:
        anchor = _NOT_IN_ANCHORS.sub("", title.lower()).replace(" ", "-")
        number = self._counts[anchor]
        self._counts[anchor] += 1
        return f"{anchor}-{number}" if number else anchor


def _link_methods(section: SectionView, anchors: Iterable[str]) -> str:
    return ", ".join(
        _link(entry.title.rpartition(".")[2], anchor)
        for entry, anchor in zip(section.entries, anchors, strict=True)
    )


def _link(text: str, anchor: str) -> str:
    return f"[{code_span(text)}](#{anchor})"


def _find_types(signatures: Iterable[str], anchors: dict[str, str], but: str = "") -> str:
    """Return links to the types that signatures name, in their order, except one; a `…Dict` leads to its model."""
    names = [name for signature in signatures for name in _NAME.findall(_STRING.sub("", signature))]
    types = [
        name if name in anchors and name != but else name.removesuffix("Dict") for name in names
    ]
    unique = dict.fromkeys(name for name in types if name in anchors and name != but)
    return ", ".join(_link(name, anchors[name]) for name in unique)
