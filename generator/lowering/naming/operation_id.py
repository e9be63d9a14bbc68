"""What the author of an operation id said with it, less what tools put there."""

from __future__ import annotations

import re
from functools import cached_property

from attrs import define

from ...text import split_words
from .inflection import LOOSE, is_verb, stems, without_articles
from .path_template import Route

_METHODS = "GET|PUT|POST|DELETE|HEAD|PATCH"
_GROUPED = re.compile(rf"(?!({_METHODS})_)[A-Z][A-Za-z0-9]*_[A-Z][A-Za-z0-9]*(_\w+)?")
_FRAMEWORK = re.compile(r"(?<=.)Using(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)(_\d+)?$")
_HASH = re.compile(r"-(?!(?:19|20)\d\d$)(?=[a-f]*\d)[0-9a-f]{4}$")
"""What tells equal ids apart where a tool made them: "Get.Count.issues-fd80"; years are not."""
_SERIAL = re.compile(r"(?=.*\d)[0-9a-fA-F-]{16,}")
_IDENTITIES = frozenset({"id", "ids", "guid", "uuid"})


@define(slots=False)
class Spoken:
    """An operation id, read together with the method (in lower case), the path and the first tag of its operation."""

    id: str
    method: str
    route: Route
    tag: list[str]

    @cached_property
    def parts(self) -> list[str]:
        """The operation id in groups and a method, where its author divided it so; else nothing."""
        text = self._plain
        if _GROUPED.fullmatch(text):
            return text.split("_", 1)
        divided = re.split(r"[./]", text)
        if len(divided) > 1 and divided[0].lower() != self.method:
            clean = all(re.fullmatch(r"[\w-]+", each) and split_words(each) for each in divided)
            return divided if clean else []
        group, _, rest = text.partition("_")
        said = split_words(rest)
        if said and is_verb(said[0]) and self.tag and stems(split_words(group)) == stems(self.tag):
            return [group, rest]
        return []

    @property
    def is_grouped(self) -> bool:
        """Whether the id is divided as Microsoft's are: `VirtualMachines_Delete`."""
        return bool(_GROUPED.fullmatch(self._plain))

    def words(self, *, divided: bool) -> list[str]:
        """What the author said, in words; of a `divided` id after the last group."""
        spoken = self._words(divided, _HASH.sub("", self._plain))
        prefixed = self._plain.startswith(f"{self.method.upper()}_")
        return spoken[1:] if prefixed and len(spoken) > 1 else spoken

    def whole(self, *, divided: bool) -> list[str]:
        """The same with the method before it, where the id has it there: "GET_DescribeHosts"."""
        return self._words(divided, self._plain)

    def _words(self, divided: bool, text: str) -> list[str]:
        grouped = sum(len(part) + 1 for part in self.parts[:-1]) if divided else 0
        spoken = split_words(text[grouped:])
        if self._is_made(spoken) or spoken and spoken[-1].isdigit() and self._is_made(spoken[:-1]):
            return []
        said = stems(spoken)
        # frameworks put the path and the method after the name of a function
        for path in self.route.spellings:
            if len(path) + 1 < len(said) and said[-len(path) - 1 :] == [*path, self.method]:
                return spoken[: -len(path) - 1]
        return spoken

    def short(self, spoken: list[str]) -> list[str]:
        """`spoken` less articles and less arguments that say nothing: those on the way, and the id of the thing itself."""
        clauses: list[list[str]] = [[]]
        for word in without_articles(spoken):
            clauses += [[]] if word == "by" else []
            clauses[-1].append(word)
        return [
            word
            for number, each in enumerate(clauses)
            if not number or not self._is_idle(each[1:])
            for word in each
        ]

    @cached_property
    def _plain(self) -> str:
        text = _FRAMEWORK.sub("", self.id)
        return "" if _SERIAL.fullmatch(text) else text

    def _is_idle(self, clause: list[str]) -> bool:
        """Whether what an id says after "by" is an argument that need not be told."""
        for number, argument in enumerate(self.route.arguments, start=1):
            same = argument[-len(clause) :] == clause or clause[-len(argument) :] == argument
            same = same and not LOOSE & {*clause}
            last = number == len(self.route.arguments) and self.route.ends_in_argument
            if clause and argument and same and (not last or _IDENTITIES & {*clause}):
                return True
        return False

    def _is_made(self, spoken: list[str]) -> bool:
        """Whether words are the method and the path, as tools write ids where nobody did."""
        if len(spoken) < 2:
            return False
        plain = self.route.words(arguments=False)
        if spoken == [self.method, *plain]:
            return True
        said, bare = stems(spoken), stems(plain)
        after = said[-1] == self.method and said[:-1] in self.route.spellings
        before = said[0] == self.method and said[1:] != bare and said[1:] in self.route.spellings
        return after or before
