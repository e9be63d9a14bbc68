"""Resources and methods: what a caller writes between the client and the parenthesis.

A document may say (`x-resource`, `x-method`, and the keys of other generators that mean the same). Where it
does not, names come from what its author wrote with most thought: an operation id that is divided into a group
and a method ("repos/list-for-org", "projects.locations.list", "VirtualMachines_Delete"), else the first tag,
else the path. The method is the operation id less the words that the resource says already, and less the path
and the HTTP method that frameworks put into ids; where nothing is left of it, the verb of REST.

Every name is a function of its own operation alone, so that adding one renames no other. Where two come out
alike, the first of the document keeps the short name and the next takes a longer form (`naming.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import define

from ..dialect import read as dialect
from ..source import Node
from ..words import words
from . import hints

_GROUPED = re.compile(
    r"(?!(GET|PUT|POST|DELETE|HEAD|PATCH)_)[A-Z][A-Za-z0-9]*_[A-Z][A-Za-z0-9]*(_\w+)?"
)
_FRAMEWORK = re.compile(r"(?<=.)Using(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)(_\d+)?$")
_SERIAL = re.compile(r"(?=.*\d)[0-9a-fA-F-]{16,}")
_VERSION = re.compile(r"v?\d+([._-]\d+)*(-?(alpha|beta|preview)\d*)?|v\d+\w*")
_ASIDE = re.compile(r"\s*[(\[:,;]|\s+-\s")
_SUFFIX = re.compile(r"\.(json|xml|html?|txt|csv|rss|atom|php|aspx?|ashx)$|\.?\{\.?format\}$", re.I)
_PREFIXES = frozenset({"api", "apis", "rest"})
_SUPERFLUOUS = frozenset({"api", "apis", "controller", "ctrl"})
_LOOSE = frozenset("a an and as at by for from in into of on or per the to with".split())
_VERBS = frozenset("add check create delete find get list remove search send set update".split())
_DEPTH = 3


@define(slots=False)
class Naming:
    """The names of one operation, from its node, its method in lower case and its path."""

    node: Node
    method: str
    path: str

    @cached_property
    def resource(self) -> tuple[str, ...]:
        """The resource, outermost first; never empty."""
        said = dialect(self.node, "x-resource")
        if said:
            return tuple(said.split("."))
        return self._by_id or self._by_tag or self._by_path or ("api",)

    def methods(self) -> Iterator[str]:
        """Names for the method, the one to be preferred first; the last is as long as it takes."""
        said = dialect(self.node, "x-method")
        if said:
            yield said
        left = self._spoken
        plain = _without(left, self.resource[-1].split("_")) if left else []
        if (
            _stems(plain) == _stems(self.resource[-1].split("_"))
            and plain != self.resource[-1].split("_")[:1]
        ):
            plain = left = []
        if plain == ["get"] and self.method == "get" and self._ends_in_plural:
            plain = ["list"]
        yield "_".join(plain) or self._rest(self._tail)
        told = (
            words(re.split(r"[?#]", self.path, maxsplit=1)[1])
            if re.search(r"[?#]", self.path)
            else []
        )
        if not left and told:
            yield "_".join([self._verb, *told])
        yield "_".join(left) or self._rest([*self._nouns[-1:], *self._tail])
        yield "_".join([*(left or [self._verb]), *self._by_arguments])
        yield "_".join([self.method, *self._path_words(with_arguments=True)])

    @cached_property
    def _id(self) -> str:
        text = _FRAMEWORK.sub("", self.node.text("operationId") or "")
        return "" if _SERIAL.fullmatch(text) else text

    @cached_property
    def _parts(self) -> list[str]:
        """The operation id, divided where its author divided it."""
        if _GROUPED.fullmatch(self._id):
            return self._id.split("_", 1)
        divided = re.split(r"[./]", self._id)
        clean = len(divided) > 1 and all(
            re.fullmatch(r"[\w-]+", each) and words(each) for each in divided
        )
        return divided if clean else []

    @cached_property
    def _by_id(self) -> tuple[str, ...]:
        if not self._parts:
            return ()
        groups = [tuple(words(each)) for each in self._parts[:-1]]
        tag = words(self._tag)
        for start in range(len(groups)):
            for end in range(start + 1, len(groups) + 1):
                if [word for group in groups[start:end] for word in group] == tag:
                    return _joined(groups[start:])
        if len(groups) == 1 and (not tag or _GROUPED.fullmatch(self._id)):
            return _joined(groups)
        return () if tag else _joined(groups)

    @cached_property
    def _by_tag(self) -> tuple[str, ...]:
        told = re.sub(r"^\d+[.)]\s*", "", self._tag.strip())
        segments = re.split(r"[/\\>|]", _ASIDE.split(told)[0])
        return _joined(
            [words(each) for each in segments if "{" not in each and not _says_version(each)]
        )

    @cached_property
    def _tag(self) -> str:
        """The first tag, unless it tells the version alone."""
        first = next(iter(hints.texts(self.node, "tags")), "")
        return "" if _says_version(first) else first

    @cached_property
    def _by_path(self) -> tuple[str, ...]:
        nouns = self._nouns
        if nouns and not self._ends_in_argument and self._is_action(nouns[-1]):
            nouns = nouns[:-1]
        return _joined([tuple(each.split("_")) for each in nouns])

    def _is_action(self, noun: str) -> bool:
        """Whether the last segment of a path says what to do rather than with what."""
        first, *rest = noun.split("_")
        if self._parted_id and first == self._parted_id[0] or rest and first in _VERBS:
            return True
        if self._parted_id:
            return False
        return (
            self.method == "post" and not _is_plural(noun) and (len(self._nouns) > 1 or "_" in noun)
        )

    @cached_property
    def _parted_id(self) -> list[str]:
        return words(self._parts[-1] if self._parts else self._id)

    @cached_property
    def _segments(self) -> list[str]:
        """The path in segments, less versions, suffixes of formats and what every path begins with."""
        bare = re.split(r"[?#]", self.path)[0]
        found = [_SUFFIX.sub("", each) for each in re.split(r"/|(?<=[\w}]):(?=\w)", bare)]
        return [
            each
            for number, each in enumerate(each for each in found if each)
            if not _VERSION.fullmatch(each.lower())
            and not (number < 2 and each.lower() in _PREFIXES)
        ]

    @cached_property
    def _nouns(self) -> list[str]:
        fixed = [each for each in self._segments if "{" not in each]
        return ["_".join(words(each)) for each in fixed if words(each)]

    @property
    def _ends_in_argument(self) -> bool:
        return bool(self._segments) and "{" in self._segments[-1]

    @property
    def _ends_in_plural(self) -> bool:
        return not self._ends_in_argument and bool(self._nouns) and _is_plural(self._nouns[-1])

    @cached_property
    def _tail(self) -> list[str]:
        """The nouns of the path that come after the resource's, or the last where the resource has none."""
        if not self._nouns:
            return [
                each
                for each in words(re.split(r"[?#]", self.path, maxsplit=1)[-1])
                if "#" in self.path
            ]
        for number in range(len(self._nouns), 0, -1):
            if _stems(self._nouns[number - 1].split("_")) == _stems(self.resource[-1].split("_")):
                return self._nouns[number:]
        return self._nouns[-1:]

    @cached_property
    def _spoken(self) -> list[str]:
        """The words of the operation id that its author wrote, not a framework."""
        spoken = words(self._parts[-1] if self._parts and self._by_id else self._id)
        if not spoken:
            return []
        for noise in self._noise():
            stems = _stems(spoken)
            if stems[: len(noise)] == noise:
                left = spoken[len(noise) :]
                argument = self._by_arguments[1:]
                if self._ends_in_argument and left in (["by", *argument], argument, argument[-1:]):
                    return []
                return spoken if left and left[0] in _LOOSE else left
            if stems[-len(noise) :] == noise:
                return spoken[: -len(noise)]
        return spoken

    def _noise(self) -> Iterator[list[str]]:
        """What generators of ids make of path and method, longest first."""
        found: list[list[str]] = []
        for every in (True, False):
            for versions in (True, False):
                path = _stems(self._path_words(with_arguments=every, with_versions=versions))
                if path:
                    found += [[self.method, *path], [*path, self.method]]
        yield from sorted(found, key=len, reverse=True)

    def _path_words(self, *, with_arguments: bool, with_versions: bool = False) -> list[str]:
        segments = self.path.split("/") if with_versions else self._segments
        return [
            word for each in segments if with_arguments or "{" not in each for word in words(each)
        ]

    @property
    def _by_arguments(self) -> list[str]:
        names = re.findall(r"\{([^{}]*)\}", self.path)
        return (
            ["by", *words(names[-1])]
            if names
            else ["at", *words(self._nouns[-1] if self._nouns else "root")]
        )

    @property
    def _verb(self) -> str:
        if self.method == "get":
            return "list" if self._ends_in_plural else "get"
        if self.method == "post":
            return "update" if self._ends_in_argument else "create"
        return {"put": "update", "patch": "edit"}.get(self.method, self.method)

    def _rest(self, tail: Sequence[str]) -> str:
        """The verb of REST, and below the resource what it is done with."""
        if (
            tail
            and not self._ends_in_argument
            and self.method == "post"
            and not _is_plural(tail[-1])
        ):
            return "_".join(tail)
        if tail and self._verb != "list":
            tail = [*tail[:-1], _singular(tail[-1])]
        return "_".join([self._verb, *tail])


def _says_version(text: str) -> bool:
    return bool(_VERSION.fullmatch(text.strip().lower()))


def _joined(groups: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Segments of a resource; what lies deeper than we go is said in one."""
    parts = ["_".join(_shortened(each)) for each in groups if each]
    parts = [each for number, each in enumerate(parts) if not number or each != parts[number - 1]]
    return (
        (*parts[: _DEPTH - 1], "_".join(parts[_DEPTH - 1 :]))
        if len(parts) > _DEPTH
        else tuple(parts)
    )


def _shortened(group: Sequence[str]) -> Sequence[str]:
    """A group without the word that says what every group is."""
    return group[:-1] if len(group) > 1 and group[-1] in _SUPERFLUOUS else group


def _without(spoken: list[str], said: list[str]) -> list[str]:
    """`spoken` less the run of words that the resource says, unless what is left makes no name."""
    stems = _stems(spoken)
    for first in range(len(said)):
        run = _stems(said[first:])
        for start in range(len(spoken) - len(run) + 1):
            if stems[start : start + len(run)] == run:
                left = spoken[:start] + spoken[start + len(run) :]
                return left if _is_name(left) else spoken
    return spoken


def _is_name(spoken: list[str]) -> bool:
    """Whether words make a name: not cut off at either end, no bare number or version."""
    if not spoken or spoken[0] in _LOOSE or spoken[-1] in _LOOSE:
        return False
    return spoken[0][0].isalpha() and not _says_version("".join(spoken))


def _stems(spoken: Sequence[str]) -> list[str]:
    return [_singular(word) for word in spoken]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if _is_plural(word) else word


def _is_plural(word: str) -> bool:
    return len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
