"""Resources and methods: what a caller writes between the client and the parenthesis.

A document may say (`x-resource`, `x-method`, and the keys of other generators that mean the same). Where it
does not:

- **The resource** is the group of an operation id that its author divided ("repos/list-for-org",
  "projects.locations.list", "VirtualMachines_Delete", "apps_list_alerts" with the tag Apps); else the first tag,
  with the nouns of the path that follow the tag's ("Chat" and `/chat/completions` is `chat.completions`); else
  the nouns of the path. A verb of the path, and what a thing has but once, belong to the method (`routes.py`).
- **The method** is the operation id less what tools put into it (`spoken.py`), less the words that the resource
  says already, articles, and arguments that go without saying ("getPetById"); where nothing is left, the verb
  of REST and what the path has after the resource.

A name is a function of its own operation alone, whatever stands beside it. `places.py` settles what coincides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from attrs import define

from ...openapi.extensions import operation as hints
from ...openapi.extensions.registry import read as dialect
from ...openapi.loading import Node
from ...text import split_words
from .inflection import is_plural, is_verb, is_version, singular, stems, without
from .operation_id import Spoken
from .path_template import Route, done

_ASIDE = re.compile(r"\s*[(\[:,;]|\s+-\s")
_DOTTED = re.compile(r"[a-z]\w*(\.[A-Za-z]\w*)+")
_SUPERFLUOUS = frozenset({"api", "apis", "controller", "ctrl"})
_SAYS_NOTHING = frozenset({"default", "untagged"})
_DEPTH = 3


@define(slots=False)
class Naming:
    """The names of one operation, from its node, its method in lower case and its path."""

    node: Node
    method: str
    _route: Route

    @property
    def path(self) -> str:
        """The path of the operation."""
        return self._route.path

    @property
    def is_told(self) -> bool:
        """Whether the document says what the method is called."""
        return bool(self._told)

    @cached_property
    def _told(self) -> str:
        """What the document says that the method is called, in words where that can be no name."""
        said = dialect(self.node, "x-method") or ""
        return said if said.isidentifier() else "_".join(split_words(said))

    @property
    def is_placed(self) -> bool:
        """Whether the document says to which resource it belongs."""
        return bool(dialect(self.node, "x-resource"))

    @cached_property
    def resource(self) -> tuple[str, ...]:
        """The resource, outermost first; never empty."""
        said = [split_words(each) for each in (dialect(self.node, "x-resource") or "").split(".")]
        if any(said):
            return tuple("_".join(each) for each in said if each)
        return self._by_id or self._by_tag or self._by_path or ("api",)

    def methods(self) -> Iterator[str]:
        """Names for the method, the one to be preferred first; the last is as long as it takes."""
        if self._told:
            yield self._told
        plain = self._plain(self._spoken.short(self._words))
        spoken = self._words if plain else []
        name = "_".join(plain) or self._rest(self._tail[-1:] if self._is_elsewhere else self._tail)
        yield name
        if not spoken and self._route.told:
            yield "_".join([self._verb, *self._route.told])
        if spoken:
            yield "_".join(self._plain(spoken) or spoken)
            yield "_".join(self._spoken.whole(divided=bool(self._by_id)))
        elif self._above:
            yield "_".join([name, "for", *stems(self._above)])
        yield from self._told_apart("_".join(spoken) or name)
        yield "_".join([self.method, *self._route.words(arguments=True)])

    @cached_property
    def _spoken(self) -> Spoken:
        return Spoken(
            self.node.text("operationId") or "", self.method, self._route, split_words(self._tag)
        )

    @cached_property
    def _words(self) -> list[str]:
        """What the author of the operation id said with it."""
        return self._spoken.words(divided=bool(self._by_id))

    def _plain(self, spoken: list[str]) -> list[str]:
        """`spoken` less what the resource says; nothing where the verb of REST says as much."""
        for segment in reversed(self.resource):
            left = without(spoken, segment.split("_"))
            spoken = self._of_what(left) if left == spoken[: len(left)] != spoken else left
        same = stems(spoken) == stems(self.resource[-1].split("_"))
        if not spoken or same and not is_verb(spoken[0]):
            return []
        if spoken[0] in ("post", "put") and spoken[0] == self.method:
            spoken = [self._verb, *spoken[1:]] if spoken[1:2] in ([], ["for"]) else spoken
        lists = spoken[:1] == ["get"] and self.method == "get" and self._route.ends_in_plural
        if lists and (spoken in (["get"], ["get", "list"]) or spoken[1] == "for"):
            return ["list", *spoken[2 if spoken[1:] == ["list"] else 1 :]]
        return spoken

    def _of_what(self, spoken: list[str]) -> list[str]:
        """`spoken`, or "get for group" where the brands of "get group brands" went away."""
        above = [stems(noun) for noun in self._route.nouns[:-1]]
        verb = bool(spoken) and (is_verb(spoken[0]) or spoken[0] == self.method)
        if verb and stems(spoken[1:]) in above:
            return [spoken[0], "for", *stems(spoken[1:])]
        return spoken

    @cached_property
    def _by_id(self) -> tuple[str, ...]:
        parts, tag = self._spoken.parts, split_words(self._tag)
        groups = [tuple(split_words(each)) for each in parts[:-1]]
        for start in range(len(groups)):
            for end in range(start + 1, len(groups) + 1):
                if [word for group in groups[start:end] for word in group] == tag:
                    return _joined(groups[start:])
        if len(groups) == 1 and (not tag or self._spoken.is_grouped):
            return _joined(groups)
        if len(groups) == 1 and stems(groups[0]) == stems(tag):
            return _joined([tag])
        return () if tag else _joined(groups)

    @cached_property
    def _by_tag(self) -> tuple[str, ...]:
        groups = _groups(self._tag)
        last = next((each for each in reversed(groups) if each), ())
        count = self._route.after(_shortened(last)) if last else None
        further = self._route.nouns[count : self._resources] if count else []
        said = {*stems(last)}
        return _joined([*groups, *(each for each in further if not said.issuperset(stems(each)))])

    @cached_property
    def _tag(self) -> str:
        """The first tag, unless it says nothing, the version alone, or what the whole document is called."""
        first = next(iter(hints.texts(self.node, "tags")), "")
        idle = is_version(first) or first.lower() in _SAYS_NOTHING or self._is_title(first)
        return "" if idle else first

    def _is_title(self, tag: str) -> bool:
        title = (self.node.document.root / "info").text("title") or ""
        return bool(self._route.nouns) and _shortened(split_words(tag)) == _shortened(
            split_words(title)
        )

    @cached_property
    def _by_path(self) -> tuple[str, ...]:
        return _joined(self._route.nouns[: self._resources])

    @cached_property
    def _resources(self) -> int:
        """How many nouns of the path name a resource; none that is what the id says to do."""
        count, nouns = self._route.resources, self._route.nouns
        spoken = self._spoken.words(divided=True)
        said = bool(spoken) and count == len(nouns) > 0 and not self._route.ends_in_argument
        said = said and nouns[-1][0] == spoken[0] and not is_plural(spoken[0])
        return count - 1 if said else count

    @cached_property
    def _tail(self) -> list[list[str]]:
        """The nouns of the path that come after the resource's, or all where the resource has none."""
        if not self._route.nouns:
            return [self._route.told] if "#" in self.path and self._route.told else []
        return self._route.nouns[self._route.after(self.resource[-1].split("_")) or 0 :]

    @property
    def _above(self) -> list[str]:
        """The noun of the path before the resource's, unless that is a resource above it."""
        count = self._route.after(self.resource[-1].split("_")) or 0
        noun = self._route.nouns[count - 2] if count > 1 else []
        return noun if len(self.resource) == 1 and noun else []

    @property
    def _is_elsewhere(self) -> bool:
        return self._route.after(self.resource[-1].split("_")) is None

    def _told_apart(self, name: str) -> Iterator[str]:
        """`name` with what another of the same name may not have: a version, an argument, a method."""
        if self._route.version:
            yield f"{name}_{self._route.version}"
        if self._route.arguments:
            yield "_".join([name, "by", *self._route.arguments[-1]])
        elif self.method == "get" or name.startswith(self.method):
            yield "_".join([name, "at", *(self._route.nouns or [["root"]])[-1]])
        else:
            yield f"{self.method}_{name}"

    @property
    def _verb(self) -> str:
        if self.method == "get":
            return "list" if self._route.ends_in_plural else "get"
        if self.method == "post":
            return "update" if self._route.ends_in_argument else "create"
        return {"put": "update", "patch": "edit"}.get(self.method, self.method)

    def _rest(self, nouns: Sequence[list[str]]) -> str:
        """What nouns after the resource say to do, else the verb of REST and what it is done with."""
        verb = [] if self._route.ends_in_argument else done(list(nouns))
        if verb:
            return "_".join(verb)
        tail = [word for each in nouns for word in each]
        if tail and self._verb != "list":
            tail = [*tail[:-1], singular(tail[-1])]
        return "_".join([self._verb, *tail])


@lru_cache(maxsize=1 << 12)
def _groups(tag: str) -> tuple[tuple[str, ...], ...]:
    """The words of each part of a tag that is divided, which many operations have."""
    told = re.sub(r"^\d+[.)]\s*", "", tag.strip())
    told = told.replace(".", "/") if _DOTTED.fullmatch(told) else told
    segments = re.split(r"[/\\>|]", _ASIDE.split(told)[0])
    return tuple(
        tuple(split_words(each)) for each in segments if "{" not in each and not is_version(each)
    )


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
