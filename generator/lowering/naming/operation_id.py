"""An operation id, less what frameworks and documentation tools put into it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from attrs import define

from ...text import split_words
from .conventions import Conventions
from .inflection import (
    LIFECYCLE,
    LOOSE,
    NOISE,
    PREPOSITIONS,
    VERBS,
    find_verb,
    is_standard,
    is_verb,
    is_version,
    make_singular,
    stem_words,
    without_articles,
)
from .path_template import PathTemplate

_METHODS = "GET|PUT|POST|DELETE|HEAD|PATCH"
_GROUPED = re.compile(rf"(?!({_METHODS})_)[A-Z][A-Za-z0-9]*_[A-Z][A-Za-z0-9]*(_\w+)?")
_FRAMEWORK = re.compile(r"(?<=.)Using(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)(_\d+)?$")
_HASH = re.compile(r"-(?!(?:19|20)\d\d$)(?=[a-f]*\d)[0-9a-f]{4}$")
"""A suffix by which a tool separates equal ids: "Get.Count.issues-fd80"; years are not one."""
_CLASS = re.compile(
    r"(?:[A-Z]\w*\.)*[A-Z]\w*?(?:Controller|Service)(?:V\d+)?(?:_|@|::|#|\.)(?=[A-Za-z])"
)
"""The class that NestJS, gRPC and their like put in front of the method: "PetsController_findAll"."""
_VIEWS = {
    ("list",): "list",
    ("retrieve",): "get",
    ("create",): "create",
    ("partial", "update"): "update",
    ("update",): "update",
    ("destroy",): "delete",
    ("delete",): "delete",
}
"""What Django REST framework puts after the words of the path: "api_pets_partial_update"."""
_SERIAL = re.compile(r"(?=.*\d)[0-9a-fA-F-]{16,}")
_UNDIVIDED = re.compile(r"[A-Za-z][a-z]{11,}|[A-Z]?[a-z]+[A-Z]{2,}[a-z]+")
"""An id without borders between words: "getorganizationspendlimit"."""
_IDENTITIES = frozenset({"id", "ids", "guid", "uuid"})


@define(slots=False)
class OperationID:
    """An operation id, read together with its operation.

    Attributes:
        id: as the document writes it; "" if there is none.
        method: the HTTP method in lower case.
        template: the path.
        tag: the words of the first tag.
        conventions: what the ids of the document have in common.
    """

    id: str
    method: str
    template: PathTemplate
    tag: list[str]
    conventions: Conventions

    @cached_property
    def groups(self) -> list[list[str]]:
        """The words of each group before the method, where the author divided the id; else []."""
        return [split_words(part) for part in self._parts[:-1]]

    @property
    def is_grouped(self) -> bool:
        """Whether the id is divided as Microsoft's are: `VirtualMachines_Delete`."""
        return bool(_GROUPED.fullmatch(self._plain))

    @cached_property
    def stage(self) -> str:
        """A release stage in front of the id: the `beta` of `BetaListSessions`; "" if there is none."""
        words = split_words(self._plain)
        is_stage = len(words) > 1 and words[0] in LIFECYCLE and words[0] not in self.template.stems
        return words[0] if is_stage else ""

    @cached_property
    def view_verb(self) -> str:
        """The standard verb at the end of an id that else is the path: "api_pets_list"; "" for any other id."""
        words = split_words(self._plain)
        words = words[:-1] if words and is_version(words[-1]) else words
        for ending, verb in _VIEWS.items():
            start = len(words) - len(ending)
            if (
                tuple(words[start:]) == ending
                and stem_words(words[:start]) in self.template.spellings
            ):
                return verb
        return ""

    def phrase(self, *, grouped: bool) -> list[str]:
        """Return what the author says is done, in words, the verb first where there is one.

        Args:
            grouped: whether the groups are part of the resource and so left out.
        """
        words = self._list_words(grouped, _HASH.sub("", self._plain))
        if self._plain.startswith(f"{self.method.upper()}_") and len(words) > 1:
            words = words[1:]
        return self._from_verb(self._without_noise(words))

    def list_all_words(self, *, grouped: bool) -> list[str]:
        """Return every word, the method in front included: "GET_DescribeHosts"."""
        return [
            part
            for word in self._list_words(grouped, self._plain)
            for part in re.split(r"(?<=[a-z]{3})(?=v\d+$)", word)
        ]

    def short(self, phrase: list[str]) -> list[str]:
        """Drop articles, and `by` clauses that name an argument of the path or the identity of the thing."""
        clauses: list[list[str]] = [[]]
        for word in without_articles(phrase):
            clauses += [[]] if word == "by" else []
            clauses[-1].append(word)
        return [
            word
            for number, clause in enumerate(clauses)
            if not number or not self._is_idle(clause[1:])
            for word in clause
        ]

    @cached_property
    def _parts(self) -> list[str]:
        text = self._plain
        if _GROUPED.fullmatch(text):
            return text.split("_", 1)
        parts = re.split(r"[./]", text)
        if len(parts) > 1 and parts[0].lower() != self.method:
            clean = all(re.fullmatch(r"[\w-]+", each) and split_words(each) for each in parts)
            return parts if clean else []
        group, _, rest = text.partition("_")
        words = split_words(rest)
        if (
            words
            and is_verb(words[0])
            and self.tag
            and stem_words(split_words(group)) == stem_words(self.tag)
        ):
            return [group, rest]
        # camelCase parts joined by underscores, which spell the tag: "legacy_scoreV1_delete"
        parts = text.split("_")
        cased = any(part != part.lower() for part in parts)
        if cased and self.tag and [w for p in parts[:-1] for w in split_words(p)] == self.tag:
            return parts
        return []

    def _list_words(self, grouped: bool, text: str) -> list[str]:
        start = sum(len(part) + 1 for part in self._parts[:-1]) if grouped else 0
        words = split_words(text[start:])
        if (
            self.view_verb
            or self._is_method_and_path(words)
            or (words and words[-1].isdigit() and self._is_method_and_path(words[:-1]))
        ):
            return []
        compared = stem_words(words)
        # frameworks append path and method to the name of a function
        for path in self.template.spellings:
            if len(path) + 1 < len(compared) and compared[-len(path) - 1 :] == [*path, self.method]:
                name = words[: -len(path) - 1]
                return name if any(map(is_verb, name)) else []
        return words

    def _without_noise(self, words: list[str]) -> list[str]:
        """Drop the release stage in front, and `endpoint`, `route`, versions and the method at the end."""
        if words and words[0] == self.stage:
            words = words[1:]
        while len(words) > 1 and (words[-1] in NOISE or is_version(words[-1])):
            words = words[:-1]
        return words

    def _from_verb(self, words: list[str]) -> list[str]:
        """Drop what stands before the verb if it is a module's name, or says what the path says."""
        words = _drop_module([re.sub(r"(?<=[a-z]{3})v\d+$", "", word) for word in words])
        verb = find_verb(words, self.method)
        start = len(words) if verb is None else verb
        prefix, phrase = words[:start], words[start:]
        if (
            prefix
            and phrase
            and self.method == "get"
            and self.template.stems.issuperset(stem_words(words))
        ):
            return []  # the words of the path, where no verb says what is done
        if not phrase and self.template.nouns and words[:1] == self.template.nouns[-1][:1]:
            return words
        expected = {*self.template.stems, *stem_words(self.tag), *NOISE}
        idle = all(word in expected or is_version(word) for word in stem_words(prefix))
        if (
            idle
            or tuple(prefix) in self.conventions.prefixes
            or (phrase and is_standard(phrase[0]))
        ):
            return phrase
        return words

    @cached_property
    def _plain(self) -> str:
        text = _CLASS.sub("", _FRAMEWORK.sub("", self.id), count=1)
        if _UNDIVIDED.fullmatch(text):
            vocabulary = {*self.template.stems, *stem_words(self.tag), *LOOSE, *VERBS}
            return "_".join(_divide(text.lower(), vocabulary)) or text
        return "" if _SERIAL.fullmatch(text) else text

    def _is_idle(self, clause: Sequence[str]) -> bool:
        """Return whether what follows "by" is an argument that goes without saying."""
        clause = list(clause)
        for number, argument in enumerate(self.template.arguments, start=1):
            same = argument[-len(clause) :] == clause or clause[-len(argument) :] == argument
            same = same and not PREPOSITIONS & {*clause}
            last = number == len(self.template.arguments) and self.template.ends_in_argument
            if clause and argument and same and (not last or _IDENTITIES & {*clause}):
                return True
        return False

    def _is_method_and_path(self, words: list[str]) -> bool:
        """Return whether the words are method and path, as tools write ids where nobody did."""
        fragment = self.template.fragment
        if fragment and words[-len(fragment) :] == fragment:
            words = words[: -len(fragment)]
        if len(words) < 2:
            return False
        plain = self.template.words(arguments=False)
        if words == [self.method, *plain]:
            return True
        compared, bare = stem_words(words), stem_words(plain)
        after = compared[-1] == self.method and compared[:-1] in self.template.spellings
        before = (
            compared[0] == self.method
            and compared[1:] != bare
            and compared[1:] in self.template.spellings
        )
        return after or before


def _drop_module(words: list[str]) -> list[str]:
    """Drop the name of a module in front, which ends like `agents_api_v1` or `files_api_routes`."""
    for number in range(len(words) - 2, 1, -1):
        if words[number - 1] in NOISE and (words[number] in NOISE or is_version(words[number])):
            return words[number + 1 :]
    return words


def _divide(text: str, vocabulary: set[str]) -> list[str]:
    """Divide text into as few words of a vocabulary, or plurals of these, as possible; [] where that leaves a rest."""
    divisions: list[list[str] | None] = [[]]
    for end in range(1, len(text) + 1):
        parts = (
            [*before, text[start:end]]
            for start in range(end)
            if (before := divisions[start]) is not None
            and {text[start:end], make_singular(text[start:end])} & vocabulary
        )
        divisions.append(min(parts, key=len, default=None))
    return divisions[-1] or []
