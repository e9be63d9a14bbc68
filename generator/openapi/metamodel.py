"""The metamodel of OpenAPI 3.0, 3.1 and 3.2: the fields of every object and their types.

The table is the union of the three versions, because documents mix them and the generator understands all of them
anyway. It says which keywords are unknown and which values have the wrong type, and it tells walks where a
`$ref` is a reference and where it is data.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final, Literal, TypeGuard

from attrs import Factory, field, frozen

Many = Literal["one", "list", "map", "either"]
"""Whether a field holds one object, a list or a map of them; `either` is one or a list (`items` of older drafts)."""
JSON_CLASSES: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int, float),
    "number": (float, int),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
"""The types of JSON Schema and the classes of their parsed values; the first class belongs to that type alone."""
JSON_TYPES: Final = {classes[0]: name for name, classes in JSON_CLASSES.items()}
"""The most specific type of JSON Schema for each class of parsed values."""


@frozen
class Slot:
    """What a field holds: objects of a shape."""

    shape: str
    many: Many = "one"


@frozen
class Field:
    """A field of an object.

    Attributes:
        slot: what objects it holds; None where its value is data.
        type: the type of the data, one of `DATA_TYPES`; empty where any value is allowed, and a `$ref` in it is data.
        required: whether the object must have it.
    """

    slot: Slot | None
    type: str = ""
    required: bool = False


_CHECKED_BY_FORM: Final = frozenset({"overload"})
"""Shapes of our dialect, whose keys are checked elsewhere."""

HTTP_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The fields of a path item that hold operations."""


@frozen
class Metamodel:
    """The shapes of one family of versions.

    Attributes:
        shapes: by shape, its fields.
        maps: shapes whose members all hold the same, whatever they are called.
        referable: the shapes that a `$ref` may stand for, and where their components are.
        inlined: shapes of which another file's objects take the place of their reference: older versions have no
            components for them.
        slots: by shape, the fields that hold objects.
        data: by shape, the fields whose value is data in which a `$ref` may be followed.
    """

    shapes: dict[str, dict[str, Field]]
    maps: dict[str, str]
    referable: dict[str, tuple[str, ...]]
    inlined: frozenset[str]
    slots: dict[str, dict[str, Slot]] = field(
        init=False, default=Factory(lambda self: _find_slots(self), takes_self=True)
    )
    data: dict[str, frozenset[str]] = field(
        init=False, default=Factory(lambda self: _find_data(self), takes_self=True)
    )
    _keywords: dict[str, frozenset[str]] = field(
        init=False, default=Factory(lambda self: _list_keywords(self), takes_self=True)
    )
    _members: dict[str, Slot] = field(
        init=False, default=Factory(lambda self: _find_members(self), takes_self=True)
    )

    def list_slots(self, shape: str, value: dict[str, Any]) -> list[tuple[str, Slot]]:
        """Return the members of an object that hold further objects.

        Args:
            shape: what kind of object it is.
            value: the object.

        Returns:
            The key of each such member and what it holds, in the order of the object.
        """
        member = self._members.get(shape)
        if member is not None:
            return [(key, member) for key in value if not key.startswith("x-") and key != "$ref"]
        fields = self.slots[shape]
        return [(key, fields[key]) for key in value if key in fields]

    def list_unknown_keys(self, shape: str, value: dict[str, Any]) -> Collection[str]:
        """Return the keys of an object that its shape does not have: extensions, and what OpenAPI does not know."""
        if shape in self.maps:
            return [key for key in value if key.startswith("x-")]
        if shape in _CHECKED_BY_FORM:
            return ()
        names = self._keywords[shape]
        return () if value.keys() <= names else value.keys() - names


def _find_slots(model: Metamodel) -> dict[str, dict[str, Slot]]:
    return {
        shape: {name: each.slot for name, each in fields.items() if each.slot is not None}
        for shape, fields in model.shapes.items()
    }


def _find_data(model: Metamodel) -> dict[str, frozenset[str]]:
    return {
        shape: frozenset(name for name, each in fields.items() if each.type)
        for shape, fields in model.shapes.items()
    }


def _list_keywords(model: Metamodel) -> dict[str, frozenset[str]]:
    """Return the keywords of OpenAPI by shape; the dialect checks its own keys, also those that hold objects."""
    return {
        shape: frozenset(key for key in fields if not key.startswith("x-"))
        | ({"$ref"} if shape in model.referable else set())
        for shape, fields in model.shapes.items()
    }


def _find_members(model: Metamodel) -> dict[str, Slot]:
    return {shape: Slot(inner) for shape, inner in model.maps.items()}


def iter_objects(slot: Slot, value: Any) -> Iterable[tuple[str, Any]]:
    """Iterate over the objects in a field that may hold several, each with its index or key.

    Args:
        slot: what the field holds.
        value: the value of the field, of any type; a single object has no key, so there is nothing to iterate over.
    """
    if slot.many == "map":
        return value.items() if is_map(value) else ()
    return ((str(index), item) for index, item in enumerate(value)) if is_list(value) else ()


def is_map(value: object) -> TypeGuard[dict[str, Any]]:
    """Return whether a value of a document is a mapping; its keys are text."""
    return type(value) is dict


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Return whether a value of a document is a list."""
    return type(value) is list


def parse_shapes(table: Mapping[str, str]) -> dict[str, dict[str, Field]]:
    """Parse a table of shapes.

    Args:
        table: by shape, its fields: `name:shape` with `[]`, `{}` or `|` for several objects, `name=type` for data,
            `name` alone for any value; `!` at the end of what is required.
    """
    return {shape: dict(map(_parse_field, line.split())) for shape, line in table.items()}


def _parse_field(word: str) -> tuple[str, Field]:
    text = word.removesuffix("!")
    required = text != word
    name, is_slot, shape = text.partition(":")
    if is_slot:
        return name, Field(_parse_slot(shape), "", required)
    name, _, type_ = text.partition("=")
    return name, Field(None, type_, required)


def _parse_slot(text: str) -> Slot:
    ends: tuple[tuple[str, Many], ...] = (("[]", "list"), ("{}", "map"), ("|", "either"))
    for end, many in ends:
        if text.endswith(end):
            return Slot(text.removesuffix(end), many)
    return Slot(text)


_INFO: Final = {
    "info": "title=text! summary=text description=text termsOfService=text version=text! contact:contact"
    " license:license",
    "contact": "name=text url=text email=text",
    "license": "name=text! identifier=text url=text",
    "docs": "url=text! description=text",
    "xml": "name=text namespace=text prefix=text attribute=bool wrapped=bool nodeType=text",
}
"""What 2.0 and 3.x have in common."""

_TABLE: Final = _INFO | {
    "document": "openapi=text! $self=text jsonSchemaDialect=text security=requirements info:info!"
    " servers:server[] paths:paths webhooks:pathItem{} components:components tags:tag[] externalDocs:docs",
    "server": "url=text! name=text description=text variables:variable{}",
    "variable": "enum=texts default=text! description=text",
    "components": "schemas:schema{} responses:response{} parameters:parameter{} examples:example{}"
    " requestBodies:requestBody{} headers:header{} securitySchemes:securityScheme{} links:link{}"
    " callbacks:callback{} pathItems:pathItem{} mediaTypes:mediaType{}",
    "pathItem": "$ref=text summary=text description=text servers:server[] parameters:parameter[]"
    " additionalOperations:operation{} " + " ".join(f"{m}:operation" for m in HTTP_METHODS),
    "operation": "tags=texts summary=text description=text operationId=text deprecated=bool"
    " security=requirements externalDocs:docs parameters:parameter[] requestBody:requestBody"
    " responses:responses callbacks:callback{} servers:server[] x-overloads:overload[]",
    "overload": "required=texts optional=texts result:schema",
    "parameter": "name=text! in=location! description=text required=bool deprecated=bool allowEmptyValue=bool"
    " style=text explode=bool allowReserved=bool example schema:schema examples:example{}"
    " content:mediaType{}",
    "header": "description=text required=bool deprecated=bool allowEmptyValue=bool style=text explode=bool"
    " allowReserved=bool example schema:schema examples:example{} content:mediaType{}",
    "requestBody": "description=text required=bool content:mediaType{}!",
    "mediaType": "example schema:schema itemSchema:schema examples:example{} encoding:encoding{}"
    " prefixEncoding:encoding[] itemEncoding:encoding",
    "encoding": "contentType=text style=text explode=bool allowReserved=bool headers:header{} encoding:encoding{}"
    " prefixEncoding:encoding[] itemEncoding:encoding",
    "response": "description=text! summary=text headers:header{} content:mediaType{} links:link{}",
    "example": "summary=text description=text value externalValue=text dataValue serializedValue=text",
    "link": "operationRef=text operationId=text parameters requestBody description=text server:server",
    "tag": "name=text! summary=text description=text parent=text kind=text externalDocs:docs",
    "securityScheme": "type=scheme! description=text name=text in=text scheme=text bearerFormat=text"
    " openIdConnectUrl=text oauth2MetadataUrl=text deprecated=bool flows:flows",
    "flows": "implicit:flow password:flow clientCredentials:flow authorizationCode:flow"
    " deviceAuthorization:flow",
    "flow": "authorizationUrl=text tokenUrl=text refreshUrl=text deviceAuthorizationUrl=text scopes=textmap!",
    "discriminator": "propertyName=text! mapping=textmap defaultMapping=text",
    "schema": "$schema=text $id=text $anchor=text $ref=text $dynamicRef=text $dynamicAnchor=text"
    " $recursiveRef=text $recursiveAnchor=bool $vocabulary=map $comment=text id=text title=text"
    " description=text type=types format=text const enum=list default example examples nullable=bool"
    " deprecated=bool readOnly=bool writeOnly=bool required=texts multipleOf=positive maximum=number"
    " exclusiveMaximum=boundary minimum=number exclusiveMinimum=boundary maxLength=integer"
    " minLength=integer pattern=text maxItems=integer minItems=integer uniqueItems=bool maxContains=integer"
    " minContains=integer maxProperties=integer minProperties=integer dependentRequired=map"
    " contentEncoding=text contentMediaType=text allOf:schema[] anyOf:schema[] oneOf:schema[] not:schema"
    " if:schema then:schema else:schema items:schema| prefixItems:schema[] contains:schema"
    " additionalItems:schema unevaluatedItems:schema properties:schema{} patternProperties:schema{}"
    " additionalProperties:schema propertyNames:schema unevaluatedProperties:schema"
    " dependentSchemas:schema{} dependencies:schema{} $defs:schema{} definitions:schema{}"
    " contentSchema:schema discriminator:discriminator xml:xml externalDocs:docs",
}

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
"""The shapes that a `$ref` may stand for, and the sections of `components` that hold them."""

OPENAPI: Final = Metamodel(
    shapes=parse_shapes(_TABLE) | {"paths": {}, "responses": {}, "callback": {}},
    maps={"paths": "pathItem", "responses": "response", "callback": "pathItem"},
    referable={shape: ("components", section) for shape, section in REFERABLE.items()},
    inlined=frozenset({"pathItem", "example", "link", "mediaType"}),
)

SWAGGER_2: Final = Metamodel(
    shapes=parse_shapes(
        _INFO
        | {
            "document": "swagger=text! info:info! host=text basePath=text schemes=texts consumes=texts"
            " produces=texts paths:paths definitions:schema{} parameters:parameter{} responses:response{}"
            " securityDefinitions:securityScheme{} security=requirements tags:tag[] externalDocs:docs",
            "pathItem": "$ref=text parameters:parameter[] "
            + " ".join(f"{method}:operation" for method in HTTP_METHODS[:7]),
            "operation": "tags=texts summary=text description=text externalDocs:docs operationId=text"
            " consumes=texts produces=texts parameters:parameter[] responses:responses schemes=texts"
            " deprecated=bool security=requirements",
            "parameter": "name=text! in=text! description=text required=bool schema:schema type=text format=text"
            " allowEmptyValue=bool items:items collectionFormat=text default maximum=number"
            " exclusiveMaximum=bool minimum=number exclusiveMinimum=bool maxLength=integer minLength=integer"
            " pattern=text maxItems=integer minItems=integer uniqueItems=bool enum=list multipleOf=number",
            "items": "type=text format=text items:items collectionFormat=text default maximum=number"
            " exclusiveMaximum=bool minimum=number exclusiveMinimum=bool maxLength=integer minLength=integer"
            " pattern=text maxItems=integer minItems=integer uniqueItems=bool enum=list multipleOf=number",
            "header": "description=text type=text format=text items:items collectionFormat=text default"
            " maximum=number exclusiveMaximum=bool minimum=number exclusiveMinimum=bool maxLength=integer"
            " minLength=integer pattern=text maxItems=integer minItems=integer uniqueItems=bool enum=list"
            " multipleOf=number",
            "response": "description=text! schema:schema headers:header{} examples",
            "tag": "name=text! description=text externalDocs:docs",
            "securityScheme": "type=text! description=text name=text in=text flow=text authorizationUrl=text"
            " tokenUrl=text scopes=textmap",
            "schema": "$ref=text format=text title=text description=text default multipleOf=positive maximum=number"
            " exclusiveMaximum=bool minimum=number exclusiveMinimum=bool maxLength=integer minLength=integer"
            " pattern=text maxItems=integer minItems=integer uniqueItems=bool maxProperties=integer"
            " minProperties=integer required=texts enum=list type=types items:schema| allOf:schema[]"
            " anyOf:schema[] oneOf:schema[] not:schema properties:schema{} additionalProperties:schema"
            " discriminator=text readOnly=bool xml:xml externalDocs:docs example",
        }
    )
    | {"paths": {}, "responses": {}},
    maps={"paths": "pathItem", "responses": "response"},
    referable={
        "schema": ("definitions",),
        "parameter": ("parameters",),
        "response": ("responses",),
        "securityScheme": ("securityDefinitions",),
        "pathItem": (),
    },
    inlined=frozenset({"pathItem"}),
)

SHAPE_LABELS: Final = {
    "document": "the document",
    "info": "`info`",
    "contact": "`contact`",
    "license": "`license`",
    "server": "a server",
    "variable": "a server's variable",
    "components": "`components`",
    "paths": "`paths`",
    "pathItem": "a path item",
    "operation": "an operation",
    "overload": "an overload",
    "parameter": "a parameter",
    "header": "a header",
    "requestBody": "a request body",
    "mediaType": "a media type",
    "encoding": "an encoding",
    "responses": "`responses`",
    "response": "a response",
    "callback": "a callback",
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
    "items": "`items`",
}
"""The names of the shapes in messages."""
