"""The members of a response's body by their paths, with the list among them that holds the items of a page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from attrs import field, frozen

from ...ir.definitions import Alias, Catalog, Member, Model, Union
from ...ir.types import AnyOf, ListOf, Primitive, Reference, Type, strip_null
from ...text import split_words
from ..naming.inflection import stem_words
from . import paging_names as names

_MOMENTS: Final = frozenset({"date", "date-time", "time"})
_URL: Final = re.compile(r"\b(URLs?|URIs?|hyperlink)\b|\blink to\b", re.IGNORECASE)


def join_words(name: str) -> str:
    """Return a name in lower case with underscores, without brackets: `page[size]` is `page_size`."""
    return "_".join(split_words(name))


@frozen
class ResponseShape:
    """What a body consists of.

    Attributes:
        catalog: the definitions that types refer to.
        body: the type of the body.
        path: the path of the operation, whose last word may name the items.
        items: the path of the list of items; "" where the body is that list, None where there is none.
        members: the members of the body, and of the objects in it that describe the page, by path.
    """

    catalog: Catalog
    body: Type
    path: str
    items: str | None = field(init=False)
    members: dict[str, Member] = field(init=False)

    def __attrs_post_init__(self) -> None:
        wrappers = self._find_wrappers()
        object.__setattr__(self, "items", self._find_items(wrappers))
        outer = (*names.WRAPPERS, *names.BODY_WRAPPERS, *wrappers)
        described = self._iterate_members(self.body, outer, is_items=False)
        object.__setattr__(self, "members", dict(described))

    def find(self, candidates: Iterable[str], *kinds: str) -> str:
        """Return the path of the member with the first of the names and one of the JSON types; "" for none."""
        for name in candidates:
            for path, member in self.members.items():
                if get_last_name(path) == name and self.kind(member.type) in kinds:
                    return path
        return ""

    def find_links(self) -> Iterator[str]:
        """Yield the paths of the members that hold the URL of the next page."""
        for path, member in self.members.items():
            words = split_words(path)
            is_nested = words[-3:] == ["links", "next", "href"]
            if self.kind(member.type) == "string" and (
                is_nested
                or words[-2:] in (["next", "link"], ["next", "url"])
                or get_last_name(path) in names.LINKS
                or (get_last_name(path) in names.POSSIBLE_LINKS and self.is_url(path))
            ):
                yield path

    def is_url(self, path: str) -> bool:
        """Return whether a member is a URL: by its format or description, or because it is one of several links."""
        member = self.members[path]
        plain = self.resolve(member.type)
        if isinstance(plain, Primitive) and plain.format in ("uri", "url", "uri-reference"):
            return True
        outer, _, name = path.rpartition(".")
        has_previous = f"{outer}.previous".lstrip(".") in self.members
        is_link = name == "next" and has_previous and get_last_name(outer) not in names.NEXT_OBJECTS
        return is_link or get_last_name(outer) == "links" or bool(_URL.search(member.description))

    def has_named_items(self) -> bool:
        """Return whether the list is the body, or is called as lists of items or what the path names."""
        return (
            not self.items or get_last_name(self.items) in names.ITEMS or self._is_noun(self.items)
        )

    def is_entity(self) -> bool:
        """Return whether the body has an identity of its own, so that its lists are a part of it."""
        return any(
            join_words(each.name) in names.IDENTITIES for each in self.list_members(self.body)
        )

    def find_identity(self) -> str:
        """Return the member that identifies an item, of each kind of item where there are several; "" for none."""
        listed = self._as_list(self.members[self.items].type if self.items else self.body)
        if listed is None:
            return ""
        kinds = self._list_variants(listed.item)
        for name in names.IDENTITIES:
            members = [{each.name: each.type for each in self.list_members(kind)} for kind in kinds]
            if all(self.kind(each.get(name)) in ("string", "integer") for each in members):
                return name
        return ""

    def find_page_info(self, paths: Iterable[str]) -> str:
        """Return the path of the object that describes the page: the one that holds members at `paths`; "" for none."""
        outer = {
            path.rpartition(".")[0] for path in paths if path in self.members and path != self.items
        }
        info = outer.pop() if len(outer) == 1 else ""
        is_around = f"{self.items}.".startswith(f"{info}.")
        is_link = get_last_name(info) in names.NEXT_OBJECTS
        return info if info in self.members and not is_around and not is_link else ""

    def list_members(self, type_: Type) -> tuple[Member, ...]:
        """Return the members of an object; those that all variants have where it is one of several."""
        definition = self._find_definition(type_)
        if isinstance(definition, Model):
            return definition.members
        variants = self._list_variants(type_)
        if len(variants) < 2:
            return ()
        first, *others = [self.list_members(each) for each in variants]
        shared = [{each.name for each in other} for other in others]
        return tuple(each for each in first if all(each.name in other for other in shared))

    def resolve(self, type_: Type) -> Type:
        """Return a type without null, and what an alias stands for."""
        plain = strip_null(type_)
        if isinstance(plain, Reference):
            definition = self.catalog[plain.key]
            return self.resolve(definition.type) if isinstance(definition, Alias) else plain
        return plain

    def has_kind(self, type_: Type, kinds: Collection[str]) -> bool:
        """Return whether a value has one of some JSON types; one of its variants that is a scalar, where it has several."""
        scalars = {self.kind(each) for each in self._list_variants(type_)} - {"", "null"}
        return len(scalars) == 1 and scalars <= {*kinds}

    def is_moment(self, type_: Type) -> bool:
        """Return whether a value is a date or a time, which asks for no page: `after` of a list of events."""
        scalars = [self.resolve(each) for each in self._list_variants(type_)]
        return any(isinstance(each, Primitive) and each.format in _MOMENTS for each in scalars)

    def kind(self, type_: Type | None) -> str:
        """Return the JSON type of a scalar, "" for any other value."""
        if type_ is None:
            return ""
        plain = self.resolve(type_)
        if isinstance(plain, AnyOf):
            kinds = {self.kind(option) for option in plain.options} - {"null"}
            return kinds.pop() if len(kinds) == 1 else ""
        return plain.kind if isinstance(plain, Primitive) else ""

    def _list_variants(self, type_: Type) -> tuple[Type, ...]:
        definition = self._find_definition(type_)
        if isinstance(definition, Union):
            return definition.options
        plain = self.resolve(type_)
        return plain.options if isinstance(plain, AnyOf) else (plain,)

    def _find_definition(self, type_: Type) -> object:
        plain = self.resolve(type_)
        return self.catalog[plain.key] if isinstance(plain, Reference) else None

    def _as_list(self, type_: Type) -> ListOf | None:
        """Return a list; the first where it is one of several lists."""
        plain = self.resolve(type_)
        if isinstance(plain, ListOf):
            return plain
        if self._find_definition(plain) is None and not isinstance(plain, AnyOf):
            return None
        variants = self._list_variants(plain)
        lists = [self._as_list(each) for each in variants] if len(variants) > 1 else [None]
        return lists[0] if None not in lists else None

    def _find_wrappers(self) -> list[str]:
        """Return the members that hold the page: the only one, or those that have a list and say where it ends."""
        members = self.list_members(self.body)
        if len(members) == 1:
            return [members[0].name]
        ends = {*names.TOTALS, *names.NEXT, *names.LINKS, *names.HAS_MORE}
        pages = [
            each.name
            for each in members
            if any(self._as_list(inner.type) for inner in self.list_members(each.type))
            and any(join_words(inner.name) in ends for inner in self.list_members(each.type))
        ]
        return pages if len(pages) == 1 else []

    def _find_items(self, wrappers: list[str]) -> str | None:
        if self._as_list(self.body) is not None:
            return ""
        lists = {
            path: member.type
            for path, member in self._iterate_members(self.body, (*names.BODY_WRAPPERS, *wrappers))
            if self._as_list(member.type) is not None
            and (get_last_name(path) not in names.NO_ITEMS or self._is_noun(path))
        }
        for name in names.ITEMS:
            for path in lists:
                if get_last_name(path) == name:
                    return path
        for path in lists:
            if self._is_noun(path):
                return path
        objects = [path for path, type_ in lists.items() if self._has_objects(type_)]
        if len(objects) == 1:
            return objects[0]
        return next(iter(lists)) if len(lists) == 1 and not objects else None

    def _is_noun(self, path: str) -> bool:
        """Return whether a member is called as the last literal segment of the operation's path."""
        literal = [each for each in self.path.split("/") if each and "{" not in each]
        noun = stem_words([word for each in literal[-1:] for word in split_words(each)])
        words = stem_words(split_words(path.rpartition(".")[2]))
        return bool(words) and noun[-len(words) :] == words

    def _has_objects(self, type_: Type) -> bool:
        listed = self._as_list(type_)
        return listed is not None and not isinstance(self.resolve(listed.item), Primitive)

    def _iterate_members(
        self,
        type_: Type,
        wrappers: Collection[str],
        prefix: str = "",
        depth: int = 0,
        *,
        is_items: bool = True,
    ) -> Iterator[tuple[str, Member]]:
        """Yield the members of an object, and those of members that only wrap others, by their path.

        Args:
            type_: the type of the object.
            wrappers: names of members that wrap others.
            prefix: the path of the object, with a dot at its end.
            depth: how many wrappers it is in.
            is_items: whether items are looked for, which may be in any object in a wrapper.
        """
        for member in self.list_members(type_):
            path = f"{prefix}{member.name}"
            yield path, member
            is_wrapper = join_words(member.name) in wrappers or member.name in wrappers
            is_around = not is_items and f"{self.items}.".startswith(f"{path}.")
            if depth < 2 and (is_wrapper or is_around or (is_items and depth)):
                yield from self._iterate_members(
                    member.type, wrappers, f"{path}.", depth + 1, is_items=is_items
                )


def get_last_name(path: str) -> str:
    """Return the last name of a path, its words joined by underscores."""
    return join_words(path.rpartition(".")[2])
