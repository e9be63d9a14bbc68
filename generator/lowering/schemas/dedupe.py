"""Equal schemas share a class.

Equal components stay separate: two names are two things. Of schemas written in place that
have the same members of the same types, the one that stands highest gives its name to all, whatever precedes it in
the document, unless a package has a name for one of them already. Prose makes no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from ...ir.definitions import (
    Alias,
    Catalog,
    Definition,
    Enumeration,
    Member,
    Model,
    Union,
    depth_key,
    is_component,
)
from ...ir.traversal import component_types, referenced_keys
from ...ir.types import AnyOf, Choice, ListOf, MapOf, Nullable, Reference, Type
from .constraints import DOCUMENTED


def merge_duplicates(catalog: Catalog, rank: Callable[[str], Any] = depth_key) -> None:
    """Remove all but one of equal definitions from `catalog`, and enter in `merged` which one represents them."""
    first: dict[Hashable, str] = {}
    listed: dict[int, Hashable] = {}
    for key in _postorder(catalog):
        definition = catalog.definitions[key]
        if is_component(key) or isinstance(definition, Alias):
            continue
        original = first.setdefault(_structural_key(definition, catalog, listed), key)
        if original != key:
            catalog.merged[key] = original
    _choose_representatives(catalog, rank)
    for key in catalog.merged:
        del catalog.definitions[key]


def _choose_representatives(catalog: Catalog, rank: Callable[[str], Any]) -> None:
    """Choose which of equal definitions represents the others, whatever their order."""
    groups: dict[str, list[str]] = {}
    for key, original in catalog.merged.items():
        groups.setdefault(original, [original]).append(key)
    catalog.merged.clear()
    for group in groups.values():
        representative = min(group, key=rank)
        catalog.merged.update({key: representative for key in group if key != representative})


def _postorder(catalog: Catalog) -> list[str]:
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
                for type_ in component_types(catalog.definitions[key])
                for each in referenced_keys(type_)
            )
            waiting += [
                each for each in below if each not in entered and each in catalog.definitions
            ]
    return list(done)


def _structural_key(
    definition: Definition, catalog: Catalog, listed: dict[int, Hashable]
) -> Hashable:
    """Return what equal definitions have in common; `listed` caches members by identity, since classes share them."""
    match definition:
        case Model():
            extra = (
                _type_key(definition.additional, catalog)
                if definition.additional is not None
                else None
            )
            members = listed.get(id(definition.members))
            if members is None:
                members = tuple([_member_key(member, catalog) for member in definition.members])
                listed[id(definition.members)] = members
            return ("model", members, extra, definition.deprecated)
        case Union(options=options, discriminator=tag):
            variants = [
                (type(value), value, _type_key(option, catalog))
                for value, option in (tag.variants if tag else ())
            ]
            member = tag.member if tag else ""
            return (
                "union",
                tuple(_type_key(option, catalog) for option in options),
                member,
                tuple(variants),
            )
        case Enumeration(values=values):
            return ("values", tuple((type(value), value) for value in values))
        case Alias(key):
            return ("alias", key)


def _member_key(member: Member, catalog: Catalog) -> Hashable:
    flags = (member.required, member.lenient, member.secret, member.read_only, member.write_only)
    constraints = tuple(
        (key, repr(value)) for key, value in member.constraints if key in DOCUMENTED
    )
    return (
        member.name,
        _type_key(member.type, catalog),
        *flags,
        member.deprecated,
        constraints,
    )


def _type_key(type_: Type, catalog: Catalog) -> Hashable:
    match type_:
        case Reference(key):
            return ("reference", catalog.canonical(key))
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return (type(type_).__name__, _type_key(inner, catalog))
        case AnyOf(options):
            return ("any", tuple(_type_key(option, catalog) for option in options))
        case Choice(values):
            return ("values", tuple((type(value), value) for value in values))
        case _:
            return type_
