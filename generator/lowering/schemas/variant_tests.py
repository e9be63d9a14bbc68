"""Signs: what tells the variants of a union apart where no single member does.

A value is asked for the surest sign first: a constant that only one variant has, then a member that only one
has, then, among variants with the same members, the JSON type of a member, a value, or which members they
require. Variants that are contained in others are asked after these, because a member that is missing proves
little: servers leave out what is optional. Variants that nothing tells apart are told, and the first is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import chain

from attrs import define, field, frozen

from ...ir.definitions import Catalog, Model, Union, VariantTest
from ...ir.traversal import enumerated_values, flatten_variants
from ...ir.types import Binary, Json, ListOf, MapOf, Primitive, Reference, Type

OrderedTests = tuple[tuple[VariantTest, Type], ...]
_JSON_TYPES = {str: "string", bool: "boolean", int: "number", float: "number"}
_ALL_JSON_TYPES = frozenset({"string", "boolean", "number", "array", "object"})


@frozen
class _MemberFacts:
    """What a variant says of a member."""

    required: bool
    values: tuple[Json, ...]
    """Those that are listed, if they are."""
    json_types: frozenset[str]
    """JSON types that it may have; null tells nothing."""


@frozen(eq=False)
class _Shape:
    """What an object of a variant may have."""

    type: Type
    members: dict[str, _MemberFacts]

    def required(self) -> set[str]:
        return {name for name, facts in self.members.items() if facts.required}


@define
class VariantTests:
    """Finds the signs of unions in a catalog whose definitions are complete."""

    catalog: Catalog
    _shapes: dict[str, _Shape | None] = field(factory=dict)

    def find(self, union: Union) -> tuple[OrderedTests, tuple[tuple[Type, Type], ...]]:
        """The signs of `union`, in the order in which to ask, and which variants are taken for which other."""
        options = flatten_variants(self.catalog, union.options)
        asked = options if union.discriminator is None else []
        objects = [shape for each in asked if (shape := self._shape(each)) is not None]
        items = [
            _Shape(each, shape.members)
            for each in options
            if isinstance(each, ListOf) and (shape := self._shape(each.item)) is not None
        ]
        told, alike = _find_tests(objects)
        more, others = _find_tests(items)
        return told + more, alike + others

    def _shape(self, option: Type) -> _Shape | None:
        """What the objects of a variant look like; None where it has none, or any."""
        definition = self.catalog[option.key] if isinstance(option, Reference) else None
        if definition is None or not isinstance(definition, (Model, Union)):
            return None
        key = definition.key
        if key not in self._shapes:
            self._shapes[key] = None  # where it contains itself
            members = (
                {
                    each.name: self._facts(each.type, each.required and not each.lenient)
                    for each in definition.members
                }
                if isinstance(definition, Model)
                else self._joined(definition)
            )
            self._shapes[key] = _Shape(Reference(key), members) if members else None
        return self._shapes[key]

    def _joined(self, union: Union) -> dict[str, _MemberFacts]:
        """What the variants of a tagged union have together."""
        shapes = [
            shape
            for each in flatten_variants(self.catalog, union.options)
            if (shape := self._shape(each)) is not None
        ]
        found: dict[str, list[_MemberFacts]] = {}
        for shape in shapes:
            for name, facts in shape.members.items():
                found.setdefault(name, []).append(facts)
        return {
            name: _MemberFacts(
                len(all_) == len(shapes) and all(each.required for each in all_),
                (
                    tuple(value for each in all_ for value in each.values)
                    if all(each.values for each in all_)
                    else ()
                ),
                frozenset[str]().union(*(each.json_types for each in all_)),
            )
            for name, all_ in found.items()
        }

    def _facts(self, type_: Type, required: bool) -> _MemberFacts:
        found = flatten_variants(self.catalog, (type_,))
        own = [enumerated_values(self.catalog, each) for each in found]
        values = tuple(chain(*own)) if all(own) else ()
        return _MemberFacts(required, values, frozenset[str]().union(*map(self._kinds, found)))

    def _kinds(self, type_: Type) -> frozenset[str]:
        """The JSON types of a value of `type_`."""
        values = enumerated_values(self.catalog, type_)
        if values:
            return frozenset(_JSON_TYPES[type(value)] for value in values if value is not None)
        match type_:
            case Primitive(kind="null"):
                return frozenset()
            case Primitive(kind=kind):
                return frozenset({"number" if kind == "integer" else kind})
            case Binary():
                return frozenset({"string"})
            case ListOf():
                return frozenset({"array"})
            case MapOf():
                return frozenset({"object"})
            case Reference(key) if isinstance(self.catalog[key], Model):
                return frozenset({"object"})
            case _:
                return _ALL_JSON_TYPES


def _find_tests(shapes: list[_Shape]) -> tuple[OrderedTests, tuple[tuple[Type, Type], ...]]:
    """The signs of `shapes`, and those that have none, each with the one it is taken for."""
    if len(shapes) < 2:
        return tuple((VariantTest(tuple(each.members)), each.type) for each in shapes), ()
    found, left = _test_exclusive_values(shapes)
    valued = {name for sign, _ in found for name in sign.members}
    asked: set[str] = set()
    lost: list[tuple[Type, Type]] = []
    while left:
        found_by = (means(left, valued) for means in _STRATEGIES)
        told = next((each for each in found_by if each), dict[_Shape, VariantTest]())
        if not told:  # nothing does: the first stands for those that have no more than it
            first = left[0]
            told = {first: VariantTest(tuple(first.members))}
            seen = asked | first.members.keys()
            alike = [each for each in left[1:] if each.members.keys() <= seen]
            lost += [(each.type, first.type) for each in alike]
            left = [each for each in left if each not in alike]
        found += [(sign, each.type) for each, sign in told.items()]
        asked |= {name for sign in told.values() if sign.is_presence for name in sign.members}
        left = [each for each in left if each not in told]
    return (*found, *_test_shared_members(shapes, asked)), tuple(lost)


def _test_exclusive_values(
    shapes: list[_Shape],
) -> tuple[list[tuple[VariantTest, Type]], list[_Shape]]:
    """Signs by values that every variant with the member lists, and the variants that need others besides."""
    found: list[tuple[VariantTest, Type]] = []
    left = list(shapes)
    for name in dict.fromkeys(name for each in shapes for name in each.members):
        users = [each for each in left if name in each.members]
        if not all(each.members[name].values for each in users):
            continue
        told = _distinct_values(users, name)
        if len(told) < 2:
            continue
        found += [(sign, each.type) for each, sign in told.items()]
        left = [each for each in left if not _is_decided(each, told.get(each))]
    return found, left


def _is_decided(shape: _Shape, sign: VariantTest | None) -> bool:
    """Whether an object without the sign is none of `shape`: it has to have that one value."""
    return sign is not None and len(sign.values) == 1 and shape.members[sign.members[0]].required


def _distinct_values(shapes: list[_Shape], name: str) -> dict[_Shape, VariantTest]:
    """The values of `name` that one of `shapes` alone lists."""
    count = Counter(value for each in shapes for value in each.members[name].values)
    own = {
        each: tuple(value for value in each.members[name].values if count[value] == 1)
        for each in shapes
    }
    return {each: VariantTest((name,), values=values) for each, values in own.items() if values}


def _test_unique_members(shapes: list[_Shape], valued: set[str]) -> dict[_Shape, VariantTest]:
    """Members that one variant alone has; not those whose values were asked for."""
    names = {each: [name for name in each.members if name not in valued] for each in shapes}
    return _test_unique_names(shapes, names)


def _test_unique_required_members(
    shapes: list[_Shape], valued: set[str]
) -> dict[_Shape, VariantTest]:
    """Members that one variant alone requires."""
    names = {
        each: [name for name, said in each.members.items() if said.required and name not in valued]
        for each in shapes
    }
    return _test_unique_names(shapes, names)


def _test_unique_names(
    shapes: list[_Shape], names: dict[_Shape, list[str]]
) -> dict[_Shape, VariantTest]:
    count = Counter(name for each in shapes for name in names[each])
    own = {each: tuple(name for name in names[each] if count[name] == 1) for each in shapes}
    return {each: VariantTest(found) for each, found in own.items() if found}


def _test_json_types(shapes: list[_Shape], _: set[str]) -> dict[_Shape, VariantTest]:
    """A member that has a JSON type in one variant that it has in no other."""
    found: dict[_Shape, VariantTest] = {}
    for shape in shapes:
        for name, said in shape.members.items():
            others = [
                each.members[name] for each in shapes if each is not shape and name in each.members
            ]
            if (
                said.json_types
                and others
                and not any(said.json_types & each.json_types for each in others)
            ):
                found[shape] = VariantTest((name,), json_types=tuple(sorted(said.json_types)))
                break
    return found


def _test_values(shapes: list[_Shape], _: set[str]) -> dict[_Shape, VariantTest]:
    """A value that one variant lists, of a member that others have with whatever value."""
    for name in dict.fromkeys(name for each in shapes for name in each.members):
        users = [each for each in shapes if name in each.members]
        if told := _distinct_values(users, name):
            return told
    return {}


_STRATEGIES: tuple[Callable[[list[_Shape], set[str]], dict[_Shape, VariantTest]], ...] = (
    _test_unique_members,
    _test_json_types,
    _test_values,
    _test_unique_required_members,
)


def _test_shared_members(shapes: list[_Shape], asked: set[str]) -> list[tuple[VariantTest, Type]]:
    """What several have and nothing asked for yet is good for the first that does not require more."""
    count = Counter(name for each in shapes for name in each.members)
    found: dict[Type, list[str]] = {}
    for name in count:
        if count[name] > 1 and name not in asked:
            users = [each for each in shapes if name in each.members]
            content = [
                each for each in users if not any(count[own] == 1 for own in each.required())
            ]
            found.setdefault((content or users)[0].type, []).append(name)
    return [(VariantTest(tuple(names)), type_) for type_, names in found.items()]
