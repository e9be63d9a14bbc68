"""What OpenAPI 3.0, 3.1 and 3.2 allow where: the fields of every object and what stands in them.

The table is the union of the three versions, because documents mix them and the generator understands
all of it anyway. It says which keywords are unknown, and leads a walk to the places where a `$ref`
is a reference and not data.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final, Literal, TypeGuard

from attrs import frozen

Many = Literal["one", "list", "map", "either"]
"""How the objects stand in a field; `either` is one or a list of them (`items` of older drafts)."""


@frozen
class Slot:
    """What a field holds: objects of a shape."""

    shape: str
    many: Many = "one"


HTTP_METHODS = tuple("get put post delete options head patch trace query".split())

_TABLE: Final = {
    "document": "openapi swagger $self jsonSchemaDialect security info:info servers:server[] paths:paths"
    " webhooks:pathItem{} components:components tags:tag[] externalDocs:docs",
    "info": "title summary description termsOfService version contact:contact license:license",
    "contact": "name url email",
    "license": "name identifier url",
    "server": "url description name variables:variable{}",
    "variable": "enum default description",
    "components": "schemas:schema{} responses:response{} parameters:parameter{} examples:example{}"
    " requestBodies:requestBody{} headers:header{} securitySchemes:securityScheme{} links:link{}"
    " callbacks:callback{} pathItems:pathItem{} mediaTypes:mediaType{}",
    "pathItem": "$ref summary description servers:server[] parameters:parameter[]"
    " additionalOperations:operation{} " + " ".join(f"{m}:operation" for m in HTTP_METHODS),
    "operation": "tags summary description operationId deprecated security externalDocs:docs"
    " parameters:parameter[] requestBody:requestBody responses:responses callbacks:callback{}"
    " servers:server[]",
    "parameter": "name in description required deprecated allowEmptyValue style explode allowReserved"
    " example schema:schema examples:example{} content:mediaType{}",
    "header": "description required deprecated allowEmptyValue style explode allowReserved example"
    " schema:schema examples:example{} content:mediaType{}",
    "requestBody": "description required content:mediaType{}",
    "mediaType": "example schema:schema itemSchema:schema examples:example{} encoding:encoding{}"
    " prefixEncoding:encoding[] itemEncoding:encoding",
    "encoding": "contentType style explode allowReserved headers:header{} encoding:encoding{}"
    " prefixEncoding:encoding[] itemEncoding:encoding",
    "response": "description summary headers:header{} content:mediaType{} links:link{}",
    "example": "summary description value externalValue dataValue serializedValue",
    "link": "operationRef operationId parameters requestBody description server:server",
    "tag": "name summary description parent kind externalDocs:docs",
    "docs": "url description",
    "securityScheme": "type description name in scheme bearerFormat openIdConnectUrl oauth2MetadataUrl"
    " deprecated flows:flows",
    "flows": "implicit:flow password:flow clientCredentials:flow authorizationCode:flow"
    " deviceAuthorization:flow",
    "flow": "authorizationUrl tokenUrl refreshUrl deviceAuthorizationUrl scopes",
    "discriminator": "propertyName mapping defaultMapping",
    "xml": "name namespace prefix attribute wrapped nodeType",
    "schema": "$schema $id $anchor $ref $dynamicRef $dynamicAnchor $recursiveRef $recursiveAnchor"
    " $vocabulary $comment id title description type format const enum default example examples nullable"
    " deprecated readOnly writeOnly required multipleOf maximum exclusiveMaximum minimum exclusiveMinimum"
    " maxLength minLength pattern maxItems minItems uniqueItems maxContains minContains maxProperties"
    " minProperties dependentRequired contentEncoding contentMediaType allOf:schema[] anyOf:schema[]"
    " oneOf:schema[] not:schema if:schema then:schema else:schema items:schema| prefixItems:schema[]"
    " contains:schema additionalItems:schema unevaluatedItems:schema properties:schema{}"
    " patternProperties:schema{} additionalProperties:schema propertyNames:schema"
    " unevaluatedProperties:schema dependentSchemas:schema{} dependencies:schema{} $defs:schema{}"
    " definitions:schema{} contentSchema:schema discriminator:discriminator xml:xml externalDocs:docs",
}

_MAPS: Final = {"paths": "pathItem", "responses": "response", "callback": "pathItem"}
"""Objects whose members all hold the same, whatever they are called."""

REFERABLE: Final = {
    "schema": "schemas",
    "response": "responses",
    "parameter": "parameters",
    "example": "examples",
    "requestBody": "requestBodies",
    "header": "headers",
    "securityScheme": "securitySchemes",
    "link": "links",
    "callback": "callbacks",
    "pathItem": "pathItems",
    "mediaType": "mediaTypes",
}
"""The shapes that a `$ref` may stand for, and where their components are kept."""


SHAPE_LABELS: Final = {
    "document": "the document",
    "info": "`info`",
    "contact": "`contact`",
    "license": "`license`",
    "server": "a server",
    "variable": "a server's variable",
    "components": "`components`",
    "pathItem": "a path",
    "operation": "an operation",
    "parameter": "a parameter",
    "header": "a header",
    "requestBody": "a request body",
    "mediaType": "a media type",
    "encoding": "an encoding",
    "response": "a response",
    "example": "an example",
    "link": "a link",
    "tag": "a tag",
    "docs": "`externalDocs`",
    "securityScheme": "a security scheme",
    "flows": "`flows`",
    "flow": "an OAuth flow",
    "discriminator": "a discriminator",
    "xml": "`xml`",
    "schema": "a schema",
}
"""What the shapes are called in a sentence."""


def _slot(text: str) -> Slot:
    for end, many in (("[]", "list"), ("{}", "map"), ("|", "either")):
        if text.endswith(end):
            return Slot(text.removesuffix(end), many)  # type: ignore[arg-type]
    return Slot(text)


def _fields(line: str) -> dict[str, Slot | None]:
    words = (word.partition(":") for word in line.split())
    return {name: _slot(rest) if rest else None for name, _, rest in words}


FIELDS: Final[dict[str, dict[str, Slot | None]]] = {n: _fields(line) for n, line in _TABLE.items()}
"""By shape, the fields that are allowed; None where the value is data."""

_SLOTS: Final[dict[str, dict[str, Slot]]] = {
    shape: {name: slot for name, slot in fields.items() if slot is not None}
    for shape, fields in FIELDS.items()
}
_KNOWN: Final = {
    shape: frozenset((*fields, "$ref")) if shape in REFERABLE else frozenset(fields)
    for shape, fields in FIELDS.items()
}
_MEMBERS: Final = {shape: Slot(inner) for shape, inner in _MAPS.items()}


def list_slots(shape: str, value: dict[str, Any]) -> list[tuple[str, Slot]]:
    """The members of an object that hold further objects.

    Args:
        shape: what kind of object it is.
        value: the object.

    Returns:
        The key of each such member and what it holds, in the order of the object.
    """
    member = _MEMBERS.get(shape)
    if member is not None:
        return [(key, member) for key in value if not key.startswith("x-") and key != "$ref"]
    fields = _SLOTS[shape]
    return [(key, fields[key]) for key in value if key in fields]


def iter_objects(slot: Slot, value: Any) -> Iterable[tuple[str, Any]]:
    """The objects in a field that may hold several, each with the step that leads from the field to it.

    Args:
        slot: what the field holds.
        value: what stands there, of any type; a single object has no step.

    Returns:
        Pairs of an index or a key, and what stands there.
    """
    if slot.many == "map":
        return value.items() if is_map(value) else ()
    return ((str(index), item) for index, item in enumerate(value)) if is_list(value) else ()


def list_unknown_keys(shape: str, value: dict[str, Any]) -> Collection[str]:
    """The keys of an object that are none of its kind's: extensions, and what OpenAPI does not know."""
    if shape in _MAPS:
        return [key for key in value if key.startswith("x-")]
    known = _KNOWN[shape]
    return () if value.keys() <= known else value.keys() - known


def is_map(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value of a document is a mapping; its keys are text."""
    return type(value) is dict


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value of a document is a list."""
    return type(value) is list
