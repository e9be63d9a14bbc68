"""Pairs of documents that differ by one change, and the verdict on each: none, additive, or breaking for whom."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any, Final

import pytest

from generator.diff.changes import find_most_severe
from generator.diff.compare_apis import compare

from .description import GONE, changed, side

Schema = dict[str, Any]
TEXT: Final = {"type": "string"}
INT: Final = {"type": "integer"}
NUM: Final = {"type": "number"}
WORD: Final = {"type": "string", "maxLength": 9}
THING: Final = {"$ref": "#/components/schemas/Thing"}
COMPONENTS: Final[dict[str, Schema]] = {
    "Thing": {"type": "object", "required": ["id"], "properties": {"id": TEXT}},
    "Other": {"type": "object", "required": ["no"], "properties": {"no": TEXT}},
    "Name": {"type": "string", "maxLength": 9},
    "Short": {"type": "string", "maxLength": 5},
    "Colour": {"type": "string", "enum": ["red", "blue"]},
    "Paint": {"type": "string", "enum": ["red", "blue"]},
    "Tree": {"type": "object", "properties": {"up": {"$ref": "#/components/schemas/Tree"}}},
}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _map(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


def _object(**members: Schema) -> Schema:
    return {"type": "object", "properties": members}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _bounded(**bounds: Any) -> Schema:
    return {"type": "integer", **bounds}


# Name, schema before, schema now, verdict where it is sent, verdict where it is returned.
SCHEMAS: Final[list[tuple[str, Schema, Schema, str | None, str | None]]] = [
    ("the same", WORD, WORD, None, None),
    ("bound of text lowered", WORD, {**WORD, "maxLength": 5}, "callers", "additive"),
    ("bound of text raised", WORD, {**WORD, "maxLength": 12}, "additive", "readers"),
    ("bound in anyOf with null", _or_null(WORD), _or_null({**WORD, "maxLength": 5}), "callers", "additive"),
    ("bound in oneOf of one", {"oneOf": [WORD]}, {"oneOf": [{**WORD, "maxLength": 5}]}, "callers", "additive"),
    ("bound in one of two alternatives", {"anyOf": [WORD, _bounded(maximum=9)]},
     {"anyOf": [WORD, _bounded(maximum=5)]}, "callers", "additive"),
    ("bound of map values", _map(_bounded(maximum=9)), _map(_bounded(maximum=5)), "callers", "additive"),
    ("bound of maps in lists", _list(_map(WORD)), _list(_map({**WORD, "maxLength": 5})), "callers", "additive"),
    ("bound of items", _list(WORD), _list({**WORD, "maxLength": 5}), "callers", "additive"),
    ("bound of items of items", _list(_list(WORD)), _list(_list({**WORD, "maxLength": 5})), "callers", "additive"),
    ("bound of items behind a reference", _list(_ref("Name")), _list(_ref("Short")), "callers", "additive"),
    ("bound behind a reference", _ref("Name"), _ref("Short"), "callers", "additive"),
    ("bound by allOf", {"allOf": [WORD]}, {"allOf": [WORD, {"maxLength": 5}]}, "callers", "additive"),
    ("bound moved into allOf", WORD, {"allOf": [TEXT, {"maxLength": 9}]}, None, None),
    ("bound moved into a component", WORD, _ref("Name"), None, None),
    ("bound of a nested member", _object(a=WORD), _object(a={**WORD, "maxLength": 5}), "callers", "additive"),
    ("inclusive for exclusive, integers", _bounded(exclusiveMaximum=6), _bounded(maximum=5), None, None),
    ("inclusive for exclusive, numbers", {"type": "number", "exclusiveMaximum": 6}, {"type": "number", "maximum": 6}, "additive", "readers"),
    ("exclusive of 3.0", _bounded(maximum=5, exclusiveMaximum=True), _bounded(exclusiveMaximum=5), None, None),
    ("exclusive: false of 3.0", _bounded(maximum=5, exclusiveMaximum=False), _bounded(maximum=5), None, None),
    ("exclusive minimum of 3.0", _bounded(minimum=5, exclusiveMinimum=True), _bounded(exclusiveMinimum=5), None, None),
    ("a bound that another implies", _bounded(maximum=5), _bounded(maximum=5, exclusiveMaximum=9), None, None),
    ("minLength of nothing", TEXT, {**TEXT, "minLength": 0}, None, None),
    ("minLength", TEXT, {**TEXT, "minLength": 1}, "callers", "additive"),
    ("uniqueItems: false", _list(TEXT), {**_list(TEXT), "uniqueItems": False}, None, None),
    ("uniqueItems", _list(TEXT), {**_list(TEXT), "uniqueItems": True}, "callers", "additive"),
    ("5 for 5.0", _bounded(maximum=5), _bounded(maximum=5.0), None, None),
    ("multipleOf doubled", _bounded(multipleOf=2), _bounded(multipleOf=4), "callers", "additive"),
    ("multipleOf halved", _bounded(multipleOf=4), _bounded(multipleOf=2), "additive", "readers"),
    ("minProperties", _map(TEXT), {**_map(TEXT), "minProperties": 2}, "callers", "additive"),
    ("propertyNames", _map(TEXT), {**_map(TEXT), "propertyNames": {"maxLength": 3}}, "callers", "additive"),
    ("patternProperties", _object(a=TEXT), {**_object(a=TEXT), "patternProperties": {"^x": WORD}}, "callers", "additive"),
    ("bound in patternProperties", {**_object(a=TEXT), "patternProperties": {"^x": WORD}},
     {**_object(a=TEXT), "patternProperties": {"^x": {**WORD, "maxLength": 5}}}, "callers", "additive"),
    ("dependentRequired", _object(a=TEXT, b=TEXT), {**_object(a=TEXT, b=TEXT), "dependentRequired": {"a": ["b"]}}, "callers", "additive"),
    ("dependentRequired demands less", {**_object(a=TEXT, b=TEXT, c=TEXT), "dependentRequired": {"a": ["b", "c"]}},
     {**_object(a=TEXT, b=TEXT, c=TEXT), "dependentRequired": {"a": ["b"]}}, "additive", "readers"),
    ("not", TEXT, {**TEXT, "not": {"const": "x"}}, "callers", "additive"),
    ("if and then", _object(a=TEXT), {**_object(a=TEXT), "if": {"required": ["a"]}, "then": {"minProperties": 1}}, "callers", "additive"),
    ("no further members", _object(a=TEXT), {**_object(a=TEXT), "additionalProperties": False}, "callers", "documentation"),
    ("further members again", {**_object(a=TEXT), "additionalProperties": False}, _object(a=TEXT), "additive", "documentation"),
    ("integer to int64", _bounded(), _bounded(format="int64"), None, None),
    ("int64 to integer", _bounded(format="int64"), _bounded(), None, None),
    ("int32 to int64", _bounded(format="int32"), _bounded(format="int64"), "additive", "additive"),
    ("int64 to int32", _bounded(format="int64"), _bounded(format="int32"), "callers", "additive"),
    ("number to double", {"type": "number"}, {"type": "number", "format": "double"}, None, None),
    ("integer to number", _bounded(), {"type": "number"}, "additive", "readers"),
    ("number to integer", {"type": "number"}, _bounded(), "callers", "additive"),
    ("integer or number to number", {"type": ["integer", "number"]}, {"type": "number"}, None, None),
    ("text to date-time", TEXT, {**TEXT, "format": "date-time"}, "callers", "readers"),
    ("text to a format that stays text", TEXT, {**TEXT, "format": "email"}, "callers", "additive"),
    ("password", TEXT, {**TEXT, "format": "password"}, "documentation", "documentation"),
    ("text to integer", TEXT, _bounded(), "callers", "readers"),
    ("text to a list", TEXT, _list(TEXT), "callers", "readers"),
    ("text to text or a list", TEXT, {"anyOf": [TEXT, _list(TEXT)]}, "additive", "readers"),
    ("text or integer to text", {"type": ["string", "integer"]}, TEXT, "callers", "additive"),
    ("type list for anyOf", {"type": ["string", "integer"]}, {"anyOf": [{"type": "integer"}, TEXT]}, None, None),
    ("anything to text", {}, TEXT, "callers", "additive"),
    ("anything to a model", {}, THING, "callers", "readers"),
    ("a map to a model", _map(TEXT), THING, "callers", "readers"),
    ("text to anything", TEXT, {}, "additive", "readers"),
    ("null, which a member may lack", TEXT, {"type": ["string", "null"]}, "additive", "additive"),
    ("null of 3.0 and of 3.1", {**TEXT, "nullable": True}, {"type": ["string", "null"]}, None, None),
    ("null by type and by anyOf", {"type": ["string", "null"]}, _or_null(TEXT), None, None),
    ("no null any more", {"type": ["string", "null"]}, TEXT, "callers", "additive"),
    ("null items", _list(TEXT), _list({"type": ["string", "null"]}), "additive", "readers"),
    ("no null items any more", _list({"type": ["string", "null"]}), _list(TEXT), "callers", "additive"),
    ("null values of a map", _map(TEXT), _map({"type": ["string", "null"]}), "additive", "readers"),
    ("null of a component", THING, _or_null(THING), "additive", "additive"),
    ("a value more", {"enum": ["a"]}, {"enum": ["a", "b"]}, "additive", "additive"),
    ("a value less", {"enum": ["a", "b"]}, {"enum": ["a"]}, "callers", "additive"),
    ("values in another order", {"enum": ["a", "b"]}, {"enum": ["b", "a"]}, None, None),
    ("const for enum of one", {"enum": ["a"]}, {"const": "a"}, None, None),
    ("another constant", {"const": "a"}, {"const": "b"}, "callers", "readers"),
    ("other values altogether", {"enum": ["a", "b"]}, {"enum": ["c", "d"]}, "callers", "readers"),
    ("other values in part", {"enum": ["a", "b"]}, {"enum": ["b", "c"]}, "callers", "additive"),
    ("another constant in items", _list({"const": "a"}), _list({"const": "b"}), "callers", "readers"),
    ("another constant or null", _or_null({"const": "a"}), _or_null({"const": "b"}), "callers", "readers"),
    ("a pattern for everything", {**TEXT, "pattern": "^a$"}, {**TEXT, "pattern": "^.*$"}, "additive", "readers"),
    ("no pattern or one for everything", TEXT, {**TEXT, "pattern": ".*"}, None, None),
    ("a schema of the content", {**TEXT, "contentMediaType": "application/json"}, {**TEXT, "contentMediaType": "application/json", "contentSchema": {"type": "object"}}, "documentation", "documentation"),
    ("a value more in items", _list({"enum": ["a"]}), _list({"enum": ["a", "b"]}), "additive", "additive"),
    ("any text for values", {"enum": ["a", "b"]}, TEXT, "additive", "readers"),
    ("values for any text", TEXT, {"enum": ["a", "b"]}, "callers", "additive"),
    ("another enumeration of equal values", _ref("Colour"), _ref("Paint"), None, None),
    ("another model", THING, _ref("Other"), "callers", "readers"),
    ("alternatives in another order", {"oneOf": [THING, _ref("Other")]}, {"oneOf": [_ref("Other"), THING]}, None, None),
    ("oneOf for anyOf", {"anyOf": [THING, _ref("Other")]}, {"oneOf": [THING, _ref("Other")]}, None, None),
    ("lists in another order", {"oneOf": [_list(TEXT), _list(_bounded())]}, {"oneOf": [_list(_bounded()), _list(TEXT)]}, None, None),
    ("one of two lists gone", {"oneOf": [_list(TEXT), _list(_bounded())]}, _list(TEXT), "callers", "additive"),
    ("a list of models to one of others", _list(THING), _list(_ref("Other")), "callers", "readers"),
    ("a default", TEXT, {**TEXT, "default": "x"}, "documentation", "documentation"),
    ("another default", {**TEXT, "default": "y"}, {**TEXT, "default": "x"}, "documentation", "documentation"),
    ("a title and an example", TEXT, {**TEXT, "title": "T", "example": "x"}, None, None),
    ("words", {**TEXT, "description": "a"}, {**TEXT, "description": "b"}, "documentation", "documentation"),
    ("white space", {**TEXT, "description": "a b"}, {**TEXT, "description": " a\n b"}, None, None),
    ("pattern", TEXT, {**TEXT, "pattern": "^a"}, "callers", "additive"),
    ("another pattern", {**TEXT, "pattern": "^a"}, {**TEXT, "pattern": "^b"}, "callers", "readers"),
    ("a member more", _object(a=TEXT), _object(a=TEXT, b=TEXT), "additive", "additive"),
    ("a member less", _object(a=TEXT, b=TEXT), _object(a=TEXT), "callers", "readers"),
    ("members in another order", _object(a=TEXT, b=TEXT), _object(b=TEXT, a=TEXT), None, None),
    ("a required member more", _object(a=TEXT), {**_object(a=TEXT, b=TEXT), "required": ["b"]}, "callers", "additive"),
    ("required", _object(a=TEXT), {**_object(a=TEXT), "required": ["a"]}, "callers", "additive"),
    ("optional", {**_object(a=TEXT), "required": ["a"]}, _object(a=TEXT), "additive", "readers"),
    ("recursion", _ref("Tree"), _ref("Tree"), None, None),
    ("int to int32 within bounds", _bounded(minimum=0, maximum=100), _bounded(minimum=0, maximum=100, format="int32"), None, None),
    ("int to int32 one bound", _bounded(minimum=0), _bounded(minimum=0, format="int32"), "callers", "additive"),
    ("int32 with bounds to int", _bounded(minimum=0, maximum=100, format="int32"), _bounded(minimum=0, maximum=100), None, None),
    ("int64 to int32 within", _bounded(minimum=0, maximum=100, format="int64"), _bounded(minimum=0, maximum=100, format="int32"), None, None),
    ("int to bounds of int32", _bounded(), _bounded(minimum=-2147483648, maximum=2147483647), "callers", "additive"),
    ("int32 to bounds of int32", _bounded(format="int32"), _bounded(minimum=-2147483648, maximum=2147483647), None, None),
    ("int to int32 enum", {"type": "integer", "enum": [1, 2]}, {"type": "integer", "enum": [1, 2], "format": "int32"}, None, None),
    ("int32 nullable", {"type": ["integer", "null"], "minimum": 0, "maximum": 9}, {"type": ["integer", "null"], "minimum": 0, "maximum": 9, "format": "int32"}, None, None),
    ("int64 nullable oneOf", {"oneOf": [_bounded(minimum=0, maximum=9), {"type": "null"}]}, {"oneOf": [_bounded(minimum=0, maximum=9, format="int32"), {"type": "null"}]}, None, None),
    ("int items to int32", _list(_bounded(minimum=0, maximum=100)), _list(_bounded(minimum=0, maximum=100, format="int32")), None, None),
    ("int map values to int32", _map(_bounded(minimum=0, maximum=100)), _map(_bounded(minimum=0, maximum=100, format="int32")), None, None),
    ("uint8", _bounded(), _bounded(format="uint8"), "callers", "additive"),
    ("int32 to uint32", _bounded(format="int32"), _bounded(format="uint32"), "callers", "readers"),
    ("int32 to any integer", _bounded(format="int32"), _bounded(), "additive", "additive"),
    ("uint16 to uint32", _bounded(format="uint16"), _bounded(format="uint32"), "additive", "additive"),
    ("int32 to a lower minimum", _bounded(minimum=5), _bounded(format="int32", minimum=4), "callers", "readers"),
    ("uint8 to int32", _bounded(format="uint8"), _bounded(format="int32"), "additive", "readers"),
    ("number to decimal", NUM, {"type": "number", "format": "decimal"}, None, None),
    ("uuid", TEXT, {"type": "string", "format": "uuid"}, "callers", "additive"),
    ("uuid removed", {"type": "string", "format": "uuid"}, TEXT, "additive", "readers"),
    ("uri to uri-reference", {"type": "string", "format": "uri"}, {"type": "string", "format": "uri-reference"}, "additive", "readers"),
    ("email to idn-email", {"type": "string", "format": "email"}, {"type": "string", "format": "idn-email"}, "additive", "readers"),
    ("prefixItems narrowed", {"type": "array", "prefixItems": [TEXT]}, {"type": "array", "prefixItems": [WORD]}, "callers", "additive"),
    ("prefixItems widened", {"type": "array", "prefixItems": [WORD]}, {"type": "array", "prefixItems": [TEXT]}, "additive", "readers"),
    ("prefixItems words", {"type": "array", "prefixItems": [TEXT]}, {"type": "array", "prefixItems": [{**TEXT, "description": "x"}]}, None, None),
    ("prefixItems set", _list(TEXT), {"type": "array", "items": TEXT, "prefixItems": [WORD]}, "callers", "additive"),
    ("prefixItems equal to items", _list(TEXT), {"type": "array", "items": TEXT, "prefixItems": [TEXT]}, None, None),
    ("prefixItems ref extracted", {"type": "array", "prefixItems": [WORD]}, {"type": "array", "prefixItems": [_ref("Name")]}, None, None),
    ("prefixItems type changed", {"type": "array", "prefixItems": [TEXT]}, {"type": "array", "prefixItems": [INT]}, "callers", "readers"),
    ("contains widened", {**_list(INT), "contains": _bounded(minimum=5)}, {**_list(INT), "contains": _bounded(minimum=3)}, "additive", "readers"),
    ("contains narrowed", {**_list(INT), "contains": _bounded(minimum=3)}, {**_list(INT), "contains": _bounded(minimum=5)}, "callers", "additive"),
    ("contains, ref extracted", {**_list(TEXT), "contains": WORD}, {**_list(TEXT), "contains": _ref("Name")}, None, None),
    ("not narrowed = widened", {**TEXT, "not": TEXT}, {**TEXT, "not": WORD}, "additive", "readers"),
    ("propertyNames narrowed", {**_map(TEXT), "propertyNames": {"maxLength": 5}}, {**_map(TEXT), "propertyNames": {"maxLength": 3}}, "callers", "additive"),
    ("propertyNames widened", {**_map(TEXT), "propertyNames": {"maxLength": 3}}, {**_map(TEXT), "propertyNames": {"maxLength": 5}}, "additive", "readers"),
    ("allOf of one", {"allOf": [WORD]}, WORD, None, None),
    ("oneOf of one ref", {"oneOf": [_ref("Thing")]}, _ref("Thing"), None, None),
    ("allOf one ref with description", _ref("Thing"), {"allOf": [_ref("Thing")], "description": "x"}, "documentation", "documentation"),
    ("nullable allOf 3.0", {"nullable": True, "allOf": [_ref("Thing")]}, _or_null(_ref("Thing")), None, None),
    ("enum with null", {"type": ["string", "null"], "enum": ["a", "b", None]}, _or_null({"type": "string", "enum": ["a", "b"]}), None, None),
    ("enum nullable 3.0 without null", {"type": "string", "nullable": True, "enum": ["a"]}, {"type": ["string", "null"], "enum": ["a", None]}, None, None),
    ("enum as oneOf const", {"enum": ["a", "b"], "type": "string"}, {"oneOf": [{"const": "a"}, {"const": "b"}]}, None, None),
    ("inline to enum ref", {"type": "string", "enum": ["red", "blue"]}, _ref("Colour"), None, None),
    ("additionalProperties true", _object(a=TEXT), {**_object(a=TEXT), "additionalProperties": True}, None, None),
    ("additionalProperties {}", _object(a=TEXT), {**_object(a=TEXT), "additionalProperties": {}}, None, None),
    ("additionalProperties true to {}", {"type": "object", "additionalProperties": True}, {"type": "object", "additionalProperties": {}}, None, None),
    ("object vs map any", {"type": "object"}, {"type": "object", "additionalProperties": True}, None, None),
    ("unevaluatedProperties true", _object(a=TEXT), {**_object(a=TEXT), "unevaluatedProperties": True}, None, None),
    ("items {}", {"type": "array"}, {"type": "array", "items": {}}, None, None),
    ("items true", {"type": "array"}, {"type": "array", "items": True}, None, None),
    ("required: []", _object(a=TEXT), {**_object(a=TEXT), "required": []}, None, None),
    ("type object missing", {"properties": {"a": TEXT}}, _object(a=TEXT), None, None),
    ("type array missing", {"items": TEXT}, _list(TEXT), None, None),
    ("string in list form", TEXT, {"type": ["string"]}, None, None),
    ("order of type list", {"type": ["string", "null"]}, {"type": ["null", "string"]}, None, None),
    ("order of required", {**_object(a=TEXT, b=TEXT), "required": ["a", "b"]}, {**_object(a=TEXT, b=TEXT), "required": ["b", "a"]}, None, None),
    ("example", TEXT, {**TEXT, "example": "y"}, None, None),
    ("examples", TEXT, {**TEXT, "examples": ["y"]}, None, None),
    ("x-", TEXT, {**TEXT, "x-foo": "y"}, None, None),
    ("externalDocs", TEXT, {**TEXT, "externalDocs": {"url": "https://x"}}, None, None),
    ("xml", _object(a=TEXT), {**_object(a=TEXT), "xml": {"name": "y"}}, None, None),
    ("description", _object(a=TEXT), {**_object(a=TEXT), "description": "y"}, "documentation", "documentation"),
    ("two enum refs in union order", {"anyOf": [_ref("Colour"), INT]}, {"anyOf": [INT, _ref("Colour")]}, None, None),
    ("oneOf dup", {"oneOf": [TEXT, TEXT]}, TEXT, None, None),
    ("type list vs oneOf with null", {"type": ["string", "integer", "null"]}, {"oneOf": [TEXT, _bounded(), {"type": "null"}]}, None, None),
    ("allOf merge props", _object(a=TEXT, b=TEXT), {"allOf": [_object(a=TEXT), _object(b=TEXT)]}, None, None),
    ("allOf order", {"allOf": [_object(a=TEXT), _object(b=TEXT)]}, {"allOf": [_object(b=TEXT), _object(a=TEXT)]}, None, None),
    ("minimum 0 exclusive of int", _bounded(exclusiveMinimum=0), _bounded(minimum=1), None, None),
    ("minimum within bounds 3.0 exclusive false", _bounded(minimum=1, exclusiveMinimum=False), _bounded(minimum=1), None, None),
    ("pattern to format?", {**TEXT, "pattern": "^a"}, {**TEXT, "pattern": "^a$"}, "callers", "readers"),
    ("pattern equal length", {**TEXT, "maxLength": 5, "minLength": 5}, {**TEXT, "maxLength": 5, "minLength": 5, "description": "d"}, "documentation", "documentation"),
    ("binary 3.0 to 3.1", {"type": "string", "format": "binary"}, {"type": "string", "contentMediaType": "application/octet-stream"}, None, None),
    ("byte to contentEncoding", {"type": "string", "format": "byte"}, {"type": "string", "contentEncoding": "base64"}, None, None),
    ("bool enum", {"type": "boolean"}, {"type": "boolean", "enum": [True, False]}, None, None),
    ("bool narrowed", {"type": "boolean"}, {"type": "boolean", "enum": [True]}, "callers", "additive"),
    ("integer const to integer enum", {"type": "integer", "const": 1}, {"type": "integer", "enum": [1]}, None, None),
    ("multipleOf 1 of integer", _bounded(), _bounded(multipleOf=1), None, None),
    ("number multipleOf 1", NUM, {"type": "number", "multipleOf": 1}, "callers", "additive"),
    ("0.01 multiple to 0.1", {"type": "number", "multipleOf": 0.01}, {"type": "number", "multipleOf": 0.1}, "callers", "additive"),
    ("maxItems big", {**_list(TEXT), "maxItems": 5}, {**_list(TEXT), "maxItems": 6}, "additive", "readers"),
    ("contentMediaType set text", TEXT, {**TEXT, "contentMediaType": "application/json"}, "documentation", "documentation"),
    ("nullable false", TEXT, {**TEXT, "nullable": False}, None, None),
    ("deprecated false", TEXT, {**TEXT, "deprecated": False}, None, None),
    ("bound implied by enum", {"enum": [1, 2]}, {"enum": [1, 2], "maximum": 5}, None, None),
    ("bound implied by const", {"const": "ab"}, {"const": "ab", "maxLength": 5}, None, None),
    ("pattern implied by enum", {"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["a", "b"], "pattern": "^[ab]$"}, None, None),
    ("maxLength on integer", _bounded(), _bounded(maxLength=5), None, None),
    ("dependentSchemas", _object(a=TEXT, b=TEXT), {**_object(a=TEXT, b=TEXT), "dependentSchemas": {"a": {"required": ["b"]}}}, "callers", "additive"),
    ("if without then", _object(a=TEXT), {**_object(a=TEXT), "if": {"required": ["a"]}}, None, None),
    ("empty allOf part", WORD, {"allOf": [WORD, {}]}, None, None),
    ("allOf desc part", _ref("Thing"), {"allOf": [_ref("Thing"), {"description": "x"}]}, "documentation", "documentation"),
    ("format duration", TEXT, {"type": "string", "format": "duration"}, "callers", "additive"),
    ("time", TEXT, {"type": "string", "format": "time"}, "callers", "additive"),
    ("date-time to date", {"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}, "callers", "readers"),
    ("discriminator enum prop", {"oneOf": [_ref("Thing"), _ref("Other")]}, {"anyOf": [_ref("Other"), _ref("Thing")]}, None, None),
    ("true schema", {}, True, None, None),
    ("a format without a meaning", TEXT, {**TEXT, "format": "markdown"}, None, None),
    ("another format without a meaning", {**TEXT, "format": "html"}, {**TEXT, "format": "markdown"}, None, None),
    ("another spelling of a format", {**TEXT, "format": "url"}, {**TEXT, "format": "uri"}, None, None),
    ("one more place of a tuple", {"type": "array", "prefixItems": [TEXT]}, {"type": "array", "prefixItems": [TEXT, INT]}, "callers", "readers"),
    ("a required member that is not described", _object(a=TEXT), {**_object(a=TEXT), "required": ["b"]}, "callers", "additive"),
    ("bytes and null", {**TEXT, "format": "byte"}, {"type": ["string", "null"], "format": "byte"}, "additive", "additive"),
]  # fmt: skip


def _document(sent: Schema, returned: Schema, version: str = "3.1.0") -> dict[str, Any]:
    def json(schema: Schema) -> Schema:
        return {"content": {"application/json": {"schema": schema}}}

    return {
        "openapi": version,
        "info": {"title": "Small", "version": "1"},
        "servers": [{"url": "https://api.example"}],
        "paths": {
            "/things": {
                "post": {
                    "operationId": "create_things",
                    "tags": ["things"],
                    "requestBody": json(_object(v=sent)),
                    "responses": {"200": {"description": "ok", **json(_object(v=returned))}},
                }
            }
        },
        "components": {"schemas": copy.deepcopy(COMPONENTS)},
    }


def _verdict(old: dict[str, Any], new: dict[str, Any], folder: Path) -> str | None:
    changes = compare(side(old, folder, "old"), side(new, folder, "new"))
    assert all(change.text and change.python for change in changes)
    return find_most_severe(changes)


THINGS: Final = "/paths/~1things/post"
PAGE: Final = {"name": "page", "in": "query", "schema": _bounded(maximum=9)}
PARAMETERS: Final = f"{THINGS}/parameters"
BODY: Final = f"{THINGS}/requestBody"
RESULT: Final = f"{THINGS}/responses/200/content/application~1json/schema"
SENT: Final = f"{BODY}/content/application~1json/schema"
KEYS: Final = {
    "k": {"type": "http", "scheme": "bearer"},
    "l": {"type": "apiKey", "in": "header", "name": "X-L"},
}
HOOK: Final = {
    "post": {
        "requestBody": {"content": {"application/json": {"schema": _object(a=TEXT, b=WORD)}}},
        "responses": {"200": {"description": "ok"}},
    }
}
HOOK_SCHEMA: Final = "/webhooks/x/post/requestBody/content/application~1json/schema/properties"
SECURED: Final[Schema] = {"/components/securitySchemes": KEYS, "/security": [{"k": []}]}
GET: Final = {
    "operationId": "list_things",
    "tags": ["things"],
    "responses": {"204": {"description": "ok"}},
}

# Name, edits of the document before, edits of the document now, verdict.
DOCUMENTS: Final[list[tuple[str, Schema, Schema, str | None]]] = [
    ("the same", {}, {}, None),
    ("an operation more", {}, {"/paths/~1things/get": GET}, "additive"),
    ("an operation less", {"/paths/~1things/get": GET}, {}, "callers"),
    ("a deprecated operation", {}, {f"{THINGS}/deprecated": True}, "documentation"),
    ("another summary", {}, {f"{THINGS}/summary": "New."}, "documentation"),
    ("another parameter name in the path", {"/paths/~1a~1{x}": {"get": {**GET, "parameters": [
        {"name": "x", "in": "path", "required": True, "schema": TEXT}]}}},
     {"/paths/~1a~1{y}": {"get": {**GET, "parameters": [
        {"name": "y", "in": "path", "required": True, "schema": TEXT}]}}}, "callers"),
    ("parameters of the path item", {PARAMETERS: [PAGE]}, {"/paths/~1things/parameters": [PAGE]}, None),
    ("a parameter more", {}, {PARAMETERS: [PAGE]}, "additive"),
    ("a required parameter more", {}, {PARAMETERS: [{**PAGE, "required": True}]}, "callers"),
    ("a parameter less", {PARAMETERS: [PAGE]}, {}, "callers"),
    ("a parameter is required", {PARAMETERS: [PAGE]}, {PARAMETERS: [{**PAGE, "required": True}]}, "callers"),
    ("a parameter is optional", {PARAMETERS: [{**PAGE, "required": True}]}, {PARAMETERS: [PAGE]}, "additive"),
    ("a parameter's bound", {PARAMETERS: [PAGE]}, {PARAMETERS: [{**PAGE, "schema": _bounded(maximum=5)}]}, "callers"),
    ("a parameter's bound by reference", {PARAMETERS: [{**PAGE, "schema": _ref("Name")}]},
     {PARAMETERS: [{**PAGE, "schema": _ref("Short")}]}, "callers"),
    ("bound of a parameter's items", {PARAMETERS: [{**PAGE, "schema": _list(WORD)}]},
     {PARAMETERS: [{**PAGE, "schema": _list(_ref("Short"))}]}, "callers"),
    ("a parameter's content", {PARAMETERS: [{"name": "p", "in": "query", "content": {"application/json": {"schema": _object(a=WORD)}}}]},
     {PARAMETERS: [{"name": "p", "in": "query", "content": {"application/json": {"schema": _object(a={**WORD, "maxLength": 5})}}}]}, "callers"),
    ("a parameter in another place", {PARAMETERS: [PAGE]}, {PARAMETERS: [{**PAGE, "in": "header"}]}, "additive"),
    ("a body is required", {}, {f"{BODY}/required": True}, "callers"),
    ("a body is optional", {f"{BODY}/required": True}, {}, "additive"),
    ("no body any more", {}, {BODY: GONE}, "callers"),
    ("minProperties of a body", {}, {f"{SENT}/minProperties": 1}, "callers"),
    ("no further members of a body", {}, {f"{SENT}/additionalProperties": False}, "callers"),
    ("dependentRequired of a body", {}, {f"{SENT}/dependentRequired": {"v": ["w"]}}, "callers"),
    ("if and then of a body", {}, {f"{SENT}/if": {"required": ["v"]}, f"{SENT}/then": {"required": ["w"]}}, "callers"),
    ("not of a body", {}, {f"{SENT}/not": {"required": ["w"]}}, "callers"),
    ("propertyNames of a body", {}, {f"{SENT}/propertyNames": {"maxLength": 3}}, "callers"),
    ("patternProperties of a body", {}, {f"{SENT}/patternProperties": {"^x": WORD}}, "callers"),
    ("bound of a body of text", {SENT: WORD}, {SENT: {**WORD, "maxLength": 5}}, "callers"),
    ("bound of a plain text body", {f"{BODY}/content": {"text/plain": {"schema": WORD}}},
     {f"{BODY}/content": {"text/plain": {"schema": {**WORD, "maxLength": 5}}}}, "callers"),
    ("bound of a list as a body", {SENT: _list(WORD)}, {SENT: _list({**WORD, "maxLength": 5})}, "callers"),
    ("bound of a form", {f"{BODY}/content": {"multipart/form-data": {"schema": _object(v=WORD)}}},
     {f"{BODY}/content": {"multipart/form-data": {"schema": _object(v={**WORD, "maxLength": 5})}}}, "callers"),
    ("credentials where none were", {}, SECURED, "callers"),
    ("credentials of one operation", {"/components/securitySchemes": KEYS},
     {"/components/securitySchemes": KEYS, f"{THINGS}/security": [{"k": []}]}, "callers"),
    ("credentials or none", {"/components/securitySchemes": KEYS},
     {"/components/securitySchemes": KEYS, "/security": [{}, {"k": []}]}, "additive"),
    ("no credentials needed", SECURED, {"/components/securitySchemes": KEYS}, "additive"),
    ("other credentials, too", SECURED, {**SECURED, "/security": [{"k": []}, {"l": []}]}, "additive"),
    ("other credentials instead", SECURED, {**SECURED, "/security": [{"l": []}]}, "callers"),
    ("two credentials at once", SECURED, {**SECURED, "/security": [{"k": [], "l": []}]}, "callers"),
    ("credentials moved to the operation", SECURED,
     {"/components/securitySchemes": KEYS, f"{THINGS}/security": [{"k": []}]}, None),
    ("a webhook more", {}, {"/webhooks": {"x": HOOK}}, "additive"),
    ("a webhook less", {"/webhooks": {"x": HOOK}}, {}, "callers"),
    ("a webhook's member less", {"/webhooks": {"x": HOOK}}, {"/webhooks": {"x": HOOK}, f"{HOOK_SCHEMA}/b": GONE}, "readers"),
    ("a webhook's member more", {"/webhooks": {"x": HOOK}}, {"/webhooks": {"x": HOOK}, f"{HOOK_SCHEMA}/c": TEXT}, "additive"),
    ("bound of a webhook's member", {"/webhooks": {"x": HOOK}}, {"/webhooks": {"x": HOOK}, f"{HOOK_SCHEMA}/b/maxLength": 12}, "readers"),
    ("another server", {}, {"/servers/0/url": "https://b.example"}, "additive"),
    ("another status of the same result", {}, {f"{THINGS}/responses/201": {"description": "ok", "content": {
        "application/json": {"schema": _object(v=TEXT)}}}, f"{THINGS}/responses/200": GONE}, "readers"),
    ("an error is documented", {}, {f"{THINGS}/responses/404": {"description": "no"}}, "documentation"),
    ("a schema that nothing uses", {"/components/schemas/Lone": _object(a=TEXT)}, {}, "callers"),
    ("a nested object moves to a component", {RESULT: _object(v=_object(a=TEXT))},
     {RESULT: _object(v=_ref("Part")), "/components/schemas/Part": _object(a=TEXT)}, "readers"),
    ("a model in place of one that stays", {RESULT: _list(THING)}, {RESULT: _list(_ref("Other"))}, "readers"),
    ("3.0 to 3.1", {"/openapi": "3.0.3"}, {}, None),
    ("another version of the document", {}, {"/info/version": "2"}, None),
]  # fmt: skip


@pytest.mark.parametrize("pair", DOCUMENTS, ids=lambda pair: str(pair[0]).replace(" ", "-"))
def test_a_document(pair: tuple[str, Schema, Schema, str], tmp_path: Path) -> None:
    _, before, now, verdict = pair
    base = _document(TEXT, TEXT)
    assert _verdict(changed(before, base), changed(now, base), tmp_path) == verdict


@pytest.mark.parametrize("pair", SCHEMAS, ids=lambda pair: str(pair[0]).replace(" ", "-"))
def test_a_schema_that_is_sent(pair: tuple[str, Schema, Schema, str, str], tmp_path: Path) -> None:
    _, old, new, verdict, _ = pair
    assert _verdict(_document(old, TEXT), _document(new, TEXT), tmp_path) == verdict


@pytest.mark.parametrize("pair", SCHEMAS, ids=lambda pair: str(pair[0]).replace(" ", "-"))
def test_a_schema_that_is_returned(
    pair: tuple[str, Schema, Schema, str, str], tmp_path: Path
) -> None:
    _, old, new, _, verdict = pair
    assert _verdict(_document(TEXT, old), _document(TEXT, new), tmp_path) == verdict
