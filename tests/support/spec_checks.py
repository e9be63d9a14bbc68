"""What the tests of the spec ask of an operation, and how a value is held against a schema."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from .bundled_spec import DOCUMENT, resolved

FORMATS = FormatChecker(formats=())


def is_date_time(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


FORMATS.checkers["date-time"] = (is_date_time, ValueError)


def check(schema: dict[str, Any], value: Any) -> None:
    validator = Draft202012Validator(
        {**schema, "components": DOCUMENT["components"]}, format_checker=FORMATS
    )
    assert [error.message for error in validator.iter_errors(value)] == []


def answer(operation: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = operation["responses"].get("200", {}).get("content", {})
    assert (
        "application/json" in content
    ), f"{operation['operationId']} has no response 200 of JSON: describe it, with its documented example"
    media: dict[str, Any] = content["application/json"]
    return media


def body(operation: dict[str, Any]) -> dict[str, Any] | None:
    if "requestBody" not in operation:
        return None
    media: dict[str, Any] = operation["requestBody"]["content"]["application/json"]
    return media


def example(media: dict[str, Any]) -> Any:
    assert "documented" in media.get("examples", {}), (
        f"no documented example of {media.get('schema')}: add it to examples.json next to paths.yaml, and "
        "`examples: {documented: {$ref: examples.json#/NAME/response}}` (CONTRIBUTING.md, A new operation)"
    )
    return media["examples"]["documented"]["value"]


def members(schema: dict[str, Any], name: str) -> dict[str, Any]:
    return resolved(resolved(schema)["properties"][name])


def shown(schema: dict[str, Any], value: Any, place: str) -> list[str]:
    """Members of the schema that the example does not show, or shows in another order."""
    schema = resolved(schema)
    for alternative in schema.get("anyOf", schema.get("oneOf", [])):
        alternative = resolved(alternative)
        if isinstance(value, dict) and list(alternative.get("properties", {})) == list(value):
            return shown(alternative, value, place)
        if isinstance(value, list) and alternative.get("type") == "array":
            return shown(alternative, value, place)
    if isinstance(value, list) and "items" in schema:
        return [problem for item in value for problem in shown(schema["items"], item, f"{place}[]")]
    if not isinstance(value, dict) or "properties" not in schema:
        return []
    own = [key for key, item in schema["properties"].items() if not item.get("x-beyond-source")]
    problems = [] if own == list(value) else [f"{place}: {own} against {list(value)}"]
    for key in set(own) & set(value):
        problems += shown(schema["properties"][key], value[key], f"{place}.{key}")
    return problems
