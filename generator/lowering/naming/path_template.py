"""A path, as one reads it: what it is about, what is done with that, and what it takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from attrs import define

from ...text import split_words
from .inflection import is_action, is_plural, is_verb, is_version, stems

_SUFFIX = re.compile(r"\.(json|xml|html?|txt|csv|rss|atom|php|aspx?|ashx)$|\.?\{\.?format\}$", re.I)
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_DOTTED = re.compile(r"[a-zA-Z]\w*(\.[a-zA-Z]\w*)+")
_PREFIXES = frozenset({"api", "apis", "rest"})
_FEW_VERBS = frozenset(
    "add check create delete find get list remove search send set update".split()
)


@define(slots=False)
class Route:
    """The path of an operation."""

    path: str

    @cached_property
    def segments(self) -> list[str]:
        """The path in segments, less versions, suffixes of formats and what every path begins with."""
        bare = re.split(r"[?#]", self.path)[0]
        parts = re.split(r"/|(?<=[\w}]):(?=\w)", bare)
        found = [
            word
            for each in (_SUFFIX.sub("", part) for part in parts)
            for word in (each.split(".") if _DOTTED.fullmatch(each) else [each])
        ]
        return [
            each
            for number, each in enumerate(each for each in found if each)
            if not is_version(each) and not (number < 2 and each.lower() in _PREFIXES)
        ]

    @cached_property
    def version(self) -> str:
        """The version that the path begins with, as one word; "" where it has none."""
        first = next((each for each in self.path.split("/") if is_version(each.lower())), "")
        return "_".join(split_words(first)) if first[:1] in ("v", "V") else ""

    @cached_property
    def nouns(self) -> list[list[str]]:
        """The words of each segment that is no argument."""
        spoken = [split_words(each) for each in self.segments if "{" not in each]
        return [each for each in spoken if each]

    @cached_property
    def arguments(self) -> list[list[str]]:
        """The words of each argument."""
        return [split_words(each) for each in _PLACEHOLDER.findall(self.path)]

    @property
    def ends_in_argument(self) -> bool:
        """Whether the path leads to one thing of several."""
        return bool(self.segments) and "{" in self.segments[-1]

    @property
    def ends_in_plural(self) -> bool:
        """Whether the path leads to several things."""
        return not self.ends_in_argument and bool(self.nouns) and is_plural(self.nouns[-1][-1])

    @cached_property
    def resources(self) -> int:
        """How many nouns name a resource: up to the last plural, at least one. Those after them say what is done.

        None is beyond a verb, or beyond a singular after an argument or a plural, which is part of a thing.
        """
        if self.nouns and len(self.nouns[0]) > 1 and self.nouns[0][0] in _FEW_VERBS:
            return 0
        found, count, of_several = 0, 0, False
        for segment in self.segments:
            noun = [] if "{" in segment else split_words(segment)
            several = "{" in segment or bool(noun) and is_plural(noun[-1])
            if count and noun and (is_action(noun) or of_several and not several):
                break
            count += bool(noun)
            found = count if noun and several else found
            of_several = several
        return max(found, 1 if self.nouns else 0)

    def after(self, resource: Sequence[str]) -> int | None:
        """How many nouns of the path lead to the one that `resource` means; None where none does."""
        wanted = stems(resource)
        whole = (count for count, end, _ in self._ends if end[-len(wanted) :] == wanted)
        part = (count for count, _, noun in self._ends if noun == wanted[-1:])
        return next(whole, None) or next(part, None)

    @cached_property
    def _ends(self) -> list[tuple[int, list[str], list[str]]]:
        """For so many nouns of the path, from all to one, as they are compared: all their words, and those of the last."""
        nouns = [stems(noun) for noun in self.nouns]
        return [
            (count, [word for noun in nouns[:count] for word in noun], nouns[count - 1])
            for count in range(len(nouns), 0, -1)
        ]

    def words(self, *, arguments: bool, whole: bool = False) -> list[str]:
        """All words of the path, with `whole` also those of versions and the like."""
        segments = self.path.split("/") if whole else self.segments
        return [
            word for each in segments if arguments or "{" not in each for word in split_words(each)
        ]

    @cached_property
    def spellings(self) -> list[list[str]]:
        """The words of the path as they are compared, with and without arguments, and versions and the like; longest first."""
        found = (
            stems(self.words(arguments=arguments, whole=whole))
            for arguments in (True, False)
            for whole in (True, False)
        )
        return sorted(filter(None, found), key=len, reverse=True)

    @cached_property
    def told(self) -> list[str]:
        """The words after a `?` or `#`, where some APIs say what is done."""
        parts = re.split(r"[?#]", self.path, maxsplit=1)
        return split_words(parts[1]) if len(parts) > 1 else []


def placeholders(path: str) -> list[str]:
    """The names in braces of a path or of a part of one, each once."""
    return list(dict.fromkeys(_PLACEHOLDER.findall(path)))


def done(nouns: list[list[str]]) -> list[str]:
    """The name that nouns after a resource give if the last is a verb ("dispute", "close"), else nothing."""
    if not nouns or not is_action(nouns[-1]):
        return []
    *others, last = nouns
    plain = [word for each in others for word in each]
    return [*last, *plain] if len(last) == 1 and is_verb(last[0]) else [*plain, *last]
