"""How two schemas relate as a whole: whether the new one admits fewer values, more, the same or others.

For schemas inside keywords such as `contains`, `not` and `prefixItems`, where a single verdict is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from ..openapi.loading import Node
from .changes import Effect, combine_effects
from .constraint_relation import compare_constraints
from .schema_view import Schemas, SchemaView, place_of


@define
class SchemaRelation:
    """Compares schemas of two documents; where it is not certain, they admit other values."""

    old: Schemas
    new: Schemas
    _active: set[tuple[tuple[str, ...], tuple[str, ...]]] = field(factory=set)

    def relate(self, old: list[Node], new: list[Node]) -> Effect:
        """Return what `new` does to the values that `old` admits; no schemas admit any value."""
        key = (tuple(map(place_of, old)), tuple(map(place_of, new)))
        if key in self._active:
            return "none"
        self._active.add(key)
        try:
            return combine_effects(*self._iter_effects(self.old.view(old), self.new.view(new)))
        finally:
            self._active.discard(key)

    def _iter_effects(self, was: SchemaView, now: SchemaView) -> Iterator[Effect]:
        yield _compare_sets(_expand_types(was), _expand_types(now))
        yield _compare_sets(_list_values(was), _list_values(now))
        for change in compare_constraints(was, now, self.relate):
            yield change.effect
        if was.required != now.required:
            yield (
                "narrowed"
                if was.required < now.required
                else ("widened" if now.required < was.required else "changed")
            )
        yield from self._iter_member_effects(was, now)
        yield self.relate(was.items, now.items) if was.items or now.items else "none"
        yield self._relate_alternatives(was.alternatives, now.alternatives)

    def _iter_member_effects(self, was: SchemaView, now: SchemaView) -> Iterator[Effect]:
        for name in was.properties.keys() | now.properties.keys():
            one = was.properties.get(name, was.additional)
            other = now.properties.get(name, now.additional)
            if name not in was.properties and was.is_closed:
                yield "widened"
            elif name not in now.properties and now.is_closed:
                yield "narrowed"
            else:
                yield self.relate(one, other)
        for pattern in was.patterns.keys() | now.patterns.keys():
            yield self.relate(was.patterns.get(pattern, []), now.patterns.get(pattern, []))
        if was.is_closed != now.is_closed:
            yield "narrowed" if now.is_closed else "widened"
        elif was.additional or now.additional:
            yield self.relate(was.additional, now.additional)

    def _relate_alternatives(self, old: list[list[Node]], new: list[list[Node]]) -> Effect:
        """Compare alternatives; those that admit the same are pairs, whatever their order."""
        if not old and not new:
            return "none"
        if not old or not new:
            return "narrowed" if new else "widened"
        added = list(new)
        removed: list[list[Node]] = []
        for one in old:
            equal = next((each for each in added if self.relate(one, each) == "none"), None)
            if equal is None:
                removed.append(one)
            else:
                added.remove(equal)
        if len(added) == len(removed):
            pairs = zip(removed, added, strict=True)
            effects: list[Effect] = [self.relate(one, other) for one, other in pairs]
            return combine_effects(*effects)
        if added and removed:
            return "changed"
        return "narrowed" if removed else "widened"


def _expand_types(view: SchemaView) -> frozenset[str] | None:
    """Return the types of a schema; every integer is a number."""
    if view.types is not None and "number" in view.types:
        return view.types | {"integer"}
    return view.types


def _list_values(view: SchemaView) -> frozenset[str] | None:
    return None if view.values is None else frozenset(map(repr, view.values))


def _compare_sets(old: frozenset[str] | None, new: frozenset[str] | None) -> Effect:
    """Compare sets of what is admitted, where None is everything."""
    if old == new:
        return "none"
    if old is None or (new is not None and new < old):
        return "narrowed"
    return "widened" if new is None or old < new else "changed"
