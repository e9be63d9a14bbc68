"""Examples and defaults must match the schemas next to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..diagnostics import Report
from ..lowering.contract.reduce_schemas import ContractSchemas
from ..lowering.operations.media_types import is_json
from ..openapi.loading import Node
from ..openapi.metamodel import is_map
from .linter import Linter
from .walk import Visit

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_MAX_FAULTS = 3
"""How many errors of one example are reported; the others mostly have the same cause."""
_MAX_MESSAGE = 200


class ExampleCheck:
    """Checks examples and defaults against their schemas, as the client's strict mode does."""

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._contract = ContractSchemas(linter.source, Report())

    def check(self, visit: Visit) -> None:
        """Check the examples of a schema, parameter, header or body, and the default of a schema."""
        node = visit.node
        if visit.shape == "schema":
            for example in _iter_schema_examples(node):
                self._check("invalid-example", "example", example, node)
            if node.plain("default") is not None:
                self._check("invalid-default", "default", node / "default", node)
        elif visit.shape in ("parameter", "header", "mediaType") and (node / "schema").is_map:
            for example in self._iter_named_examples(node):
                is_text = visit.shape == "mediaType" and not is_json(node.key)
                if not (is_text and example.is_str):  # which may be the body as it is written
                    self._check("invalid-example", "example", example, node / "schema")

    def _iter_named_examples(self, owner: Node) -> Iterator[Node]:
        if "example" in owner:
            yield owner / "example"
        for _, each in (owner / "examples").items():
            resolved = self._linter.source.resolve(each)
            for key in ("value", "dataValue"):
                if resolved is not None and key in resolved:
                    yield resolved / key

    def _check(self, rule: str, what: str, node: Node, schema: Node) -> None:
        for error in self._list_errors(node.value, schema)[:_MAX_FAULTS]:
            place = node
            for key in error.absolute_path:
                place = place / key
            message = error.message
            if len(message) > _MAX_MESSAGE:
                message = f"{message[:_MAX_MESSAGE]}…"
            self._linter.warn(
                rule,
                place,
                f"the {what} breaks its schema: {message}",
                f"correct the {what} or the schema; one of them is wrong",
            )

    def _list_errors(self, value: Any, schema: Node) -> list[ValidationError]:
        """Return what is wrong with a value; nothing if the schema itself is unusable."""
        from jsonschema.exceptions import SchemaError, UnknownType
        from referencing.exceptions import Unresolvable

        reduced = self._contract.reduce(schema)
        self._contract.finish()
        if not isinstance(reduced, dict):
            return []
        validator = _make_validator({"schemas": self._contract.schemas, **reduced})
        try:
            errors = list(validator.iter_errors(value))
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
        return [error for error in errors if not _is_of_one_direction(error)]


def _iter_schema_examples(schema: Node) -> Iterator[Node]:
    if schema.plain("example") is not None:  # null mostly means that there is none
        yield schema / "example"
    yield from schema / "examples"


def _is_of_one_direction(error: ValidationError) -> bool:
    """Return whether all that is missing is a member of requests or of responses only."""
    schema: Any = error.schema
    instance: Any = error.instance
    required: Any = error.validator_value
    if error.validator != "required" or not is_map(schema) or not is_map(instance):
        return False
    members = schema.get("properties", {})
    missing = [name for name in required if name not in instance and repr(name) in error.message]
    return bool(missing) and all(
        is_map(member := members.get(name))
        and (member.get("readOnly") is True or member.get("writeOnly") is True)
        for name in missing
    )


def _make_validator(schema: dict[str, Any]) -> Any:
    return _make_validator_class()(schema)


def _make_validator_class() -> Any:
    """Return a validator of JSON Schema 2020-12 that knows exclusive bounds that are flags."""
    import jsonschema

    library: Any = jsonschema  # its functions are only partly typed
    own = {
        "exclusiveMinimum": _make_exclusive_check("exclusiveMinimum", "minimum"),
        "exclusiveMaximum": _make_exclusive_check("exclusiveMaximum", "maximum"),
    }
    return library.validators.extend(library.Draft202012Validator, own)


def _make_exclusive_check(keyword: str, bound: str) -> Any:
    from jsonschema import Draft202012Validator

    def check(validator: Any, limit: Any, instance: Any, schema: Any) -> Any:
        if isinstance(limit, bool):
            limit = schema.get(bound) if limit else None
        if isinstance(limit, (int, float)) and not isinstance(limit, bool):
            yield from Draft202012Validator.VALIDATORS[keyword](
                validator, limit, instance, schema
            ) or ()

    return check
