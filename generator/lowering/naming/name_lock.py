"""The name lock: operations and definitions keep the names that a package already gave them.

The package that a run writes to lists its names in `_contract.json`. Without that memory an added operation could take
the name of another, a class could be named after another place where the same schema stands, and code written
against the package would call something else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from ...openapi.metamodel import is_list, is_map


@frozen
class LockedName:
    """The name of an operation in a package.

    Attributes:
        resource: the resource, outermost first; () for a method of the client itself.
        method: the method of the resource.
        operation_id: the id that the operation had; None if the package does not say.
    """

    resource: tuple[str, ...]
    method: str
    operation_id: str | None = None


@frozen
class FormerName:
    """A name that a definition had, and has as an alias until the next major version.

    Attributes:
        module: the module of models that had it.
        name: the name.
        pointer: where the definition stood.
        since: the version of the package that made it an alias.
    """

    module: str
    name: str
    pointer: str
    since: str


@frozen
class NameLock:
    """The names that a package has given.

    Attributes:
        operations: those of operations, by HTTP method, in capitals, and path.
        definitions: module and name of definitions, by the JSON pointer of the schema.
        shapes: digests of what definitions are made of, by pointer as well.
        resources: module and class of resources, by path.
        former: the names that are aliases.
    """

    operations: Mapping[tuple[str, str], LockedName] = field(
        factory=dict[tuple[str, str], LockedName]
    )
    definitions: Mapping[str, tuple[str, str]] = field(factory=dict[str, tuple[str, str]])
    shapes: Mapping[str, str] = field(factory=dict[str, str])
    resources: Mapping[tuple[str, ...], tuple[str, str]] = field(
        factory=dict[tuple[str, ...], tuple[str, str]]
    )
    former: tuple[FormerName, ...] = ()

    def __or__(self, other: NameLock) -> NameLock:
        """Return the names of both; those of `other` have precedence."""
        return NameLock(
            {**self.operations, **other.operations},
            {**self.definitions, **other.definitions},
            {**self.shapes, **other.shapes},
            {**self.resources, **other.resources},
            tuple(dict.fromkeys((*self.former, *other.former))),
        )


NO_LOCK = NameLock()


def read_lock(contract: Any) -> NameLock:
    """Return the names that a contract lists; none if it is not a contract."""
    if not is_map(contract):
        return NO_LOCK
    definitions = list(_read_definitions(contract.get("definitions")))
    return NameLock(
        _read_operations(contract.get("operations")),
        {pointer: names for pointer, _, names in definitions},
        {pointer: shape for pointer, shape, _ in definitions if shape},
        _read_resources(contract.get("resources")),
        tuple(_read_former(contract.get("former"))),
    )


def read_package_lock(package: Path) -> NameLock:
    """Return the names of the package in a folder; none if there is no package that can be read."""
    for path in sorted(package.glob("src/*/_contract.json")):
        try:
            return read_lock(json.loads(path.read_bytes()))
        except (OSError, ValueError, RecursionError):
            continue
    return NO_LOCK


def _read_operations(operations: Any) -> dict[tuple[str, str], LockedName]:
    lock: dict[tuple[str, str], LockedName] = {}
    for name, entry in operations.items() if is_map(operations) else ():
        *resource, method = str(name).split(".")
        if is_map(entry) and all(map(str.isidentifier, (*resource, method))):
            id = entry.get("operationId")
            lock[str(entry.get("method")), str(entry.get("path"))] = LockedName(
                tuple(resource), method, id if isinstance(id, str) else None
            )
    return lock


def _read_definitions(definitions: Any) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Yield pointer, digest and names; packages of earlier generators list no digest."""
    for name, entry in definitions.items() if is_map(definitions) else ():
        pointer, shape = entry if is_list(entry) and len(entry) == 2 else (entry, "")
        names = _split(name)
        if names is not None and isinstance(pointer, str) and isinstance(shape, str):
            yield pointer, shape, names


def _read_resources(resources: Any) -> dict[tuple[str, ...], tuple[str, str]]:
    entries = resources.items() if is_map(resources) else ()
    return {
        tuple(filter(None, path.split("."))): names
        for name, path in entries
        if isinstance(path, str) and (names := _split(name)) is not None
    }


def _read_former(former: Any) -> list[FormerName]:
    formers: list[FormerName] = []
    for name, entry in former.items() if is_map(former) else ():
        names = _split(name)
        pointer, since = (entry.get("pointer"), entry.get("since")) if is_map(entry) else ("", "")
        if names is not None and isinstance(pointer, str) and isinstance(since, str):
            formers.append(FormerName(*names, pointer, since))
    return formers


def _split(name: Any) -> tuple[str, str] | None:
    """Return module and name out of `module.Name`; None where that is something else: it becomes code."""
    module, _, own = str(name).partition(".")
    return (module, own) if module.isidentifier() and own.isidentifier() else None
