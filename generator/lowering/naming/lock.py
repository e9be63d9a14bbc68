"""The name lock: operations keep the names that a package already gave them.

The package that a run writes to lists its operations by name in `_contract.json`. Without that memory an added
operation could take the name of another, and code written against the package would call something else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from attrs import frozen

from ...openapi.metamodel import is_map


@frozen
class LockedName:
    """The name of an operation in a package.

    Attributes:
        resource: the resource, outermost first.
        method: the method of the resource.
        operation_id: the id that the operation had; None if the package does not say.
    """

    resource: tuple[str, ...]
    method: str
    operation_id: str | None = None


NameLock: TypeAlias = Mapping[tuple[str, str], LockedName]
"""Names by HTTP method, in capitals, and path."""

NO_LOCK: NameLock = {}


def read_lock(contract: Any) -> NameLock:
    """Return the names that a contract lists; none for what is no contract."""
    operations = contract.get("operations") if is_map(contract) else None
    lock: dict[tuple[str, str], LockedName] = {}
    for name, entry in operations.items() if is_map(operations) else ():
        *resource, method = str(name).split(".")
        if is_map(entry) and resource and all(map(str.isidentifier, (*resource, method))):
            id = entry.get("operationId")
            lock[str(entry.get("method")), str(entry.get("path"))] = LockedName(
                tuple(resource), method, id if isinstance(id, str) else None
            )
    return lock


def read_package_lock(package: Path) -> NameLock:
    """Return the names of the package in a folder; none if there is no package that can be read."""
    for path in sorted(package.glob("src/*/_contract.json")):
        try:
            return read_lock(json.loads(path.read_bytes()))
        except (OSError, ValueError, RecursionError):
            continue
    return NO_LOCK
