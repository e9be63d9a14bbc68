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

from collections.abc import Iterator
from functools import cached_property

from attrs import define

from ...openapi.extensions.registry import read_extension
from ...openapi.loading import Node
from ...text import split_words
from .conventions import Conventions
from .inflection import (
    BATCH,
    PREPOSITIONS,
    VERB_CLASSES,
    is_plural,
    is_standard,
    is_verb,
    make_singular,
    stem_words,
    without,
)
from .operation_resource import ResourceNames
from .path_template import PathTemplate

_READING = frozenset({"fetch", "find", "get", "list", "read", "retrieve"})
_EXTENTS = frozenset({"all", "one", "paginated"})
"""After such a verb, these only say whether one thing is read or several: "findAll", "findOne"."""
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
    """The candidates for the names of one operation.

    Attributes:
        node: the operation.
        method: the HTTP method in lower case.
        template: the path.
        conventions: what the operations of the document have in common.
        returns_list: whether a GET returns a list and no object.
        is_updated: whether the path has a PUT or PATCH.
    """

    node: Node
    method: str
    template: PathTemplate
    conventions: Conventions
    returns_list: bool = False
    is_updated: bool = False

    @property
    def path(self) -> str:
        """The path of the operation."""
        return self.template.path

    @cached_property
    def explicit_name(self) -> str:
        """The method that the document names, as words if that is not an identifier; "" if there is none."""
        name = read_extension(self.node, "x-method") or ""
        return name if name.isidentifier() else "_".join(split_words(name))

    @cached_property
    def _place(self) -> ResourceNames:
        return ResourceNames(self.node, self.method, self.template, self.conventions)

    @property
    def is_placed(self) -> bool:
        """Whether the document names the resource."""
        return self._place.is_explicit

    @property
    def resource(self) -> tuple[str, ...]:
        """The resource, outermost first; () for a method of the client itself."""
        return self._place.resource

    def iter_candidates(self) -> Iterator[str]:
        """Yield names for the method, the best first; the last is as long as it takes."""
        if self.explicit_name:
            yield self.explicit_name
        if self._place.by_id and self.conventions.has_dotted_ids:
            yield "_".join(self._place.id.list_all_words(grouped=True))
        plain = self._drop_resource(self._place.id.short(self._place.phrase))
        if self._place.has_exact_tag and plain and self.template.nouns[-1:] == [plain]:
            plain = [self._verb, *plain] if self.method == "get" else plain
        best = "_".join(self._find_shortest(plain))
        yield best
        if plain:
            yield "_".join(self._replace_verb(plain))
        verb = best.partition("_")[0]
        if self.method in _SECOND_VERBS and _find_verb_class(verb) == "update":
            yield best.replace(verb, _SECOND_VERBS[self.method], 1)
        if not plain and self.template.fragment:
            fragment = self.template.fragment
            yield "_".join(fragment if is_verb(fragment[0]) else [self._verb, *fragment])
        if self._place.phrase:
            yield "_".join(self._drop_resource(self._place.phrase) or self._place.phrase)
            yield "_".join(self._place.id.list_all_words(grouped=bool(self._place.by_id)))
        elif self._parent:
            yield "_".join([best, "for", *stem_words(self._parent)])
        yield from self._iter_distinguished("_".join(self._place.phrase) or best)
        yield "_".join([self.method, *self.template.words(arguments=True)])

    def _find_shortest(self, plain: list[str]) -> list[str]:
        """Return the words of the name that says no more than the operation needs.

        Args:
            plain: what the operation id says, less the resource.
        """
        if not self._place.resource and self._place.is_function:
            return self.template.nouns[0]
        is_named = self._place.by_id or (self._place.has_exact_tag and self._place.id.view_verb)
        action = [] if is_named else self._action
        if stem_words(action) == self._own_words:
            action = []  # a method is not called like its resource
        verb = plain[0] if plain and is_verb(plain[0]) else ""
        if action and action[0] in PREPOSITIONS:
            return [*self._replace_verb([verb or self._verb]), *action]
        if action and self.method == "delete" and verb:
            # the opposite of the action: DELETE /models/{id}/archive
            return plain if is_standard(verb) else [verb]
        tail = [word for noun in self._tail for word in noun]
        starts_action = tail and is_verb(tail[0]) and not is_plural(tail[-1])
        if starts_action and self.template.writes and not is_standard(tail[0]):
            return [*tail, *action]  # /simulate/authorize
        if action:
            batch = [word for word in plain[:1] if word in BATCH and word not in action]
            return [*batch, *self._join_action(action)]
        if plain and not self._is_standard(plain):
            return self._replace_verb(plain)
        return self._replace_verb([self._verb, *self._find_object()])

    @cached_property
    def _own_words(self) -> list[str]:
        """The words of the innermost resource, as they are compared."""
        return stem_words([word for each in self._place.resource[-1:] for word in each.split("_")])

    @cached_property
    def _action(self) -> list[str]:
        """The words of the path that say what is done; a noun too, where the id begins with it."""
        if self.template.action or self.template.ends_in_argument or len(self.template.nouns) < 2:
            return self.template.action
        if self._place.has_exact_tag and not self.template.writes:
            return []
        last = self.template.nouns[-1]
        return last if self._place.phrase[: len(last)] == last and not is_plural(last[-1]) else []

    def _is_standard(self, plain: list[str]) -> bool:
        """Return whether method and path say all that `plain` says: its verb is theirs, its object is in the path."""
        if self._place.by_id or not plain or not self.template.nouns or plain[1:2] == ["or"]:
            return False
        if self._place.has_exact_tag and self._place.by_tag:
            return False
        standard = _find_verb_class(plain[0])
        if self._verb == "list" and (standard == "get" or plain[0] in ("find", "search")):
            standard = "list"
        if standard != _find_verb_class(self._verb):
            return False
        return self.method != "post" or not any(word in PREPOSITIONS for word in plain[1:])

    def _join_action(self, action: list[str]) -> list[str]:
        words = [word for noun in self._tail for word in noun]
        return [*action, *words] if len(action) == 1 else [*words, *action]

    def _find_object(self) -> list[str]:
        if self._place.has_exact_tag and self._place.id.view_verb:
            return []
        words = [word for noun in self._tail for word in noun]
        if words and self._verb != "list":
            words = [*words[:-1], make_singular(words[-1])]
        return words

    def _replace_verb(self, words: list[str]) -> list[str]:
        """Return `words` with the package's word for a standard verb in front."""
        if words == ["find"] and self.method == "get":
            words = [self._verb]
        if words and words[0] == self.method in ("post", "put"):
            return [*self._replace_verb([self._verb]), *words[1:]]
        standard = _find_verb_class(words[0]) if words else ""
        if standard in _STANDARD_SHAPES.get(self.method, ()) or (
            standard == "update" and self.method == "post"
        ):
            return [self.conventions.verbs.get(standard, standard), *words[1:]]
        return words

    def _drop_resource(self, phrase: list[str]) -> list[str]:
        """Drop words already in the resource name; return [] if nothing but the default verb is left."""
        if self.template.ends_in_plural and self.method == "post" and phrase[:1] == self._own_words:
            return []  # inviting somebody creates an invite
        for segment in reversed(self._place.resource):
            left = without(phrase, segment.split("_"))
            phrase = self._with_parent(left) if left == phrase[: len(left)] != phrase else left
        if not phrase or stem_words(phrase) == self._own_words:
            return []
        if phrase[0] in ("post", "put") and phrase[0] == self.method:
            phrase = [self._verb, *phrase[1:]] if phrase[1:2] in ([], ["for"]) else phrase
        lists = phrase[:1] == ["get"] and self.method == "get" and self._is_listing
        if lists and (phrase in (["get"], ["get", "list"], ["get", "all"]) or phrase[1] == "for"):
            return ["list", *phrase[2 if phrase[1:] in (["list"], ["all"]) else 1 :]]
        if phrase in (["all"], ["one"]):
            return []
        if len(phrase) == 2 and phrase[1] in _EXTENTS and phrase[0] in _READING:
            return ["get" if phrase[1] == "one" else "list"]
        return phrase

    def _with_parent(self, phrase: list[str]) -> list[str]:
        """Return "list for group" where dropping the brands of "get group brands" leaves "get group"."""
        if not self._place.by_id:
            return phrase
        parents = [stem_words(noun) for noun in self.template.nouns[:-1]]
        verb = bool(phrase) and (is_verb(phrase[0]) or phrase[0] == self.method)
        if verb and stem_words(phrase[1:]) in parents:
            return [phrase[0], "for", *stem_words(phrase[1:])]
        return phrase

    @cached_property
    def _tail(self) -> list[list[str]]:
        """The nouns of the path that are not in the resource."""
        if not self.template.nouns:
            return [self.template.fragment] if "#" in self.path and self.template.fragment else []
        resource_stems = {
            *stem_words([word for each in self._place.resource for word in each.split("_")])
        }
        nouns = (
            self.template.tail
            if self._resource_is_path
            else [*self.template.resource, *self.template.tail]
        )
        return [
            noun
            for noun in nouns
            if noun != self._action and not resource_stems.issuperset(stem_words(noun))
        ]

    @property
    def _resource_is_path(self) -> bool:
        return not self._place.by_id and not self._place.by_tag

    @property
    def _parent(self) -> list[str]:
        nouns = self.template.resource
        return nouns[-2] if len(nouns) > 1 and len(self._place.resource) == 1 else []

    def _iter_distinguished(self, name: str) -> Iterator[str]:
        """Yield `name` with what another operation of the same name may not have."""
        if self.template.version:
            yield f"{name}_{self.template.version}"
        if self.template.arguments:
            yield "_".join([name, "by", *self.template.arguments[-1]])
        elif self.method == "get" or name.startswith(self.method):
            yield "_".join([name, "at", *(self.template.nouns or [["root"]])[-1]])
        else:
            yield f"{self.method}_{name}"

    @cached_property
    def _is_listing(self) -> bool:
        """Whether a GET lists several things: by its path, unless the id says `get` and one thing is returned."""
        if not self.template.ends_in_plural or self.template.is_collection:
            return self.template.ends_in_plural
        is_get = bool(self._place.phrase) and _find_verb_class(self._place.phrase[0]) == "get"
        if is_get and "list" not in self._place.phrase and self.conventions.has_list_ids:
            return self.returns_list
        return True

    @property
    def _verb(self) -> str:
        """The standard verb of the HTTP method on this path."""
        if self._place.id.view_verb:
            return self._place.id.view_verb
        if self.method == "get":
            return "list" if self._is_listing else "get"
        if self.method == "post":
            return "update" if self.template.ends_in_argument and not self.is_updated else "create"
        return {"put": "update", "patch": "update"}.get(self.method, self.method.lower())


def _find_verb_class(verb: str) -> str:
    return next((standard for standard, verbs in VERB_CLASSES.items() if verb in verbs), "")
