"""The names that a package has given already: whoever has one keeps it when the document grows.

Two operations may want one name (`lower/places.py`). Where one of them is new, a rule alone could take the name
from the other, and code that was written against the package would call something else. The package that stands
where the next one is written to remembers who had it: its contract lists each operation by its name.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from ...openapi.metamodel import is_map

Names: TypeAlias = Mapping[tuple[str, str], str]
"""Method, in capitals, and path of an operation, to its resource and method with dots between."""

NONE: Names = {}


def names(contract: Any) -> Names:
    """The names that a contract lists; what is no contract lists none."""
    operations = contract.get("operations") if is_map(contract) else None
    return {
        (str(each.get("method")), str(each.get("path"))): name
        for name, each in (operations.items() if is_map(operations) else ())
        if is_map(each)
    }


def names_in(package: Path) -> Names:
    """The names that the package in a folder has given; none where there is no package that can be read."""
    for path in sorted(package.glob("src/*/_contract.json")):
        try:
            return names(json.loads(path.read_bytes()))
        except (OSError, ValueError, RecursionError):
            continue
    return NONE
