"""The resource of an operation: what its id, its tag and its path say about where it belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from attrs import define

from ...openapi.extensions import operation_keys
from ...openapi.extensions.registry import read_extension
from ...openapi.loading import Node
from ...text import split_words
from .conventions import Conventions
from .inflection import (
    NOUNS_AND_VERBS,
    is_action,
    is_plural,
    is_verb,
    is_version,
    make_singular,
    stem_words,
)
from .operation_id import OperationID
from .path_template import PathTemplate

_ASIDE = re.compile(r"\s*[(\[:,;]|\s+-\s")
_DOTTED = re.compile(r"[a-z][\w-]*(\.[A-Za-z][\w-]*)+")
_SUPERFLUOUS = frozenset({"api", "apis", "controller", "ctrl"})
_IDLE_TAGS = frozenset({"default", "untagged"})
_DEPTH = 5


@define(slots=False)
class ResourceNames:
    """What names the resource of one operation."""

    node: Node
    method: str
    template: PathTemplate
    conventions: Conventions

    @property
    def is_explicit(self) -> bool:
        """Whether the document names the resource."""
        return read_extension(self.node, "x-resource") is not None

    @cached_property
    def resource(self) -> tuple[str, ...]:
        """The resource, outermost first; () for a method of the client itself."""
        explicit = read_extension(self.node, "x-resource")
        segments = [split_words(each) for each in (explicit or "").split(".")]
        if any(segments) or explicit == "":
            return tuple("_".join(each) for each in segments if each)
        resource = self.by_id or self.by_tag or self._by_path
        stage = self.id.stage
        is_new = stage and stage not in "_".join(resource[:1]).split("_")
        return (stage, *resource) if is_new else resource

    @cached_property
    def id(self) -> OperationID:
        """The operation id."""
        return OperationID(
            self.node.text("operationId") or "",
            self.method,
            self.template,
            split_words(self._tag),
            self.conventions,
        )

    @cached_property
    def phrase(self) -> list[str]:
        """What the id says is done, in words."""
        return self.id.phrase(grouped=bool(self.by_id))

    @cached_property
    def by_id(self) -> tuple[str, ...]:
        """The resource that an id names which its author divided; else ()."""
        groups, tag = [tuple(each) for each in self.id.groups], split_words(self._tag)
        if self.conventions.has_dotted_ids and groups:
            return _join([group for group in groups if not is_version("".join(group))])
        for start in range(len(groups)):
            for end in range(start + 1, len(groups) + 1):
                if [word for group in groups[start:end] for word in group] == tag:
                    return _join(groups[start:])
        if len(groups) == 1 and (not tag or self.id.is_grouped):
            return _join(groups)
        if len(groups) == 1 and stem_words(groups[0]) == stem_words(tag):
            return _join([tag])
        return () if tag else _join(groups)

    @cached_property
    def by_tag(self) -> tuple[str, ...]:
        """The resource of a tag that is divided, or says more than the path; else ()."""
        groups = [each for each in _split_tag(self._tag) if each]
        if not groups:
            return ()
        nouns = self.template.resource
        if len(groups) > 1 or self.conventions.has_identifier_tags:
            if groups[0] == ("deprecated",):
                return _join(groups[1:]) if len(groups) > 2 else ()
            if self.has_exact_tag:
                return _join(groups)
            last = stem_words(groups[-1])
            for count in range(len(nouns), 0, -1):
                words = stem_words([word for noun in nouns[:count] for word in noun])
                if words[-len(last) :] == last:
                    return _join([*groups, *nouns[count:]])
            return _join(groups)
        words = stem_words(groups[0])
        if not nouns:
            return _join(groups)
        for count, noun in enumerate(self.template.tail, start=1):
            if stem_words(noun) == words:  # a part that has a tag for itself
                return _join([*nouns, *self.template.tail[:count]])
        if tuple(nouns[0]) in self.conventions.names or not groups[0][0][0].isalpha():
            return ()
        flat = stem_words([word for noun in nouns for word in noun])
        if any(flat[n : n + len(words)] == words for n in range(len(flat))) or len(nouns) > 1:
            return ()
        single = nouns[0]
        if self.template.is_collection or self.template.arguments:
            return ()
        if is_plural(single[-1]) or words[-1] == make_singular(single[-1]):
            return ()
        return _join(groups)

    @property
    def has_exact_tag(self) -> bool:
        """Whether the tag is the resource as the author wants it: `beta.agents`."""
        if self.conventions.has_identifier_tags and self._tag:
            return True
        return ">" in self._tag or bool(_DOTTED.fullmatch(self._tag.strip()))

    @cached_property
    def _tag(self) -> str:
        """The first tag, unless it is a version, the title of the document, or on every operation."""
        first = next(iter(operation_keys.read_texts(self.node, "tags")), "")
        idle = (
            is_version(first)
            or first.lower() in _IDLE_TAGS
            or _is_activity(tuple(split_words(first)))
            or self._is_title(first)
        )
        return "" if idle or (first == self.conventions.idle_tag and self.template.nouns) else first

    def _is_title(self, tag: str) -> bool:
        title = (self.node.document.root / "info").text("title") or ""
        title = title[: 2 * len(tag) + 100]  # a longer one is another text
        return bool(self.template.nouns) and _drop_last_word(split_words(tag)) == _drop_last_word(
            split_words(title)
        )

    @cached_property
    def _by_path(self) -> tuple[str, ...]:
        nouns = [*self.template.resource]
        if len(nouns) == 1 and self.is_function:
            return ()
        if nouns:
            nouns[0] = [*self.conventions.names.get(tuple(nouns[0]), nouns[0])]
        return _join(nouns)

    @property
    def is_function(self) -> bool:
        """Whether the path is one word that says what is done: `POST /embed`, or `/chat` with the id `chat`."""
        nouns = self.template.nouns
        return (
            len(nouns) == 1
            and tuple(nouns[0]) in self.conventions.single
            and not is_plural(nouns[0][-1])
            and (self.phrase == nouns[0] or (self.template.writes and self._is_action(nouns[0])))
        )

    def _is_action(self, noun: Sequence[str]) -> bool:
        return is_action(noun) or (self.template.is_lone_post and noun[0] in NOUNS_AND_VERBS)


def _is_activity(words: Sequence[str]) -> bool:
    """Return whether the words of a tag say what one does, and name no resource: "Start generating"."""
    return len(words) > 1 and is_verb(words[0]) and words[-1].endswith("ing")


@lru_cache(maxsize=1 << 12)
def _split_tag(tag: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each part of a tag that is divided, which many operations have."""
    text = re.sub(r"^\d+[.)]\s*", "", tag.strip())
    text = text.replace(".", "/") if _DOTTED.fullmatch(text) else text
    segments = re.split(r"(?<! )[/\\](?! )|[>|]", _ASIDE.split(text)[0])
    return tuple(
        tuple(split_words(each))
        for number, each in enumerate(segments)
        if "{" not in each and not (is_version(each) and number in (0, len(segments) - 1))
    )


def _join(groups: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the segments of a resource; what lies deeper than we go is joined."""
    parts = ["_".join(_drop_last_word(each)) for each in groups if each]
    parts = [each for number, each in enumerate(parts) if not number or each != parts[number - 1]]
    if len(parts) > _DEPTH:
        return (*parts[: _DEPTH - 1], "_".join(parts[_DEPTH - 1 :]))
    return tuple(parts)


def _drop_last_word(group: Sequence[str]) -> Sequence[str]:
    """Return a group without a word like `api` at its end."""
    return group[:-1] if len(group) > 1 and group[-1] in _SUPERFLUOUS else group
