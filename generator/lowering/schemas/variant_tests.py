"""Variant tests: what distinguishes the variants of a union without a discriminator.

The most reliable test comes first: a constant that only one variant has, then a member that only one has, then, among
variants with the same members, the JSON type of a member, a value, or which members they require. A variant whose
members another one has as well is tested after it, because a missing member proves little: servers leave out what is
optional. If no test separates two variants, warn and decode to the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import chain

from attrs import define, field, frozen

from ...ir.definitions import Catalog, Model, Union, VariantTest
from ...ir.traversal import flatten_variants, list_enumerated_values
from ...ir.types import Binary, Json, ListOf, MapOf, Primitive, Reference, Type
from ...openapi.metamodel import JSON_TYPES

OrderedTests = tuple[tuple[VariantTest, Type], ...]
_ALL_JSON_TYPES = frozenset({"string", "boolean", "number", "array", "object"})


@frozen
class _MemberFacts:
    """A member of a variant."""

    required: bool
    values: tuple[Json, ...]
    """The values that are listed, if any are."""
    json_types: frozenset[str]
    """The JSON types that it may have, without null, which distinguishes nothing."""


@frozen(eq=False)
class _Shape:
    """The members that an object of a variant may have."""

    type: Type
    members: dict[str, _MemberFacts]

    def required(self) -> set[str]:
        return {name for name, facts in self.members.items() if facts.required}


@define
class VariantTests:
    """Finds the tests of unions in a catalog whose definitions are complete."""

    catalog: Catalog
    _shapes: dict[str, _Shape | None] = field(factory=dict)

    def find(self, union: Union) -> tuple[OrderedTests, tuple[tuple[Type, Type], ...]]:
        """Return the tests of `union` in the order in which to try them, and the variants that no test separates."""
        options = flatten_variants(self.catalog, union.options)
        tested = options if union.discriminator is None else []
        objects = [shape for each in tested if (shape := self._make_shape(each)) is not None]
        items = [
            _Shape(each, shape.members)
            for each in options
            if isinstance(each, ListOf) and (shape := self._make_shape(each.item)) is not None
        ]
        tests, same = _find_tests(objects)
        more, others = _find_tests(items)
        return tests + more, same + others

    def _make_shape(self, option: Type) -> _Shape | None:
        """Return what objects of a variant may have; None where it has no objects, or any."""
        definition = self.catalog[option.key] if isinstance(option, Reference) else None
        if definition is None or not isinstance(definition, (Model, Union)):
            return None
        key = definition.key
        if key not in self._shapes:
            self._shapes[key] = None  # where it contains itself
            members = (
                {
                    each.name: self._make_facts(each.type, each.required and not each.lenient)
                    for each in definition.members
                }
                if isinstance(definition, Model)
                else self._join(definition)
            )
            self._shapes[key] = _Shape(Reference(key), members) if members else None
        return self._shapes[key]

    def _join(self, union: Union) -> dict[str, _MemberFacts]:
        """Return what the variants of a union with a discriminator have in common."""
        shapes = [
            shape
            for each in flatten_variants(self.catalog, union.options)
            if (shape := self._make_shape(each)) is not None
        ]
        common: dict[str, list[_MemberFacts]] = {}
        for shape in shapes:
            for name, facts in shape.members.items():
                common.setdefault(name, []).append(facts)
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
            for name, all_ in common.items()
        }

    def _make_facts(self, type_: Type, required: bool) -> _MemberFacts:
        variants = flatten_variants(self.catalog, (type_,))
        own = [list_enumerated_values(self.catalog, each) for each in variants]
        values = tuple(chain(*own)) if all(own) else ()
        return _MemberFacts(
            required, values, frozenset[str]().union(*map(self._list_kinds, variants))
        )

    def _list_kinds(self, type_: Type) -> frozenset[str]:
        """Return the JSON types of a value of `type_`."""
        values = list_enumerated_values(self.catalog, type_)
        if values:
            return frozenset(
                _merge_integers(JSON_TYPES[type(value)]) for value in values if value is not None
            )
        match type_:
            case Primitive(kind="null"):
                return frozenset()
            case Primitive(kind=kind):
                return frozenset({_merge_integers(kind)})
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


def _merge_integers(json_type: str) -> str:
    """Return `json_type`; "number" for integers, which a server may send as `1.0`."""
    return "number" if json_type == "integer" else json_type


def _find_tests(shapes: list[_Shape]) -> tuple[OrderedTests, tuple[tuple[Type, Type], ...]]:
    """Return the tests of `shapes`, and the variants without one, each with the variant it is decoded as."""
    if len(shapes) < 2:
        return tuple((VariantTest(tuple(each.members)), each.type) for each in shapes), ()
    by_values, remaining = _test_exclusive_values(shapes)
    by_value = {name for test, _ in by_values for name in test.members}
    tested: set[str] = set()
    ambiguous: list[tuple[Type, Type]] = []
    while remaining:
        attempts = (strategy(remaining, by_value) for strategy in _STRATEGIES)
        tests = next((each for each in attempts if each), dict[_Shape, VariantTest]())
        if (
            not tests
        ):  # no strategy separates them: the first one represents those without further members
            first = remaining[0]
            tests = {first: VariantTest(tuple(first.members))}
            explained = tested | first.members.keys()
            same = dict.fromkeys(each for each in remaining[1:] if each.members.keys() <= explained)
            ambiguous += [(each.type, first.type) for each in same]
            remaining = [each for each in remaining if each not in same]
        by_values += [(test, each.type) for each, test in tests.items()]
        tested |= {name for test in tests.values() if test.is_presence for name in test.members}
        remaining = [each for each in remaining if each not in tests]
    return (*by_values, *_test_shared_members(shapes, tested)), tuple(ambiguous)


def _test_exclusive_values(
    shapes: list[_Shape],
) -> tuple[list[tuple[VariantTest, Type]], list[_Shape]]:
    """Test values of members that list them in every variant; return the tests, and the variants that need others."""
    tested: list[tuple[VariantTest, Type]] = []
    remaining = dict.fromkeys(shapes)
    owners: dict[str, list[_Shape]] = {}
    for each in shapes:
        for name in each.members:
            owners.setdefault(name, []).append(each)
    for name, having in owners.items():
        users = [each for each in having if each in remaining]
        if not all(each.members[name].values for each in users):
            continue
        tests = _find_distinct_values(users, name)
        if len(tests) < 2:
            continue
        tested += [(test, each.type) for each, test in tests.items()]
        for each, test in tests.items():
            if _is_decided(each, test):
                del remaining[each]
    return tested, list(remaining)


def _is_decided(shape: _Shape, test: VariantTest) -> bool:
    """Return whether an object that fails the test is none of `shape`: it must have that one value."""
    return len(test.values) == 1 and shape.members[test.members[0]].required


def _find_distinct_values(shapes: list[_Shape], name: str) -> dict[_Shape, VariantTest]:
    """Return tests for the values of `name` that only one of `shapes` lists."""
    count = Counter(value for each in shapes for value in each.members[name].values)
    own = {
        each: tuple(value for value in each.members[name].values if count[value] == 1)
        for each in shapes
    }
    return {each: VariantTest((name,), values=values) for each, values in own.items() if values}


def _test_unique_members(shapes: list[_Shape], by_value: set[str]) -> dict[_Shape, VariantTest]:
    """Test members that only one variant has, except those whose values are tested."""
    names = {each: [name for name in each.members if name not in by_value] for each in shapes}
    return _test_unique_names(shapes, names)


def _test_unique_required_members(
    shapes: list[_Shape], by_value: set[str]
) -> dict[_Shape, VariantTest]:
    """Test members that only one variant requires."""
    names = {
        each: [
            name for name, facts in each.members.items() if facts.required and name not in by_value
        ]
        for each in shapes
    }
    return _test_unique_names(shapes, names)


def _test_unique_names(
    shapes: list[_Shape], names: dict[_Shape, list[str]]
) -> dict[_Shape, VariantTest]:
    count = Counter(name for each in shapes for name in names[each])
    own = {each: tuple(name for name in names[each] if count[name] == 1) for each in shapes}
    return {each: VariantTest(unique) for each, unique in own.items() if unique}


def _test_json_types(shapes: list[_Shape], _: set[str]) -> dict[_Shape, VariantTest]:
    """Test a member that has a JSON type in one variant which it has in no other."""
    tests: dict[_Shape, VariantTest] = {}
    for shape in shapes:
        for name, facts in shape.members.items():
            others = [
                each.members[name] for each in shapes if each is not shape and name in each.members
            ]
            if (
                facts.json_types
                and others
                and not any(facts.json_types & each.json_types for each in others)
            ):
                tests[shape] = VariantTest((name,), json_types=tuple(sorted(facts.json_types)))
                break
    return tests


def _test_values(shapes: list[_Shape], _: set[str]) -> dict[_Shape, VariantTest]:
    """Test a value that one variant lists, of a member that others have with any value."""
    for name in dict.fromkeys(name for each in shapes for name in each.members):
        users = [each for each in shapes if name in each.members]
        if tests := _find_distinct_values(users, name):
            return tests
    return {}


_STRATEGIES: tuple[Callable[[list[_Shape], set[str]], dict[_Shape, VariantTest]], ...] = (
    _test_unique_members,
    _test_json_types,
    _test_values,
    _test_unique_required_members,
)


def _test_shared_members(shapes: list[_Shape], tested: set[str]) -> list[tuple[VariantTest, Type]]:
    """Test members that several variants have and no test uses: they mean the first one that requires no other."""
    count = Counter(name for each in shapes for name in each.members)
    shared: dict[Type, list[str]] = {}
    for name in count:
        if count[name] > 1 and name not in tested:
            users = [each for each in shapes if name in each.members]
            satisfied = [
                each for each in users if not any(count[own] == 1 for own in each.required())
            ]
            shared.setdefault((satisfied or users)[0].type, []).append(name)
    return [(VariantTest(tuple(names)), type_) for type_, names in shared.items()]
