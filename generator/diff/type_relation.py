"""How two types relate: which values were lost, which were gained, and what has to be compared further.

A type is taken apart into its alternatives ("a string or a list of X"), alternatives of the same kind are
compared with each other. Named definitions are not looked into here: the pair is handed back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from attrs import field, frozen

from ..ir.definitions import Alias, Catalog, Enumeration, Union
from ..ir.types import (
    AnyOf,
    Anything,
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
from .changes import Effect, joined

Opened: TypeAlias = AbstractSet[str]

_WIDER = {("int32", "int64"), ("float", "double"), ("date-time", ""), ("date", ""), ("byte", "")}
_CONVERTED = {"date-time", "date", "byte", "binary"}
"""Formats that are not plain text in Python."""


@frozen
class Relation:
    """What became of a type. Nullability and listed values are told apart from the rest."""

    effect: Effect = "none"
    """Of everything but null and listed values."""
    null: Effect = "none"
    added: tuple[Json, ...] = ()
    removed: tuple[Json, ...] = ()
    listing: Effect = "none"
    """Narrowed where a value became one of a list, widened where it no longer is."""
    converted: bool = False
    """Whether Python sees another type, so that readers notice even where values became fewer."""
    pairs: tuple[tuple[str, str], ...] = field(default=())
    """Definitions, old and new, that stand at the same place."""


def relate(old: Type, new: Type, before: Catalog, after: Catalog) -> Relation:
    """How the type `new` relates to `old`; the catalogs hold what they refer to."""
    if old == new and not _names(old):
        return Relation()
    return _Relating(before, after).relate(old, new)


@frozen
class _Relating:
    before: Catalog
    after: Catalog

    def relate(self, old: Type, new: Type) -> Relation:
        was, now = _by_kind(old, self.before), _by_kind(new, self.after)
        single = {kind for kind in ("union", "enumeration") if (kind in was) != (kind in now)}
        if single:
            was, now = _by_kind(old, self.before, single), _by_kind(new, self.after, single)
        null: Effect = "none"
        if ("null" in was) != ("null" in now) and "any" not in was | now:
            null = "widened" if "null" in now else "narrowed"
        was.pop("null", None)
        now.pop("null", None)
        found = [Relation(null=null)]
        if "any" in was or "any" in now:
            return _anything(was, now)
        if was and now:
            found += [self._kind(kind, was, now) for kind in dict.fromkeys((*was, *now))]
        return _together(found)

    def _kind(self, kind: str, was: dict[str, list[Type]], now: dict[str, list[Type]]) -> Relation:
        if kind not in now:
            if kind == "integer" and "number" in now:
                return Relation("widened")
            if kind == "number" and "integer" in now:
                return Relation("narrowed")
            return Relation(
                "changed" if kind == "map" and "model" in now else "narrowed", converted=True
            )
        if kind not in was:
            if kind == "integer" and "number" in was:
                return Relation("narrowed")
            return Relation("widened", converted=kind == "model" and "map" in was)
        if kind in ("list", "map"):
            return _together(
                [
                    self.relate(_inner(a), _inner(b))
                    for a, b in zip(was[kind], now[kind], strict=False)
                ]
            )
        if kind in ("model", "union", "enumeration"):
            return self._named(was[kind], now[kind])
        return _scalar(was[kind], now[kind])

    def _named(self, was: list[Type], now: list[Type]) -> Relation:
        olds, news = _keys(was, self.before), _keys(now, self.after)
        if len(olds) == 1 and len(news) == 1:
            return Relation(pairs=((next(iter(olds.values())), next(iter(news.values()))),))
        pairs = tuple((key, news[name]) for name, key in olds.items() if name in news)
        lost: Effect = "narrowed" if olds.keys() - news else "none"
        gained: Effect = "widened" if news.keys() - olds else "none"
        return Relation(joined(lost, gained), pairs=pairs)


def _keys(types: list[Type], catalog: Catalog) -> dict[str, str]:
    """The definitions that types refer to, by name."""
    keys = (catalog.canonical(each.key) for each in types if isinstance(each, Reference))
    return {catalog[key].name: key for key in keys}


def _anything(was: dict[str, list[Type]], now: dict[str, list[Type]]) -> Relation:
    """Where a side admits anything."""
    if "any" in was and "any" in now:
        return Relation()
    return Relation("narrowed" if "any" in was else "widened", converted=True)


def _scalar(was: list[Type], now: list[Type]) -> Relation:
    listed, lists = _values(was), _values(now)
    if listed is not None and lists is not None:
        return Relation(
            added=tuple(value for value in lists if value not in listed),
            removed=tuple(value for value in listed if value not in lists),
        )
    if listed is not None or lists is not None:
        return Relation(listing="narrowed" if listed is None else "widened")
    old, new = _format(was), _format(now)
    converted = old != new and bool({old, new} & _CONVERTED)
    return Relation(_formats(old, new), converted=converted)


def _formats(old: str, new: str) -> Effect:
    if old == new:
        return "none"
    if (old, new) in _WIDER or not new:
        return "widened"
    return "narrowed" if (new, old) in _WIDER or not old else "changed"


def _together(found: list[Relation]) -> Relation:
    effects: list[Effect] = [each.effect for each in found]
    nulls: list[Effect] = [each.null for each in found]
    listings: list[Effect] = [each.listing for each in found]
    return Relation(
        joined(*effects),
        joined(*nulls),
        tuple(value for each in found for value in each.added),
        tuple(value for each in found for value in each.removed),
        joined(*listings),
        any(each.converted for each in found),
        tuple(pair for each in found for pair in each.pairs),
    )


def _by_kind(type_: Type, catalog: Catalog, open_: Opened = frozenset()) -> dict[str, list[Type]]:
    found: dict[str, list[Type]] = {}
    for each in alternatives(type_, catalog, open_):
        found.setdefault(_kind_of(each, catalog), []).append(each)
    return found


def alternatives(type_: Type, catalog: Catalog, open_: Opened) -> Iterator[Type]:
    """The types that a type is one of, null and each kind of listed values for themselves.

    Args:
        type_: what to take apart.
        catalog: what its references mean.
        open_: which named definitions are taken apart, too: `union`, `enumeration`.
    """
    match type_:
        case Nullable(inner):
            yield from alternatives(inner, catalog, open_)
            yield Primitive("null")
        case AnyOf(options):
            for option in options:
                yield from alternatives(option, catalog, open_)
        case Choice(values):
            for kind in dict.fromkeys(map(_json_kind, values)):
                yield Choice(tuple(value for value in values if _json_kind(value) == kind))
        case Reference(key):
            definition = catalog[key]
            if isinstance(definition, Enumeration) and "enumeration" in open_:
                yield from alternatives(Choice(definition.values), catalog, open_)
            elif isinstance(definition, Alias):
                yield from alternatives(definition.type, catalog, open_)
            elif isinstance(definition, Union) and "union" in open_:
                for option in definition.options:
                    yield from alternatives(option, catalog, open_)
            else:
                yield type_
        case _:
            yield type_


def _kind_of(type_: Type, catalog: Catalog) -> str:
    match type_:
        case Anything():
            return "any"
        case Binary():
            return "binary"
        case Primitive(kind=kind):
            return kind
        case Choice(values):
            return _json_kind(values[0])
        case ListOf():
            return "list"
        case MapOf():
            return "map"
        case Reference(key):
            named: dict[type, str] = {Union: "union", Enumeration: "enumeration"}
            return named.get(type(catalog[key]), "model")
        case _:
            return "any"


def _json_kind(value: Json) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    return "integer" if isinstance(value, int) else "number"


def _inner(type_: Type) -> Type:
    match type_:
        case ListOf(inner) | MapOf(inner):
            return inner
        case _:
            return Anything()


def _values(types: list[Type]) -> list[Json] | None:
    """The listed values, None where any value of the kind will do."""
    if not all(isinstance(each, Choice) for each in types):
        return None
    return [value for each in types if isinstance(each, Choice) for value in each.values]


def _format(types: Iterable[Type]) -> str:
    return next((each.format for each in types if isinstance(each, Primitive)), "")


def _names(type_: Type) -> bool:
    match type_:
        case Reference():
            return True
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return _names(inner)
        case AnyOf(options):
            return any(map(_names, options))
        case _:
            return False
