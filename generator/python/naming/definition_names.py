"""The Python names of definitions and their members."""

from __future__ import annotations

from collections.abc import Mapping, Set
from types import MappingProxyType

from attrs import frozen

from ...ir.definitions import Catalog, Definition, Model, Union, is_component, make_depth_key
from . import reserved
from .identifiers import Scope, pascal, snake


@frozen
class ClassNames:
    """The names of one definition.

    Attributes:
        name: the class or the named type.
        dict_name: the typed dict, where the definition is also an input.
        unknown: the class of unknown variants, where a union is tagged.
    """

    name: str
    dict_name: str
    unknown: str


def name_classes(
    catalog: Catalog, inputs: Set[str], locked: Mapping[str, tuple[str, str]] = MappingProxyType({})
) -> dict[str, ClassNames]:
    """Name the classes of each definition.

    Definitions with a name in the package choose first, then components, then others by their depth in the document.

    Args:
        catalog: the definitions.
        inputs: the definitions that are sent.
        locked: module and name of the definitions that a package has named.
    """
    scope = Scope(reserved.MODEL_MODULE)
    order = sorted(
        catalog.definitions,
        key=lambda key: (key not in locked, not is_component(key), *make_depth_key(key)),
    )
    names: dict[str, str] = {}
    for key in order:
        name = pascal(locked[key][1] if key in locked else catalog[key].name)
        names[key] = scope.claim(f"{name}Model" if name in reserved.MODEL_MODULE else name)
    classes: dict[str, ClassNames] = {}
    for key in order:
        definition, name = catalog[key], names[key]
        is_input = key in inputs and isinstance(definition, (Model, Union))
        tag = definition.discriminator if isinstance(definition, Union) else None
        has_unknown = tag is not None and tag.default is None
        classes[key] = ClassNames(
            name,
            scope.claim(f"{name}Dict") if is_input else "",
            scope.claim(f"Unknown{name}") if has_unknown else "",
        )
    return classes


def find_caseless(classes: Mapping[str, ClassNames]) -> frozenset[str]:
    """Return the classes whose names look like those of functions, because their script has no capitals."""
    names = (each for one in classes.values() for each in (one.name, one.dict_name, one.unknown))
    return frozenset(name for name in names if name and not name[0].isupper())


def name_locally(classes: Mapping[str, ClassNames]) -> dict[str, str]:
    """Name the classes that are imported under another name, because theirs means something else there.

    Modules of decoders define constants, and names of resource classes end in `Resource`.
    """
    names = [each for one in classes.values() for each in (one.name, one.dict_name, one.unknown)]
    scope = Scope(reserved.IMPORTED | frozenset(filter(None, names)))
    return {
        name: scope.claim(f"{name}Model")
        for name in sorted(filter(None, names))
        if name in reserved.IMPORTED or name.endswith("Resource") or name.isupper()
    }


def name_attributes(definition: Definition, caseless: frozenset[str]) -> dict[str, str]:
    """Name the attribute of each member, by its name on the wire.

    Args:
        definition: only models have members.
        caseless: classes that an attribute must not hide.
    """
    members = definition.members if isinstance(definition, Model) else ()
    names = {member.name: snake(member.preferred_name or member.name) for member in members}
    candidates = set(names.values())
    taken = reserved.MODEL_MEMBERS | caseless
    if len(candidates) == len(names) and not candidates & taken:
        return names
    return Scope(taken).claim_all({wire: (wire, name) for wire, name in names.items()})
