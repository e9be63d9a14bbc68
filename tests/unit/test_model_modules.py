"""Where definitions live: with who uses them, in modules of readable size, whatever else is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.ir.definitions import Catalog, Definition, Member, Model
from generator.ir.traversal import build_reference_graph
from generator.ir.types import Reference
from generator.python.naming.model_modules import OTHERS, SHARED, Partition
from generator.python.naming.model_modules import partition_definitions as partition_of


def catalog(**uses: tuple[str, ...]) -> Catalog:
    """Models by name, with the models each uses."""
    definitions: dict[str, Definition] = {
        name: Model(name, name, "", tuple(Member(each, Reference(each), False) for each in used))
        for name, used in uses.items()
    }
    return Catalog(definitions)


def partition(
    made: Catalog,
    uses: Sequence[tuple[str, Iterable[str]]],
    parents: Mapping[str, str] = {},
) -> Partition:
    """The partition of a catalog by what its own definitions mention."""
    return partition_of(made, build_reference_graph(made), uses, parents)


def test_what_several_modules_use_is_shared_and_so_is_all_below_it() -> None:
    assigned = partition(
        catalog(
            Pet=("Owner",),
            Order=("Owner", "Line"),
            Owner=("Address",),
            Line=(),
            Address=("Owner",),
            Spare=("Line",),
        ),
        [("pets", ["Pet"]), ("orders", ["Order"])],
    )
    assert assigned.modules == {
        "Pet": "pets",
        "Order": "orders",
        "Line": "orders",
        "Owner": SHARED,
        "Address": SHARED,
        "Spare": OTHERS,
    }
    assert not assigned.divided


def test_a_long_module_is_divided_by_the_words_of_names() -> None:
    kinds = {f"Invoice{each}": () for each in "ABCDEFGHIJKLMNOP"} | {
        f"User{each}": () for each in "ABCDEFGH"
    }
    rest = {f"{each}thing": () for each in "abcdefghijklmnopqrstuv"}
    assigned = partition(catalog(**kinds, **rest), [("x", [*kinds, *rest])])
    sizes = Counter(assigned.modules.values())
    assert sizes == {"x_invoice": 16, "x_user": 8, "x": 22}
    assert assigned.divided == {"x_invoice", "x_user", "x"}
    assert set(assigned.owners.values()) == {"x"}


def test_no_module_stays_long_whatever_letter_its_names_begin_with() -> None:
    names = [f"{first}{second}Thing" for first in "Sa" for second in "abcdefghijklmnopqrstuvwxyz"]
    names += [f"Sa{letter}r" for letter in "bcdefghijklmnopqrstuvwxyz"] + ["S", "Sa"]
    assigned = partition(catalog(**dict.fromkeys(names, ())), [("x", names)])
    assert max(Counter(assigned.modules.values()).values()) <= 40
    assert {assigned.modules[each] for each in ("Sabr", "Sacr")} == {"x_sa"}


def test_one_more_definition_moves_no_other() -> None:
    names = [f"{word}{number}" for word in ("Bill", "Card", "Deal") for number in range(20)]
    before = partition(catalog(**dict.fromkeys(names, ())), [("x", names)]).modules
    more = [*names[:30], "Extra", *names[30:]]
    after = partition(catalog(**dict.fromkeys(more, ())), [("x", more)]).modules
    assert {name: after[name] for name in names} == before


def test_what_several_below_one_resource_use_lives_with_it() -> None:
    assigned = partition(
        catalog(Filter=("Key",), Key=(), Page=()),
        [
            ("api_a", ["Filter"]),
            ("api_b", ["Filter", "Page"]),
            ("z", ["Page"]),
        ],
        {"api_a": "api", "api_b": "api"},
    ).modules
    assert assigned == {"Filter": "api", "Key": "api", "Page": "shared"}
