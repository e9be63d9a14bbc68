"""Resources and methods: what a caller writes between the client and the parenthesis.

A document may name them (`x-resource`, `x-method`, and the keys of other generators that mean the same). Otherwise:

- **The resource** is the group of an operation id that its author divided ("repos/list-for-org",
  "projects.locations.list", "VirtualMachines_Delete"), or a tag that is divided ("beta.agents"); else the nouns of the
  path, outermost first. A tag counts where the path has no collection (`/me`), and where it names more than the path.
- **The method** is the action that ends the path ("cancel", "search"); else what the operation id says, from its verb
  on, less the words of the resource; a standard verb alone where the id adds nothing to method and path.

`Conventions` holds what all operations share, `allocate.py` decides where two operations want one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from attrs import define

from ...openapi.extensions import operation_keys as hints
from ...openapi.extensions.registry import read as dialect
from ...openapi.loading import Node
from ...text import split_words
from .conventions import Conventions
from .inflection import (
    BATCH,
    PREPOSITIONS,
    VERB_CLASSES,
    is_action,
    is_plural,
    is_standard,
    is_verb,
    is_version,
    singular,
    stems,
    without,
)
from .operation_id import OperationID
from .path_template import PathTemplate

_ASIDE = re.compile(r"\s*[(\[:,;]|\s+-\s")
_DOTTED = re.compile(r"[a-z]\w*(\.[A-Za-z][\w-]*)+")
_SUPERFLUOUS = frozenset({"api", "apis", "controller", "ctrl"})
_IDLE_TAGS = frozenset({"default", "untagged"})
_DEPTH = 5
_SECOND_VERBS = {"put": "replace", "patch": "edit"}
"""For a path that has both."""
_STANDARD_SHAPES = {
    "get": ("get", "list"),
    "post": ("create",),
    "put": ("update",),
    "patch": ("update",),
    "delete": ("delete",),
}


@define(slots=False)
class OperationNames:
    """The candidates for the names of one operation."""

    node: Node
    method: str
    template: PathTemplate
    conventions: Conventions

    @property
    def path(self) -> str:
        """The path of the operation."""
        return self.template.path

    @cached_property
    def explicit_name(self) -> str:
        """The method that the document names, in words where that is no identifier; "" if there is none."""
        name = dialect(self.node, "x-method") or ""
        return name if name.isidentifier() else "_".join(split_words(name))

    @property
    def is_placed(self) -> bool:
        """Whether the document names the resource."""
        return dialect(self.node, "x-resource") is not None

    @cached_property
    def resource(self) -> tuple[str, ...]:
        """The resource, outermost first; () for a method of the client itself."""
        explicit = dialect(self.node, "x-resource")
        segments = [split_words(each) for each in (explicit or "").split(".")]
        if any(segments) or explicit == "":
            return tuple("_".join(each) for each in segments if each)
        resource = self._by_id or self._by_tag or self._by_path
        stage = self._id.stage
        is_new = stage and stage not in "_".join(resource[:1]).split("_")
        return (stage, *resource) if is_new else resource

    def candidates(self) -> Iterator[str]:
        """Yield names for the method, the best first; the last is as long as it takes."""
        if self.explicit_name:
            yield self.explicit_name
        phrase = self._id.short(self._phrase)
        plain = self._less_resource(phrase)
        best = "_".join(self._shortest(plain))
        yield best
        if plain:
            yield "_".join(self._worded(plain))
        elif self.method in _SECOND_VERBS and best.startswith(self._verb):
            yield best.replace(self._verb, _SECOND_VERBS[self.method], 1)
        if not plain and self.template.fragment:
            yield "_".join([self._verb, *self.template.fragment])
        if self._phrase:
            yield "_".join(self._less_resource(self._phrase) or self._phrase)
            yield "_".join(self._id.all_words(grouped=bool(self._by_id)))
        elif self._parent:
            yield "_".join([best, "for", *stems(self._parent)])
        yield from self._distinguished("_".join(self._phrase) or best)
        yield "_".join([self.method, *self.template.words(arguments=True)])

    def _shortest(self, plain: list[str]) -> list[str]:
        """Return the words of the name that says no more than the operation needs.

        Args:
            plain: what the operation id says, less the resource.
        """
        action = [] if self._by_id else self._action
        if stems(action) == self._own_words:
            action = []  # a method is not called like its resource
        verb = plain[0] if plain and is_verb(plain[0]) else ""
        if action and action[0] in PREPOSITIONS:
            return [*self._worded([verb or self._verb]), *action]
        if action and self.method == "delete" and verb:
            # the opposite of the action: DELETE /models/{id}/archive
            return plain if is_standard(verb) else [verb]
        tail = [word for noun in self._tail for word in noun]
        if tail and is_verb(tail[0]) and self.template.writes and not is_standard(tail[0]):
            return [*tail, *action]  # /simulate/authorize
        if action:
            batch = [word for word in plain[:1] if word in BATCH and word not in action]
            return [*batch, *self._acted(action)]
        if plain and not self._is_standard(plain):
            return self._worded(plain)
        return self._worded([self._verb, *self._object()])

    @cached_property
    def _own_words(self) -> list[str]:
        """The words of the innermost resource, as they are compared."""
        return stems([word for each in self.resource[-1:] for word in each.split("_")])

    @cached_property
    def _action(self) -> list[str]:
        """The words of the path that say what is done; a noun too, where the id begins with it."""
        if self.template.action or self.template.ends_in_argument or len(self.template.nouns) < 2:
            return self.template.action
        last = self.template.nouns[-1]
        return last if self._phrase[: len(last)] == last and not is_plural(last[-1]) else []

    def _is_standard(self, plain: list[str]) -> bool:
        """Return whether method and path say all that `plain` says: its verb is theirs, its object is in the path."""
        if self._by_id or not plain or not self.template.nouns or plain[1:2] == ["or"]:
            return False
        if self._has_exact_tag and self._by_tag:
            return False
        standard = _class(plain[0])
        if self._verb == "list" and (standard == "get" or plain[0] in ("find", "search")):
            standard = "list"
        if standard != _class(self._verb):
            return False
        return self.method != "post" or not any(word in PREPOSITIONS for word in plain[1:])

    def _acted(self, action: list[str]) -> list[str]:
        words = [word for noun in self._tail for word in noun]
        return [*action, *words] if len(action) == 1 else [*words, *action]

    def _object(self) -> list[str]:
        words = [word for noun in self._tail for word in noun]
        if words and self._verb != "list":
            words = [*words[:-1], singular(words[-1])]
        return words

    def _worded(self, words: list[str]) -> list[str]:
        """Return `words` with the package's word for a standard verb in front."""
        if words and words[0] == self.method in ("post", "put"):
            return [*self._worded([self._verb]), *words[1:]]
        standard = _class(words[0]) if words else ""
        if standard in _STANDARD_SHAPES.get(self.method, ()) or (
            standard == "update" and self.method == "post"
        ):
            return [self.conventions.verbs.get(standard, standard), *words[1:]]
        return words

    @cached_property
    def _id(self) -> OperationID:
        return OperationID(
            self.node.text("operationId") or "",
            self.method,
            self.template,
            split_words(self._tag),
            self.conventions,
        )

    @cached_property
    def _phrase(self) -> list[str]:
        return self._id.phrase(grouped=bool(self._by_id))

    def _less_resource(self, phrase: list[str]) -> list[str]:
        """Drop words already in the resource name; return [] if nothing but the default verb is left."""
        if self.template.ends_in_plural and self.method == "post" and phrase[:1] == self._own_words:
            return []  # inviting somebody creates an invite
        for segment in reversed(self.resource):
            left = without(phrase, segment.split("_"))
            phrase = self._with_parent(left) if left == phrase[: len(left)] != phrase else left
        if not phrase or stems(phrase) == self._own_words:
            return []
        if phrase[0] in ("post", "put") and phrase[0] == self.method:
            phrase = [self._verb, *phrase[1:]] if phrase[1:2] in ([], ["for"]) else phrase
        lists = phrase[:1] == ["get"] and self.method == "get" and self.template.ends_in_plural
        if lists and (phrase in (["get"], ["get", "list"], ["get", "all"]) or phrase[1] == "for"):
            return ["list", *phrase[2 if phrase[1:] in (["list"], ["all"]) else 1 :]]
        if phrase == ["list", "all"]:
            return ["list"]
        if phrase in (["all"], ["one"]):
            return []
        return phrase

    def _with_parent(self, phrase: list[str]) -> list[str]:
        """Return "list for group" where dropping the brands of "get group brands" leaves "get group"."""
        if not self._by_id:
            return phrase
        parents = [stems(noun) for noun in self.template.nouns[:-1]]
        verb = bool(phrase) and (is_verb(phrase[0]) or phrase[0] == self.method)
        if verb and stems(phrase[1:]) in parents:
            return [phrase[0], "for", *stems(phrase[1:])]
        return phrase

    @cached_property
    def _by_id(self) -> tuple[str, ...]:
        groups, tag = [tuple(each) for each in self._id.groups], split_words(self._tag)
        for start in range(len(groups)):
            for end in range(start + 1, len(groups) + 1):
                if [word for group in groups[start:end] for word in group] == tag:
                    return _join(groups[start:])
        if len(groups) == 1 and (not tag or self._id.is_grouped):
            return _join(groups)
        if len(groups) == 1 and stems(groups[0]) == stems(tag):
            return _join([tag])
        return () if tag else _join(groups)

    @cached_property
    def _by_tag(self) -> tuple[str, ...]:
        """The resource of a tag that is divided, or says more than the path; else ()."""
        groups = [each for each in _groups(self._tag) if each]
        if not groups:
            return ()
        nouns = self.template.resource
        if len(groups) > 1:
            if groups[0] == ("deprecated",):
                groups = groups[1:]
            if self._has_exact_tag:
                return _join(groups)
            last = stems(groups[-1])
            for count in range(len(nouns), 0, -1):
                words = stems([word for noun in nouns[:count] for word in noun])
                if words[-len(last) :] == last:
                    return _join([*groups, *nouns[count:]])
            return _join(groups)
        words = stems(groups[0])
        if not nouns:
            return _join(groups)
        for count, noun in enumerate(self.template.tail, start=1):
            if stems(noun) == words:  # a part that has a tag for itself
                return _join([*nouns, *self.template.tail[:count]])
        if tuple(nouns[0]) in self.conventions.names or not groups[0][0][0].isalpha():
            return ()
        flat = stems([word for noun in nouns for word in noun])
        if any(flat[n : n + len(words)] == words for n in range(len(flat))) or len(nouns) > 1:
            return ()
        single = nouns[0]
        if self.template.is_collection or self.template.arguments:
            return ()
        if is_plural(single[-1]) or words[-1] == singular(single[-1]):
            return ()
        return _join(groups)

    @property
    def _has_exact_tag(self) -> bool:
        """Whether the tag is the resource as the author wants it: `beta.agents`."""
        return ">" in self._tag or bool(_DOTTED.fullmatch(self._tag.strip()))

    @cached_property
    def _tag(self) -> str:
        """The first tag, unless it is a version, the title of the document, or on every operation."""
        first = next(iter(hints.texts(self.node, "tags")), "")
        idle = is_version(first) or first.lower() in _IDLE_TAGS or self._is_title(first)
        return "" if idle or (first == self.conventions.idle_tag and self.template.nouns) else first

    def _is_title(self, tag: str) -> bool:
        title = (self.node.document.root / "info").text("title") or ""
        title = title[: 2 * len(tag) + 100]  # a longer one is another text
        return bool(self.template.nouns) and _shortened(split_words(tag)) == _shortened(
            split_words(title)
        )

    @cached_property
    def _by_path(self) -> tuple[str, ...]:
        nouns = [*self.template.resource]
        if len(nouns) == 1 and self._is_function:
            return ()
        if nouns:
            nouns[0] = [*self.conventions.names.get(tuple(nouns[0]), nouns[0])]
        return _join(nouns)

    @property
    def _is_function(self) -> bool:
        """Whether the path is one word that says what is done: `POST /embed`, or `/chat` with the id `chat`."""
        nouns = self.template.nouns
        return (
            len(nouns) == 1
            and tuple(nouns[0]) in self.conventions.single
            and not is_plural(nouns[0][-1])
            and (self._phrase == nouns[0] or (self.template.writes and is_action(nouns[0])))
        )

    @cached_property
    def _tail(self) -> list[list[str]]:
        """The nouns of the path that are not in the resource."""
        if not self.template.nouns:
            return [self.template.fragment] if "#" in self.path and self.template.fragment else []
        resource_stems = {*stems([word for each in self.resource for word in each.split("_")])}
        nouns = (
            self.template.tail
            if self._resource_is_path
            else [*self.template.resource, *self.template.tail]
        )
        return [
            noun
            for noun in nouns
            if noun != self._action and not resource_stems.issuperset(stems(noun))
        ]

    @property
    def _resource_is_path(self) -> bool:
        return not self._by_id and not self._by_tag

    @property
    def _parent(self) -> list[str]:
        nouns = self.template.resource
        return nouns[-2] if len(nouns) > 1 and len(self.resource) == 1 else []

    def _distinguished(self, name: str) -> Iterator[str]:
        """Yield `name` with what another operation of the same name may not have."""
        if self.template.version:
            yield f"{name}_{self.template.version}"
        if self.template.arguments:
            yield "_".join([name, "by", *self.template.arguments[-1]])
        elif self.method == "get" or name.startswith(self.method):
            yield "_".join([name, "at", *(self.template.nouns or [["root"]])[-1]])
        else:
            yield f"{self.method}_{name}"

    @property
    def _verb(self) -> str:
        """The standard verb of the HTTP method on this path."""
        if self.method == "get":
            return "list" if self.template.ends_in_plural else "get"
        if self.method == "post":
            return "update" if self.template.ends_in_argument else "create"
        return {"put": "update", "patch": "update"}.get(self.method, self.method.lower())


def _class(verb: str) -> str:
    return next((standard for standard, verbs in VERB_CLASSES.items() if verb in verbs), "")


@lru_cache(maxsize=1 << 12)
def _groups(tag: str) -> tuple[tuple[str, ...], ...]:
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
    parts = ["_".join(_shortened(each)) for each in groups if each]
    parts = [each for number, each in enumerate(parts) if not number or each != parts[number - 1]]
    if len(parts) > _DEPTH:
        return (*parts[: _DEPTH - 1], "_".join(parts[_DEPTH - 1 :]))
    return tuple(parts)


def _shortened(group: Sequence[str]) -> Sequence[str]:
    """Return a group without a word like `api` at its end."""
    return group[:-1] if len(group) > 1 and group[-1] in _SUPERFLUOUS else group
