"""Keywords of schemas that have another meaning, or none, in the bundled document."""

from __future__ import annotations

from typing import Any

from ..metamodel import is_list, is_map


def settle_keywords(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema as other tools read it; itself if nothing changes.

    Its references are local, so `$id` would move them. A member that the API may leave out (`x-optional`) is not
    required.
    """
    required = _list_required(schema)
    drops_id = schema.get("$id").__class__ is str
    if not drops_id and required == schema.get("required"):
        return schema
    result = {key: item for key, item in schema.items() if key != "$id" or not drops_id}
    if required != schema.get("required"):
        result["required"] = required
        if not required:  # 3.0 has no empty list here
            del result["required"]
    return result


def _list_required(schema: dict[str, Any]) -> Any:
    required, properties = schema.get("required"), schema.get("properties")
    if not is_list(required) or not is_map(properties):
        return required
    lenient = {
        name for name, each in properties.items() if is_map(each) and each.get("x-optional") is True
    }
    return [name for name in required if type(name) is not str or name not in lenient]
