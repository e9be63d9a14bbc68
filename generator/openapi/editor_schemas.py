"""JSON Schemas of `openapi-client.toml` and of the `x-` keys, made from the tables that check them.

Editors use them for completion and checks. They are kept in `generator/editor_schemas/`, and a test holds them against the tables.
"""

from __future__ import annotations

from typing import Any, Final

from ..rules import SEVERITIES, load_rules
from .extensions import value_forms as forms
from .extensions.registry import KEYS
from .settings_file import CLIENT_KEYS, CREDENTIAL_KEYS, FILE, OPERATION_KEYS, OVERLAYS_FORM

_DIALECT: Final = "http://json-schema.org/draft-07/schema#"
"""The version of JSON Schema that editors know."""

CONFIG_SCHEMA: Final = "openapi-client.schema.json"
EXTENSIONS_SCHEMA: Final = "x-keys.schema.json"

_DESCRIPTIONS: Final = {
    "package": "The name to import.",
    "distribution": "The name on the package index.",
    "class": "The name of the client class.",
    "version": "The version of the package, which `release --write` raises.",
    "request_id_header": "The response header with the server's identifier of a request.",
    "license": "The SPDX expression of the package's licence.",
    "authors": "The authors of the package: names, addresses, or both.",
    "urls": "Links that an index shows, by their label.",
    "keywords": "Words to find the package by.",
    "classifiers": "Further trove classifiers.",
    "positional": "Which path parameters are positional: all, in the order of the path, or the last one alone.",
    "base_url_variable": "The environment variable that holds the base URL.",
    "overlays": "Overlays to apply, in this order: files in the folder of the settings or below.",
    "parameters": "Parameters that the client holds for every call, by their name in the document.",
    "credentials": "The arguments and environment variables of credentials, by key of the security scheme.",
    "envelope": "The members of the envelope around every result.",
    "operations": 'Settings of an operation, by operation id or as "GET /path".',
}


def build_schemas() -> dict[str, dict[str, Any]]:
    """Build all schemas, by the name of their file."""
    return {CONFIG_SCHEMA: build_config_schema(), EXTENSIONS_SCHEMA: build_extensions_schema()}


def build_config_schema() -> dict[str, Any]:
    """Build the schema of the settings."""
    credential = {name: KEYS[key].form for name, key in CREDENTIAL_KEYS.items()}
    operation = {name: KEYS[key].form for name, key in OPERATION_KEYS.items()}
    if "stream" in operation:
        operation["stream"] = forms.text
    fields = {
        **CLIENT_KEYS,
        "overlays": OVERLAYS_FORM,
        "parameters": KEYS["x-client-parameters"].form,
        "credentials": forms.mapping(forms.record({}, credential)),
        "envelope": KEYS["x-envelope"].form,
        "operations": forms.mapping(forms.record({}, operation)),
    }
    schema = forms.object_schema(fields)
    schema["properties"] = {
        key: {"description": _DESCRIPTIONS[key], **form} if key in _DESCRIPTIONS else form
        for key, form in schema["properties"].items()
    }
    schema["properties"]["lint"] = _lint_schema()
    return {"$schema": _DIALECT, "title": f"Settings in {FILE}", **schema}


def _lint_schema() -> dict[str, Any]:
    rules = {
        rule.id: {
            "description": f"{rule.title} (default: {rule.severity})",
            "enum": list(SEVERITIES),
        }
        for rule in load_rules().values()
    }
    return {
        "description": "Severities of findings, by rule.",
        "type": "object",
        "properties": rules,
        "additionalProperties": False,
    }


def build_extensions_schema() -> dict[str, Any]:
    """Build a schema with a definition for each kind of object that carries `x-` keys."""
    shapes = sorted({shape for key in KEYS.values() for shape in key.shapes})
    definitions = {
        shape: {
            "type": "object",
            "properties": {
                name: key.form.schema
                for name, key in KEYS.items()
                if not key.shapes or shape in key.shapes
            },
        }
        for shape in shapes
    }
    return {
        "$schema": _DIALECT,
        "title": "Vendor keys of OpenAPI documents",
        "description": "Combine a definition with OpenAPI's own schema of that object.",
        "$ref": "#/definitions/document",
        "definitions": definitions,
    }
