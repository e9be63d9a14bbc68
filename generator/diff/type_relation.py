"""How two types relate: the differences at each position of a value, and the definitions at equal positions.

A type is split into its alternatives ("a string or a list of X"). Alternatives of the same kind are compared with
each other, items and map values position by position. Named definitions are not entered: the pair is returned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, Literal, TypeAlias

from attrs import define, field, frozen

from ..ir.definitions import Catalog, Definition, Enumeration, Model
from ..ir.types import (
    AnyOf,
    Binary,
    Choice,
    Json,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Reference,
    Type,
)
from .changes import Effect, combine_effects
from .type_kinds import Kinds, get_inner_type, get_referenced_key, group_by_kind, list_values

Step: TypeAlias = Literal["items", "values"]

_WIDER_FORMATS: Final = {
    "float": {""},
    "uri": {"uri-reference", "iri", "iri-reference"},
    "uri-reference": {"iri-reference"},
    "iri": {"iri-reference"},
    "email": {"idn-email"},
    "hostname": {"idn-hostname"},
}
"""Formats, and those that admit more; text without a format admits everything."""
_SPELLINGS: Final = {"url": "uri"}
_RESTRICTING: Final = frozenset(
    {"date-time", "date", "time", "duration", "byte", "binary", "email", "idn-email", "hostname"}
    | {"idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "iri", "iri-reference", "uuid"}
    | {"uri-template", "json-pointer", "relative-json-pointer", "regex", "float"}
)
"""Formats that exclude values. Others, such as `markdown` and `decimal`, describe; those of integers are bounds."""
_CONVERTED: Final = {"date-time", "date", "byte", "binary"}
"""Formats that are not plain text in Python."""


@frozen
class TypeChange:
    """One difference at one position of a value."""

    position: tuple[Step, ...]
    """The way from the value to the position; empty for the value itself."""
    check: str
    """The end of the name of the check: `became-nullable`, `type-generalized`, …"""
    effect: Effect
    old: Type
    new: Type
    value: Json = None
    """The value that an enumeration gained or lost."""
    is_converted: bool = False
    """Whether Python has another type there, so that readers notice even where values narrow."""


@frozen
class Relation:
    """The differences between two types."""

    changes: tuple[TypeChange, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    """The definitions, old and new, that stand at equal positions."""


@define(eq=False)
class TypeComparer:
    """Compares types of two catalogs."""

    before: Catalog
    after: Catalog
    successors: Mapping[str, str] = {}
    """The definition that an old one's name is an alias of now, by key."""
    _names: tuple[frozenset[str], frozenset[str]] = field(init=False)
    _relations: dict[tuple[Type, Type], Relation] = field(init=False, factory=dict)
    _active: set[tuple[Type, Type]] = field(init=False, factory=set)
    """Pairs that are being compared; a recursive alias comes back to one of them."""

    def __attrs_post_init__(self) -> None:
        catalogs = (self.before, self.after)
        old, new = (frozenset(each.name for each in c.definitions.values()) for c in catalogs)
        self._names = (old, new)

    def relate(self, old: Type, new: Type) -> Relation:
        """Return how `new` relates to `old`."""
        if (old, new) in self._relations:
            return self._relations[old, new]
        changes: list[TypeChange] = []
        pairs: dict[tuple[str, str], None] = {}
        for each in self._compare(old, new, ()):
            if isinstance(each, TypeChange):
                changes.append(each)
            else:
                pairs[each] = None
        relation = Relation(tuple(dict.fromkeys(changes)), tuple(pairs))
        if not self._active:  # inside a recursion it leaves out what is being compared already
            self._relations[old, new] = relation
        return relation

    def is_same_definition(self, old: str, new: str) -> bool:
        """Return whether two definitions are one: of the same name, an alias, or renamed without a trace."""
        was, now = self.before[old].name, self.after[new].name
        if was == now or self._is_successor(old, new):
            return True
        is_gone = was not in self._names[1] and now not in self._names[0]
        return is_gone and _is_similar(self.before[old], self.after[new])

    def _is_successor(self, old: str, new: str) -> bool:
        return self.successors.get(self.before.find_canonical(old)) == self.after.find_canonical(
            new
        )

    def _compare(
        self, old: Type, new: Type, position: tuple[Step, ...]
    ) -> Iterator[TypeChange | tuple[str, str]]:
        if old == new and not _has_references(old):
            return
        if (old, new) in self._active:
            return
        self._active.add((old, new))
        try:
            yield from self._compare_kinds(old, new, position)
        finally:
            self._active.discard((old, new))

    def _compare_kinds(
        self, old: Type, new: Type, position: tuple[Step, ...]
    ) -> Iterator[TypeChange | tuple[str, str]]:
        was, now = self._split(old, new)
        if "any" in was or "any" in now:
            if not ("any" in was and "any" in now):
                check = "type-specialized" if "any" in was else "type-generalized"
                effect: Effect = "narrowed" if "any" in was else "widened"
                converted = any(map(_is_converted, chain.from_iterable((was | now).values())))
                yield TypeChange(position, check, effect, old, new, is_converted=converted)
            return
        had_null, has_null = was.pop("null", None) is not None, now.pop("null", None) is not None
        if had_null != has_null:
            check = "became-nullable" if has_null else "became-not-nullable"
            yield TypeChange(position, check, "widened" if has_null else "narrowed", old, new)
        effects: list[Effect] = []
        converted = False
        for kind in dict.fromkeys((*was, *now)):
            if kind not in was or kind not in now:
                effect, is_converted = _relate_kinds(kind, was, now)
                effects.append(effect)
                converted |= is_converted
                continue
            for each in self._compare_kind(kind, was[kind], now[kind], position):
                if isinstance(each, TypeChange) and each.check == "type":
                    effects.append(each.effect)
                    converted |= each.is_converted
                else:
                    yield each
        effect = combine_effects(*effects)
        if effect != "none":
            yield TypeChange(position, _name_check(effect), effect, old, new, None, converted)

    def _split(self, old: Type, new: Type) -> tuple[Kinds, Kinds]:
        """Split both types into kinds; a definition is taken apart where the other side has none like it."""
        expanded: set[str] = set()
        while True:
            was, now = (
                group_by_kind(each, catalog, expanded)
                for each, catalog in ((old, self.before), (new, self.after))
            )
            more = {
                kind
                for kind in ("union", "enumeration")
                if kind not in expanded and not self._are_comparable(was.get(kind), now.get(kind))
            }
            if not more:
                return was, now
            expanded |= more

    def _are_comparable(self, was: list[Type] | None, now: list[Type] | None) -> bool:
        """Return whether definitions of one kind can be paired by name."""
        if not was and not now:
            return True
        if not was or not now:
            return False
        return (
            len(was) > 1
            or len(now) > 1
            or self.is_same_definition(get_referenced_key(was[0]), get_referenced_key(now[0]))
        )

    def _compare_kind(
        self, kind: str, was: list[Type], now: list[Type], position: tuple[Step, ...]
    ) -> Iterator[TypeChange | tuple[str, str]]:
        if kind in ("list", "map"):
            step: Step = "items" if kind == "list" else "values"
            yield from self._compare_inner(was, now, (*position, step))
        elif kind in ("model", "union", "enumeration"):
            yield from self._compare_named(was, now)
        elif kind != "binary":
            yield from _compare_scalars(kind, was, now, position)

    def _compare_inner(
        self, was: list[Type], now: list[Type], position: tuple[Step, ...]
    ) -> Iterator[TypeChange | tuple[str, str]]:
        """Compare lists with lists, or maps with maps; where there are several, the nearest with each other."""
        old_types, new_types = [get_inner_type(each) for each in was], [
            get_inner_type(each) for each in now
        ]
        while old_types and new_types:
            one, other = min(
                ((a, b) for a in old_types for b in new_types),
                key=lambda pair: self._measure_distance(*pair),
            )
            old_types.remove(one)
            new_types.remove(other)
            yield from self._compare(one, other, position)
        if old_types or new_types:
            effect: Effect = "narrowed" if old_types else "widened"
            yield TypeChange(position[:-1], "type", effect, was[0], now[0])

    def _measure_distance(self, old: Type, new: Type) -> int:
        relation = self.relate(old, new)
        renamed = sum(
            self.before[a].name != self.after[b].name and not self._is_successor(a, b)
            for a, b in relation.pairs
        )
        return 2 * len(relation.changes) + renamed

    def _compare_named(
        self, was: list[Type], now: list[Type]
    ) -> Iterator[TypeChange | tuple[str, str]]:
        old_types = {
            self.before[get_referenced_key(each)].name: self.before.find_canonical(
                get_referenced_key(each)
            )
            for each in was
        }
        new_types = {
            self.after[get_referenced_key(each)].name: self.after.find_canonical(
                get_referenced_key(each)
            )
            for each in now
        }
        paired = {key: new_types[name] for name, key in old_types.items() if name in new_types} | {
            key: self.successors[key]
            for key in old_types.values()
            if self.successors.get(key) in new_types.values()
        }
        yield from paired.items()
        removed = [key for key in old_types.values() if key not in paired]
        added = [key for key in new_types.values() if key not in paired.values()]
        if len(removed) == len(added) == 1 and self.is_same_definition(removed[0], added[0]):
            yield removed[0], added[0]
            return
        narrowed: Effect = "narrowed" if removed else "none"
        gained: Effect = "widened" if added else "none"
        effect = combine_effects(narrowed, gained)
        if effect != "none":
            yield TypeChange((), "type", effect, was[0], now[0])


def _is_similar(old: Definition, new: Definition) -> bool:
    """Return whether one definition may be the other under a new name: half of it is in both, and no constant differs."""
    if isinstance(old, Model) and isinstance(new, Model):
        before, after = ({each.name: each.type for each in model.members} for model in (old, new))
        shared = before.keys() & after.keys()
        differ = any(_are_other_constants(before[name], after[name]) for name in shared)
        return 2 * len(shared) >= min(len(before), len(after)) and not differ
    if isinstance(old, Enumeration) and isinstance(new, Enumeration):
        return any(value in new.values for value in old.values)
    return type(old) is type(new)


def _are_other_constants(old: Type, new: Type) -> bool:
    values = [each.values for each in (old, new) if isinstance(each, Choice)]
    return len(values) == 2 and len(values[0]) == len(values[1]) == 1 and values[0] != values[1]


def _relate_kinds(kind: str, was: Kinds, now: Kinds) -> tuple[Effect, bool]:
    """Return the effect of a kind that only one side has, and whether Python has another type then."""
    if kind in was:
        if kind == "integer" and "number" in now:
            return "none", False  # every integer is a number; what is gained is counted there
        becomes_model = kind == "map" and "model" in now
        return ("changed" if becomes_model else "narrowed"), becomes_model
    if kind == "integer" and "number" in was:
        return "none", False  # what is lost is counted at the number
    return "widened", kind == "model" and "map" in was


def _is_converted(type_: Type) -> bool:
    """Return whether Python has anything else than the parsed JSON for a type."""
    match type_:
        case Reference() | Binary():
            return True
        case Primitive(format=format_):
            return format_ in _CONVERTED
        case ListOf(inner) | MapOf(inner):
            return _is_converted(inner)
        case _:
            return False


def _name_check(effect: Effect) -> str:
    names = {"widened": "type-generalized", "narrowed": "type-specialized"}
    return names.get(effect, "type-changed")


def _compare_scalars(
    kind: str, was: list[Type], now: list[Type], position: tuple[Step, ...]
) -> Iterator[TypeChange]:
    old, new = was[0], now[0]
    before, after = list_values(was), list_values(now)
    if before and after and not any(value in after for value in before):
        yield TypeChange(position, "type", "changed", old, new)  # nothing is left: one difference
    elif before is not None and after is not None:
        for value in before:
            if value not in after:
                yield TypeChange(position, "enum-value-removed", "narrowed", old, new, value)
        for value in after:
            if value not in before:
                yield TypeChange(position, "enum-value-added", "widened", old, new, value)
    elif after is not None:
        yield TypeChange(position, "became-enum", "narrowed", old, new)
    elif before is not None:
        yield TypeChange(position, "became-not-enum", "widened", old, new)
    else:
        one, other = _format(kind, was), _format(kind, now)
        converted = one != other and bool({one, other} & _CONVERTED)
        effect = _format_effect(one, other)
        if effect != "none":
            yield TypeChange(position, "type", effect, old, new, None, converted)


def _format(kind: str, types: Iterable[Type]) -> str:
    """Return the format of a value, "" for one that excludes nothing."""
    format_ = next((each.format for each in types if isinstance(each, Primitive)), "")
    format_ = _SPELLINGS.get(format_, format_)
    return format_ if format_ in _RESTRICTING and kind != "integer" else ""


def _format_effect(old: str, new: str) -> Effect:
    if old == new:
        return "none"
    if not new or new in _WIDER_FORMATS.get(old, ()):
        return "widened"
    return "narrowed" if not old or old in _WIDER_FORMATS.get(new, ()) else "changed"


def _has_references(type_: Type) -> bool:
    match type_:
        case Reference():
            return True
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return _has_references(inner)
        case AnyOf(options):
            return any(map(_has_references, options))
        case _:
            return False
