"""Security schemes of Swagger 2.0 as those of OpenAPI 3.1."""

from __future__ import annotations

from typing import Any, Final

from ..loading.node import Node

_FLOWS: Final = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
_FLOW_KEYS: Final = ("authorizationUrl", "tokenUrl", "scopes")


def convert_scheme(node: Node) -> Any:
    """Return a security scheme."""
    if not node.is_map:
        return node.value
    value = node.value
    if value.get("type") == "basic":
        return {**value, "type": "http", "scheme": "basic"}
    if value.get("type") != "oauth2":
        return value
    rest = {key: item for key, item in value.items() if key not in (*_FLOW_KEYS, "flow")}
    flow = {key: value[key] for key in _FLOW_KEYS if key in value}
    flow.setdefault("scopes", {})
    return {**rest, "flows": {_FLOWS.get(str(value.get("flow")), "implicit"): flow}}
