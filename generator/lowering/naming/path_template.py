"""A path template read as API vocabulary: collections, what is done with them, arguments.

`/v1/projects/{project}/users/{user}/activate` has the nouns `projects` and `users` and the action `activate`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from attrs import define

from ...openapi.placeholders import PLACEHOLDER
from ...text import split_words
from .inflection import (
    NOUNS_AND_VERBS,
    PREPOSITIONS,
    is_action,
    is_plural,
    is_standard,
    is_verb,
    is_version,
    stem_words,
)

_SUFFIX = re.compile(
    r"\.(json|xml|html?|txt|csv|rss|atom|php|aspx?|ashx)$|\.?\{\.?format\}$", re.IGNORECASE
)
_DOTTED = re.compile(r"[a-zA-Z]\w*(\.[a-zA-Z]\w*)+")
_PREFIXES = frozenset({"api", "apis", "rest"})
DEEPEST_GROUP: Final = 32
"""Segments that a group can have. Paths of documents have a dozen; the groups of a longer one would take its square."""
_CONTAINERS = frozenset({"action", "actions"})
"""Segments that only group actions: `/servers/{id}/actions/reset`."""


@define(slots=False)
class PathTemplate:
    """The path of an operation.

    Attributes:
        path: as the document writes it.
        mount: what most paths of the document begin with before their version.
        shared: leading segments that all paths of the document have after that.
        is_collection: whether the document has the items of this path: `/history/{id}` next to `/history`.
        groups: the parts of paths that group what follows, see `Conventions`.
        verb_ends: the parts of paths that end in a verb, see `Conventions`.
        id_words: the words of the operation id.
        writes: whether the operation is no GET.
        is_lone_post: whether it is a POST, and the only operation of its path.
    """

    path: str
    mount: str = ""
    shared: int = 0
    is_collection: bool = False
    groups: frozenset[tuple[str, ...]] = frozenset()
    verb_ends: frozenset[tuple[str, ...]] = frozenset()
    id_words: Sequence[str] = ()
    writes: bool = False
    is_lone_post: bool = False

    @cached_property
    def segments(self) -> list[str]:
        """The segments less versions, format suffixes, and what every path begins with."""
        segments = split_path(remove_mount(self.path, self.mount))[self.shared :]
        if (
            len(segments) > 1
            and {*split_words(segments[-2])} <= _CONTAINERS
            and self._is_contained_action(split_words(segments[-1]))
        ):
            segments = [*segments[:-2], segments[-1]]
        return segments

    def _is_contained_action(self, words: Sequence[str]) -> bool:
        return bool(words) and (is_action(words) or self.is_lone_post)

    @cached_property
    def version(self) -> str:
        """The version that the path begins with, as one word; "" if there is none."""
        first = next((each for each in self.path.split("/") if is_version(each.lower())), "")
        return "_".join(split_words(first)) if first[:1] in ("v", "V") else ""

    @cached_property
    def nouns(self) -> list[list[str]]:
        """The words of each segment that is not an argument."""
        nouns = [split_words(each) for each in self.segments if "{" not in each]
        return [noun for noun in nouns if noun]

    @cached_property
    def stems(self) -> frozenset[str]:
        """Every word of the literal segments, in its singular."""
        return frozenset(stem_words([word for noun in self.nouns for word in noun]))

    @cached_property
    def arguments(self) -> list[list[str]]:
        """The words of each argument."""
        return [split_words(each) for each in PLACEHOLDER.findall(self.path)]

    @property
    def ends_in_argument(self) -> bool:
        """Whether the path leads to one of several things."""
        return bool(self.segments) and "{" in self.segments[-1]

    @property
    def ends_in_plural(self) -> bool:
        """Whether the path leads to several things."""
        return (
            not self.ends_in_argument
            and bool(self.nouns)
            and (self.is_collection or is_plural(self.nouns[-1][-1]))
        )

    @cached_property
    def action(self) -> list[str]:
        """The words of the last literal segment where it says what is done, or how; else []."""
        if not self.nouns or (self.ends_in_argument and not self._acts_on_argument):
            return []
        last = self.nouns[-1]
        if self.is_collection:
            return []
        asks = is_verb(last[0]) and (self.writes or last[0] == "get")
        verb_first = len(last) > 1 and len(self.nouns) > 1 and asks
        if (
            last[0] in PREPOSITIONS
            or is_action(last)
            or verb_first
            or self._is_done_to_argument(last)
        ):
            return last
        return []

    def _is_done_to_argument(self, last: Sequence[str]) -> bool:
        """Return whether a POST says what it does to the argument before: `/payments/{id}/post`."""
        segments = split_path(remove_mount(self.path, self.mount))[self.shared :]
        if (
            not self.is_lone_post
            or len(segments) < 2
            or without_names(self.segments) in self.groups
        ):
            return False
        before = segments[-2]
        if {*split_words(before)} <= _CONTAINERS and "{" not in before:
            return True
        return "{" in before and last[0] in NOUNS_AND_VERBS and not is_plural(last[-1])

    @property
    def _acts_on_argument(self) -> bool:
        """Whether a verb stands before the last arguments: `/export/cancel/{job}`."""
        last = max(number for number, each in enumerate(self.segments) if "{" not in each)
        literal = split_words(self.segments[last])
        if len(literal) != 1 or not is_verb(literal[0]):
            return False
        if self.writes and last == len(self.segments) - 2 and last:
            return True
        return without_names(self.segments[: last + 1]) in self.verb_ends and (
            self.writes
            or (not any(map(is_standard, self.id_words)) and literal[0] in self.id_words)
        )

    @cached_property
    def resource(self) -> list[list[str]]:
        """The nouns that name the resource: up to the last collection, at least one where there is any."""
        return self._divided[0]

    @cached_property
    def tail(self) -> list[list[str]]:
        """The nouns between the resource and the action: parts that a thing has once."""
        return self._divided[1]

    @cached_property
    def _divided(self) -> tuple[list[list[str]], list[list[str]]]:
        nouns, action = self.nouns, self.action
        literal = nouns[:-1] if action else nouns
        grouped = without_names(self.segments[:DEEPEST_GROUP])
        count, literal_count = 0, 0
        for number, segment in enumerate(self.segments):
            if "{" in segment:
                if literal_count:
                    count = literal_count
                continue
            noun = split_words(segment)
            if not noun:
                continue
            if literal_count == len(literal):
                break
            literal_count += 1
            following = self.segments[number + 1] if number + 1 < len(self.segments) else ""
            several = (
                is_plural(noun[-1])
                or "{" in following
                or (number < DEEPEST_GROUP and grouped[: number + 1] in self.groups)
                or (number == len(self.segments) - 1 and self.is_collection)
            )
            if several:
                count = literal_count
        count = max(count, 1 if literal else 0)
        return literal[:count], literal[count:]

    def words(self, *, arguments: bool, with_versions: bool = False) -> list[str]:
        """Return all words of the path, with `with_versions` also those of versions and the like."""
        segments = self.path.split("/") if with_versions else self.segments
        return [
            word for each in segments if arguments or "{" not in each for word in split_words(each)
        ]

    @cached_property
    def spellings(self) -> list[list[str]]:
        """The words of the path as singulars, with and without arguments and versions, longest first.

        Arguments are also spelled "id": "get_files_id_copy".
        """
        spellings = [
            stem_words(self.words(arguments=arguments, with_versions=with_versions))
            for arguments in (True, False)
            for with_versions in (True, False)
        ]
        identities = ["id" if "{" in each else each for each in self.segments]
        spellings.append(stem_words([word for each in identities for word in split_words(each)]))
        return sorted(filter(None, spellings), key=len, reverse=True)

    @cached_property
    def fragment(self) -> list[str]:
        """The words after a `?` or `#`, where some APIs say what is done."""
        parts = re.split(r"[?#]", self.path, maxsplit=1)
        return split_words(parts[1]) if len(parts) > 1 else []


def split_path(path: str) -> list[str]:
    """Return the segments of `path` less versions, format suffixes and a leading `api`."""
    bare = re.split(r"[?#]", path)[0]
    parts = re.split(r"/|(?<=[\w}]):(?=\w)", bare)
    segments = [
        word
        for each in (_SUFFIX.sub("", part) for part in parts)
        for word in (each.split(".") if _DOTTED.fullmatch(each) else [each])
    ]
    return [
        segment
        for number, segment in enumerate(each for each in segments if each)
        if not is_version(segment) and not (number < 2 and segment.lower() in _PREFIXES)
    ]


def remove_mount(path: str, mount: str) -> str:
    """Return a path without what comes before its version."""
    return path.removeprefix(mount) if path.startswith(f"{mount}/") else path


def without_names(segments: Sequence[str]) -> tuple[str, ...]:
    """Return segments with "{}" for each that has an argument in it."""
    return tuple("{}" if "{" in each else each for each in segments)
