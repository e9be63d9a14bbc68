"""Names in the vendor keys of the root that lead nowhere: members of the envelope, and parameters of the client.

A misspelled name would not fail but do something else, e.g. take a failure for a success, so it is an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...diagnostics import Report, did_you_mean
from ...ir.api import Api
from ...openapi.extensions.registry import read_extension
from ...openapi.loading import Node, Source
from ...openapi.metamodel import is_map
from ..contract.contract_references import find_schema
from ..operations.media_types import is_json

_CODE = "unknown-name"
_FOREIGN_KEYS = ("x-fern-global-headers", "x-fern-sdk-variables", "x-speakeasy-globals")
"""Keys of other generators that declare parameters of the client."""


def check_root_names(source: Source, api: Api, report: Report) -> None:
    """Add to `report` each name in a key of the root that no parameter or member has."""
    root = source.root
    used = {each.name for operation in api.operations for each in operation.parameters}
    own = "x-client-parameters" in root.value
    parameters: dict[str, Any] = read_extension(root, "x-client-parameters") or {}
    for name in parameters:
        if name in used:
            continue
        help = did_you_mean(name, used, "remove it: no operation has such a parameter")
        message = f"no operation has a parameter `{name}`"
        if own:
            report.error(_CODE, root / "x-client-parameters" / name, message, help)
        else:  # a key of another generator, which may read it differently
            key = next((each for each in _FOREIGN_KEYS if each in root.value), "")
            report.warning("vendor-key", root / key, f"{message}, so its value is never sent", help)
    _check_envelope(root, api, report)


def _check_envelope(root: Node, api: Api, report: Report) -> None:
    schemas = api.contract["schemas"]
    members = [_list_members(body, schemas) for body in _iter_json_bodies(api.contract)]
    all_names = {name for names in members for name in names or ()}
    if not members or None in members:
        return  # a response may have any member
    envelope: dict[str, str] = read_extension(root, "x-envelope") or {}
    for key, path in envelope.items():
        name = path.partition(".")[0]
        similar = did_you_mean(name, all_names)
        # members of failures alone may be undescribed; what tells success from failure may not
        if name not in all_names and (similar or key == "success"):
            message = f"no response has the member `{name}`, which `{key}` of the envelope names"
            help = similar or "name a member of the responses"
            report.error(_CODE, root / "x-envelope" / key, message, help)


def _iter_json_bodies(contract: dict[str, Any]) -> Iterator[Any]:
    """Yield the schema of each JSON response."""
    for operation in contract["operations"].values():
        for content in operation.get("responses", {}).values():
            for media_type, media in content.items():
                if is_json(media_type) and "schema" in media:
                    yield media["schema"]


def _list_members(schema: Any, schemas: dict[str, Any], depth: int = 0) -> set[str] | None:
    """Return the members of an object of a contract; None if it may have any."""
    if depth > 20 or not is_map(schema):
        return None
    if "$ref" in schema:
        return _list_members(find_schema(schema["$ref"], schemas), schemas, depth + 1)
    if schema.get("additionalProperties", False) is not False:
        return None
    members = set(schema.get("properties", {}))
    for part in (each for key in ("allOf", "anyOf", "oneOf") for each in schema.get(key, ())):
        listed = _list_members(part, schemas, depth + 1)
        if listed is None:
            return None
        members |= listed
    return members if members or "type" in schema else None
