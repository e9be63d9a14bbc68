"""The comparison of constraints: both schemas are walked together, position by position.

The IR keeps what decides about types. Bounds and other keywords stay in the document, so this walk reads them there,
wherever they stand: in `anyOf`, in map values, behind references, at the body itself. A component is walked once for
each direction; the operations that lead to it are found by `UsageGraph`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from attrs import define, evolve, field, frozen

from ..openapi.loading import Node
from .changes import Change, Direction, Effect, Verdict, judge
from .constraint_relation import AMOUNTS, ConstraintChange, compare_constraints, describe_constraint
from .schema_effect import SchemaRelation
from .schema_view import Schemas, SchemaView, place_of
from .snapshot import SnapshotPair
from .value_positions import PositionContext

ComponentUse: TypeAlias = tuple[str, str, Direction]
"""A component on both sides, by place, and the direction of its values."""

_DEPTH: Final = 40
"""How deep schemas may be nested before a comparison stops."""
_HIDDEN: Final[dict[Direction, str]] = {"request": "readOnly", "response": "writeOnly"}
"""The keyword of members that do not go in a direction."""
_RANK: Final = {"closed": 0, "typed": 1, "open": 2}


@frozen
class Position:
    """A position inside a root or a component."""

    context: PositionContext
    """The root or component itself."""
    path: str = ""
    """The members that lead to it: `filter.limit`."""
    steps: str = ""
    """What the position is of the last member: "the items of "."""
    first: str = ""
    """The first member of the path, by its wire name."""
    depth: int = 0
    is_argument_object: bool = False
    """Whether it is a body whose members are arguments; what else it takes is compared by the IR."""

    def enter_member(self, name: str) -> Position:
        """Return the position of a member."""
        path = f"{self.path}.{name}" if self.path else name
        path = f"{self.path}[].{name}" if self.path and self.steps else path
        return evolve(
            self, path=path, steps="", first=self.first or name,
            depth=self.depth + 1, is_argument_object=False,
        )  # fmt: skip

    def step(self, word: str) -> Position:
        """Return the position of the items or values."""
        steps = f"the {word} of {self.steps}"
        return evolve(self, steps=steps, depth=self.depth + 1, is_argument_object=False)

    def resolve(self, names: dict[str, str]) -> PositionContext:
        """Return what the position is called; `names` are the Python names of first members."""
        context = self.context
        api, python, check = context.api, context.python, context.check
        if self.path:
            api = f"the member `{self.path}` of {api}"
            name = names.get(self.first, self.first)
            is_method = check == "request-body"
            python = python.strip("`") + (f"({name}=)" if is_method else f".{name}")
            python = f"`{python}`"
            if check in ("request-body", "response-body"):
                check = check.replace("-body", "-property")
        return evolve(context, api=f"{self.steps}{api}", python=python, check=check)


@define
class SchemaWalk:
    """Compares schemas of two documents."""

    pair: SnapshotPair
    old: Schemas
    new: Schemas
    _changes: list[Change] = field(factory=list)
    _below: dict[ComponentUse, None] = field(factory=dict)
    _active: set[tuple[tuple[str, ...], tuple[str, ...]]] = field(factory=set)
    _names: dict[str, str] = field(factory=dict)
    _relation: SchemaRelation = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._relation = SchemaRelation(self.old, self.new)

    def compare(
        self,
        context: PositionContext,
        old: Node,
        new: Node,
        names: dict[str, str],
        *,
        is_argument_object: bool = False,
        is_component: bool = False,
    ) -> tuple[list[Change], list[ComponentUse]]:
        """Compare two schemas.

        Args:
            context: what they are called.
            old: the schema before.
            new: the schema now.
            names: the Python names of their members, by wire name.
            is_argument_object: whether the members are arguments of a method.
            is_component: whether the schemas are components, which are entered at once.

        Returns:
            The changes, and the components at equal positions, which are left out.
        """
        self._changes, self._below, self._names = [], {}, names
        position = Position(context, is_argument_object=is_argument_object)
        if is_component and old.value != new.value:
            self._walk_views(position, [old], [new])
        else:
            self._walk(position, [old], [new])
        return self._changes, list(self._below)

    def _walk(self, position: Position, old: list[Node], new: list[Node]) -> None:
        """Compare what stands at a position; components of one name are left to their own comparison."""
        if position.depth > _DEPTH:
            return
        if [each.value for each in old] == [each.value for each in new]:
            for one, other in zip(old, new, strict=True):
                self._add_components(one, other, position.context.direction)
            return
        if len(old) == len(new) == 1:
            was, now = self.old.target(old[0]), self.new.target(new[0])
            if was is not old[0] and now is not new[0] and _is_bare(old[0]) and _is_bare(new[0]):
                if was.key == now.key or self._is_renamed(was, now):
                    self._below[place_of(was), place_of(now), position.context.direction] = None
                    return
                if self.old.view([was]).properties or self.new.view([now]).properties:
                    return  # another model, which the comparison of types reports
        self._walk_views(position, old, new)

    def _add_components(self, old: Node, new: Node, direction: Direction) -> None:
        """Leave the components that two equal schemas refer to to their own comparison."""
        for reference in dict.fromkeys(_iter_references(old.value, direction)):
            was, now = self.old.follow(old, reference), self.new.follow(new, reference)
            if was is not None and now is not None:
                self._below[place_of(was), place_of(now), direction] = None

    def _is_renamed(self, old: Node, new: Node) -> bool:
        was, now = place_of(old), place_of(new)
        catalogs = self.pair.old.catalog.definitions, self.pair.new.catalog.definitions
        return (
            was in catalogs[0]
            and now in catalogs[1]
            and self.pair.types.is_same_definition(was, now)
        )

    def _walk_views(self, position: Position, old: list[Node], new: list[Node]) -> None:
        key = (tuple(map(place_of, old)), tuple(map(place_of, new)))
        if key in self._active:
            return
        self._active.add(key)
        try:
            was, now = self.old.view(old), self.new.view(new)
            if bool(was.alternatives) != bool(now.alternatives):
                old_nodes, new_nodes = was.alternatives or [old], now.alternatives or [new]
            else:
                self._compare_views(position, was, now, (old[0], new[0]))
                old_nodes, new_nodes = was.alternatives, now.alternatives
            for one, other in self._match_alternatives(old_nodes, new_nodes):
                self._walk(evolve(position, depth=position.depth + 1), one, other)
        finally:
            self._active.discard(key)

    def _compare_views(
        self, position: Position, was: SchemaView, now: SchemaView, nodes: tuple[Node, Node]
    ) -> None:
        if was.types and now.types and not was.types & now.types and not _are_numbers(was, now):
            return  # the comparison of types reports it
        for change in compare_constraints(was, now, self._relation.relate):
            self._report(position, change, nodes)
        self._compare_further_members(position, was, now, nodes)
        self._compare_required_names(position, was, now, nodes)
        for name, members in was.properties.items():
            others = now.properties.get(name)
            if others is not None and not _is_hidden(members, others, position.context.direction):
                self._walk(position.enter_member(name), members, others)
        for pattern, members in was.patterns.items():
            if pattern in now.patterns:
                self._walk(position.step("matching members"), members, now.patterns[pattern])
        if was.items and now.items:
            self._walk(position.step("items"), was.items, now.items)
        if was.additional and now.additional:
            word = "further members" if was.properties else "values"
            self._walk(position.step(word), was.additional, now.additional)

    def _match_alternatives(
        self, old: list[list[Node]], new: list[list[Node]]
    ) -> Iterator[tuple[list[Node], list[Node]]]:
        """Pair alternatives by component, then by types, in order."""
        waiting, unmatched = list(old), list(new)
        for identify in (_find_component, _describe_types):
            for one in list(waiting):
                identity = identify(one, self.old)
                other = next(
                    (
                        each
                        for each in unmatched
                        if identity and identify(each, self.new) == identity
                    ),
                    None,
                )
                if other is not None:
                    waiting.remove(one)
                    unmatched.remove(other)
                    yield one, other

    def _compare_further_members(
        self, position: Position, was: SchemaView, now: SchemaView, nodes: tuple[Node, Node]
    ) -> None:
        """Report whether members that are not listed are refused, typed or free."""
        before, after = _describe_additional(was), _describe_additional(now)
        is_certain = "closed" in (before, after) or bool(was.properties and now.properties)
        is_compared_by_ir = position.is_argument_object and "closed" not in (before, after)
        if before != after and is_certain and not is_compared_by_ir:
            effect: Effect = "widened" if _RANK[after] > _RANK[before] else "narrowed"
            direction = position.context.direction
            verdict: Verdict = (
                judge(direction, effect) if direction == "request" else "documentation"
            )
            texts = {
                "closed": "refuses members that are not listed",
                "typed": "has a type for members that are not listed",
                "open": "takes any members that are not listed",
            }
            self._add(
                position, "additional-properties-changed", verdict, texts[after], effect, nodes
            )
        for pattern in was.patterns.keys() ^ now.patterns.keys():
            is_new = pattern in now.patterns
            effect = "narrowed" if is_new else "widened"
            text = f"has {'a' if is_new else 'no'} schema for members that match `{pattern}`"
            check = f"pattern-properties-{'set' if is_new else 'unset'}"
            verdict = judge(position.context.direction, effect)
            self._add(position, check, verdict, text, effect, nodes)

    def _compare_required_names(
        self, position: Position, was: SchemaView, now: SchemaView, nodes: tuple[Node, Node]
    ) -> None:
        """Report members that are required without being described; the others are compared as members."""
        described = was.properties.keys() | now.properties.keys()
        for name in sorted((was.required ^ now.required) - described):
            is_new = name in now.required
            effect: Effect = "narrowed" if is_new else "widened"
            text = (
                f"{'requires' if is_new else 'no longer requires'} the undescribed member `{name}`"
            )
            check = f"required-{'set' if is_new else 'unset'}"
            self._add(
                position, check, judge(position.context.direction, effect), text, effect, nodes
            )

    def _report(
        self, position: Position, change: ConstraintChange, nodes: tuple[Node, Node]
    ) -> None:
        direction = position.context.direction
        is_tolerated = direction == "response" and change.effect == "widened" and change.is_size
        verdict = "additive" if is_tolerated else judge(direction, change.effect)
        self._add(
            position, change.check, verdict, describe_constraint(change), change.effect, nodes
        )

    def _add(
        self,
        position: Position,
        check: str,
        verdict: Verdict,
        text: str,
        effect: Effect,
        nodes: tuple[Node, Node],
    ) -> None:
        context = position.resolve(self._names)
        amount = AMOUNTS.get(effect)
        verb = "takes" if context.direction == "request" else "holds"
        python = f"{verb} {amount} values" if amount else "has another docstring"
        places = place_of(nodes[0]), place_of(nodes[1])
        self._changes.append(context.change(self.pair, check, verdict, text, python, places))


def _iter_references(value: Any, direction: Direction) -> Iterator[str]:
    """Yield the references inside a schema, without members that do not go in the direction."""
    if value.__class__ is dict:
        if value.get(_HIDDEN[direction]) is True:
            return
        reference = value.get("$ref")
        if reference.__class__ is str:
            yield reference
        for each in value.values():
            if each.__class__ is dict or each.__class__ is list:
                yield from _iter_references(each, direction)
    elif value.__class__ is list:
        for each in value:
            yield from _iter_references(each, direction)


def _is_bare(node: Node) -> bool:
    """Return whether the reference at a node has no siblings that apply."""
    return all(key in ("$ref", "description", "summary", "title") for key in node.value)


def _is_hidden(old: list[Node], new: list[Node], direction: Direction) -> bool:
    keyword = _HIDDEN[direction]
    return any(each.plain(keyword) is True for each in old) and any(
        each.plain(keyword) is True for each in new
    )


def _are_numbers(was: SchemaView, now: SchemaView) -> bool:
    numbers = {"integer", "number"}
    return bool(was.types and now.types and was.types & numbers and now.types & numbers)


def _find_component(nodes: list[Node], schemas: Schemas) -> str:
    return schemas.target(nodes[0]).key if nodes[0].text("$ref") is not None else ""


def _describe_types(nodes: list[Node], schemas: Schemas) -> str:
    """Return the types of an alternative; for lists and their like those of the items as well."""
    view = schemas.view(nodes)
    types = view.types or frozenset(
        name for name, has in (("object", view.properties), ("array", view.items)) if has
    )
    inner = view.items or view.additional
    kinds = str(inner[0].plain("type") or inner[0].text("$ref") or "") if inner else ""
    return f"{sorted(types)} {kinds}" if types else ""


def _describe_additional(view: SchemaView) -> str:
    if view.is_closed:
        return "closed"
    return "typed" if view.additional else "open"
