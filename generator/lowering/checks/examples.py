"""Examples must keep to the schemas they illustrate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...diagnostics import Report
from ...ir.api import Api
from ...openapi.loading import Node, Source
from ..naming.operation_index import IndexedOperation
from ..operations.media_types import essence

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


def check_examples(
    source: Source, operations: Sequence[IndexedOperation], api: Api, report: Report
) -> None:
    """Add to `report` each documented body of `source` that its schema does not admit."""
    described = list(api.contract["operations"].values())
    for place, contract in zip(operations, described, strict=True):
        body = source.resolve(place.node / "requestBody") if "requestBody" in place.node else None
        if body is not None and "body" in contract:
            _check(body / "content", contract["body"]["content"], source, api, report)
        for status, response in (place.node / "responses").items():
            content = (source.resolve(response) or response) / "content"
            _check(content, contract["responses"].get(status, {}), source, api, report)


def _check(
    content: Node, contract: dict[str, Any], source: Source, api: Api, report: Report
) -> None:
    for range_, media in content.items():
        schema = contract.get(essence(range_), {}).get("schema")
        for node in _examples(media, source) if schema is not None else ():
            for path, message in _faults(node.value, schema, api):
                place = node
                for key in path:
                    place = place / key
                report.warning(
                    "example",
                    place,
                    f"the example breaks its schema: {message}",
                    "correct the example or the schema; one of them is wrong",
                )


def _examples(media: Node, source: Source) -> list[Node]:
    examples = [media / "example"] if "example" in media else []
    for _, node in (media / "examples").items():
        resolved = source.resolve(node)
        if resolved is not None and "value" in resolved:
            examples.append(resolved / "value")
    return examples


def _faults(value: Any, schema: Any, api: Api) -> list[tuple[list[str | int], str]]:
    """Return what is wrong with `value`; nothing where the schema itself can't be worked with."""
    from jsonschema.exceptions import SchemaError, UnknownType
    from referencing.exceptions import Unresolvable

    try:
        errors = list(_validator(schema, api).iter_errors(value))
    except (
        SchemaError,
        UnknownType,
        Unresolvable,
        re.error,
        RecursionError,
        TypeError,
        AttributeError,
    ):
        return []
    return [(list(error.absolute_path), error.message) for error in errors]


def _validator(schema: Any, api: Api) -> Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(
        {"schemas": api.contract["schemas"], **(schema if isinstance(schema, dict) else {})}
    )
