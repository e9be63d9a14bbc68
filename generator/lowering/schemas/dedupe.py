"""Equal schemas share a class.

Equal components stay separate: two names are two things. A schema written in place that has the same members of the
same types as one component is that component. Where several components are equal to it, or it has a single member,
which many things have, it stays a class of its own. Of the schemas that are left, the one that stands highest gives its
name to all that are equal, whatever precedes it in the document, unless a package has a name for one of them already.
Prose makes no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from attrs import define, field

from ...ir.definitions import (
    Alias,
    Catalog,
    Definition,
    Enumeration,
    Member,
    Model,
    Union,
    is_component,
    make_depth_key,
)
from ...ir.traversal import list_component_types, list_referenced_keys
from ...ir.types import AnyOf, Choice, ListOf, MapOf, Nullable, Reference, Type
from .constraints import DOCUMENTED


def merge_duplicates(catalog: Catalog, rank: Callable[[str], Any] = make_depth_key) -> None:
    """Remove all but one of equal definitions from `catalog`, and enter in `merged` which one represents them."""
    order = _list_in_postorder(catalog)
    components: dict[str, str] = {}
    while True:  # what refers to a component and what refers to its equal are equal as well
        groups = _group_equals(catalog, order, components)
        certain = {key: each.component for each in groups for key in each.inline if each.component}
        if certain == components:
            break
        components = certain
    catalog.merged.clear()
    for group in groups:
        representative = group.component or min(group.inline, key=rank, default="")
        catalog.merged.update(
            {key: representative for key in group.inline if key != representative}
        )
    for key in catalog.merged:
        del catalog.definitions[key]


def _group_equals(catalog: Catalog, order: list[str], components: dict[str, str]) -> list[_Group]:
    """Group the definitions that are equal, where `components` says which of them are components."""
    groups: dict[Hashable, _Group] = {}
    listed: dict[int, Hashable] = {}
    catalog.merged.clear()
    catalog.merged.update(components)
    for key in order:
        definition = catalog.definitions[key]
        if isinstance(definition, Alias):
            continue
        group = groups.setdefault(
            _make_structural_key(definition, catalog, listed), _Group(definition)
        )
        if is_component(key):
            group.components.append(key)
        else:
            group.inline.append(key)
            catalog.merged.setdefault(key, group.inline[0])
    return list(groups.values())


@define
class _Group:
    """The keys of definitions that are equal to `definition`."""

    definition: Definition
    components: list[str] = field(factory=list)
    inline: list[str] = field(factory=list)

    @property
    def component(self) -> str | None:
        """The component that all of them are; None where that is not certain."""
        is_distinct = not isinstance(self.definition, Model) or len(self.definition.members) > 1
        return self.components[0] if len(self.components) == 1 and is_distinct else None


def _list_in_postorder(catalog: Catalog) -> list[str]:
    """Return the keys so that a definition follows those that it uses, unless they use each other."""
    done: dict[str, None] = {}
    entered: set[str] = set()
    for root in catalog.definitions:
        waiting = [root]
        while waiting:
            key = waiting[-1]
            if key in entered:
                waiting.pop()
                done.setdefault(key)
                continue
            entered.add(key)
            below = (
                each
                for type_ in list_component_types(catalog.definitions[key])
                for each in list_referenced_keys(type_)
            )
            waiting += [
                each for each in below if each not in entered and each in catalog.definitions
            ]
    return list(done)


def _make_structural_key(
    definition: Definition, catalog: Catalog, listed: dict[int, Hashable]
) -> Hashable:
    """Return what equal definitions have in common; `listed` caches members by identity, since classes share them."""
    match definition:
        case Model():
            extra = (
                _make_type_key(definition.additional, catalog)
                if definition.additional is not None
                else None
            )
            members = listed.get(id(definition.members))
            if members is None:
                members = tuple(
                    [_make_member_key(member, catalog) for member in definition.members]
                )
                listed[id(definition.members)] = members
            return ("model", members, extra, definition.deprecated)
        case Union(options=options, discriminator=tag):
            variants = [
                (type(value), value, _make_type_key(option, catalog))
                for value, option in (tag.variants if tag else ())
            ]
            member = tag.member if tag else ""
            return (
                "union",
                tuple(_make_type_key(option, catalog) for option in options),
                member,
                tuple(variants),
            )
        case Enumeration(values=values):
            return ("values", tuple((type(value), value) for value in values))
        case Alias(key):
            return ("alias", key)


def _make_member_key(member: Member, catalog: Catalog) -> Hashable:
    flags = (member.required, member.lenient, member.secret, member.read_only, member.write_only)
    constraints = tuple(
        (key, repr(value)) for key, value in member.constraints if key in DOCUMENTED
    )
    return (
        member.name,
        _make_type_key(member.type, catalog),
        *flags,
        member.deprecated,
        constraints,
    )


def _make_type_key(type_: Type, catalog: Catalog) -> Hashable:
    match type_:
        case Reference(key):
            return ("reference", catalog.find_canonical(key))
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return (type(type_).__name__, _make_type_key(inner, catalog))
        case AnyOf(options):
            return ("any", tuple(_make_type_key(option, catalog) for option in options))
        case Choice(values):
            return ("values", tuple((type(value), value) for value in values))
        case _:
            return type_
