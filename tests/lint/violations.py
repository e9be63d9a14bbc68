"""Documents that violate one rule each: a document that is right, and what each violation changes in it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final, NamedTuple

REMOVE: Final = object()
"""In a change: the key goes."""

_ERROR = {"$ref": "#/components/responses/Failed"}
RIGHT: Final[dict[str, Any]] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1.0"},
    "servers": [{"url": "https://shop.example/{stage}", "variables": {"stage": {"default": "v1"}}}],
    "security": [{"token": []}],
    "tags": [{"name": "pets"}],
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "summary": "List pets.",
                "tags": ["pets"],
                "parameters": [
                    {
                        "name": "limit",
                        "in": "query",
                        "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 10},
                    },
                    {
                        "name": "sort",
                        "in": "query",
                        "schema": {"type": "string", "enum": ["name", "age"]},
                    },
                ],
                "responses": {
                    "200": {
                        "description": "Pets.",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "array",
                                    "items": {"$ref": "#/components/schemas/Pet"},
                                },
                                "example": [{"id": 1, "name": "Rex", "kind": "dog"}],
                            }
                        },
                    },
                    "4XX": _ERROR,
                },
            },
            "post": {
                "operationId": "createPet",
                "summary": "Add a pet.",
                "tags": ["pets"],
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
                    },
                },
                "responses": {
                    "201": {
                        "description": "Added.",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
                        },
                    },
                    "default": _ERROR,
                },
            },
        },
        "/pets/{petId}": {
            "parameters": [
                {"name": "petId", "in": "path", "required": True, "schema": {"type": "integer"}}
            ],
            "get": {
                "operationId": "getPet",
                "summary": "Get a pet.",
                "tags": ["pets"],
                "security": [{"oauth": ["read"]}],
                "responses": {
                    "200": {
                        "description": "The pet.",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
                        },
                    },
                    "404": _ERROR,
                },
            },
        },
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "id": {"type": "integer", "readOnly": True},
                    "name": {"type": "string", "minLength": 1, "maxLength": 40},
                    "kind": {"type": "string", "enum": ["cat", "dog"], "default": "cat"},
                    "born": {"type": "string", "format": "date"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
            "Error": {"type": "object", "properties": {"message": {"type": "string"}}},
        },
        "responses": {
            "Failed": {
                "description": "It failed.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
            }
        },
        "securitySchemes": {
            "token": {"type": "http", "scheme": "bearer"},
            "oauth": {
                "type": "oauth2",
                "flows": {
                    "clientCredentials": {
                        "tokenUrl": "https://shop.example/token",
                        "scopes": {"read": "Read pets."},
                    }
                },
            },
        },
    },
}


class Violation(NamedTuple):
    """A document that violates one rule.

    Attributes:
        rule: the rule that finds it.
        name: what is wrong.
        change: what is merged into the document.
        place: a part of the pointer of the finding.
        openapi: the version of the document.
    """

    rule: str
    name: str
    change: dict[str, Any]
    place: str = ""
    openapi: str = "3.1.0"

    @property
    def document(self) -> dict[str, Any]:
        """The document."""
        return merge(merge(deepcopy(RIGHT), self.change), {"openapi": self.openapi})


def merge(base: Any, change: Any) -> Any:
    """Return `base` with `change` in it: mappings are merged, and anything else is replaced."""
    if not isinstance(base, dict) or not isinstance(change, dict):
        return change
    merged = dict(base)
    for key, value in change.items():
        if value is REMOVE:
            merged.pop(key, None)
        else:
            merged[key] = merge(base.get(key), value)
    return merged


def get(change: dict[str, Any]) -> dict[str, Any]:
    """Return a change of the operation that lists pets."""
    return {"paths": {"/pets": {"get": change}}}


def pet(**properties: Any) -> dict[str, Any]:
    """Return a change of the members of a pet."""
    return {"components": {"schemas": {"Pet": {"properties": properties}}}}


def query(**parameter: Any) -> dict[str, Any]:
    """Return a change that gives an operation a single query parameter."""
    return get({"parameters": [{"name": "q", "in": "query", **parameter}]})


def response(**change: Any) -> dict[str, Any]:
    """Return a change of a successful response."""
    return get({"responses": {"200": change}})


def security(**schemes: Any) -> dict[str, Any]:
    """Return a change of the security schemes."""
    return {"components": {"securitySchemes": schemes}}


def operation(name: str, *parameters: str) -> dict[str, Any]:
    """Return a path item with one operation."""
    item: dict[str, Any] = {
        "get": {
            "operationId": name,
            "summary": "Get it.",
            "tags": ["pets"],
            "responses": {"204": {"description": "Nothing."}, "4XX": _ERROR},
        }
    }
    if parameters:
        item["parameters"] = [
            {"name": each, "in": "path", "required": True, "schema": {"type": "string"}}
            for each in parameters
        ]
    return item


JSON = "application/json"
VIOLATIONS: Final = (
    # Paths
    Violation(
        "identical-paths",
        "two paths differ by the names of placeholders",
        {"paths": {"/pets/{id}": operation("other", "id")}},
        "/paths/~1pets~1{id}",
    ),
    Violation(
        "ambiguous-paths",
        "a request fits two paths",
        {"paths": {"/{a}/mine": operation("a", "a"), "/pets2/{b}": operation("b", "b")}},
        "/paths/~1pets2",
    ),
    Violation(
        "trailing-slash",
        "one path ends in a slash",
        {"paths": {"/shops/": operation("shops")}},
        "/paths/~1shops~1",
    ),
    Violation(
        "query-in-path",
        "a path has a query",
        {"paths": {"/shops?open=1": operation("shops")}},
        "/paths/~1shops?open=1",
    ),
    Violation(
        "path-without-slash",
        "a path begins without a slash",
        {"paths": {"shops": operation("shops")}},
        "/paths/shops",
    ),
    Violation(
        "empty-path-item",
        "a path has no operation",
        {"paths": {"/shops": {"summary": "Shops."}}},
        "/paths/~1shops",
    ),
    Violation(
        "path-parameter",
        "a placeholder has no parameter",
        {"paths": {"/shops/{shop}": operation("shop")}},
        "/paths/~1shops~1{shop}",
    ),
    Violation(
        "path-parameter",
        "a path parameter has no placeholder",
        {"paths": {"/shops": operation("shop", "shop")}},
        "/paths/~1shops/parameters/0",
    ),
    Violation(
        "path-parameter",
        "a placeholder has no name",
        {"paths": {"/shops/{}": operation("shop")}},
        "/paths/~1shops~1{}",
    ),
    Violation(
        "path-parameter-optional",
        "a path parameter is not required",
        {
            "paths": {
                "/pets/{petId}": {
                    "parameters": [{"name": "petId", "in": "path", "schema": {"type": "integer"}}]
                }
            }
        },
        "/parameters/0",
    ),
    Violation(
        "repeated-placeholder",
        "a placeholder stands twice",
        {"paths": {"/a/{x}/b/{x}": operation("a", "x")}},
        "/paths/~1a",
    ),
    # Operations
    Violation(
        "duplicate-operation-id",
        "two operations have one id",
        get({"operationId": "createPet"}),
        "/operationId",
    ),
    Violation(
        "get-with-body",
        "a GET has a body",
        get({"requestBody": {"content": {JSON: {"schema": {"type": "object"}}}}}),
        "/requestBody",
    ),
    Violation(
        "no-responses",
        "an operation has no responses",
        get({"responses": REMOVE}),
        "/paths/~1pets/get",
    ),
    Violation(
        "no-responses",
        "the responses are empty",
        {
            "paths": {
                "/shops": merge(
                    operation("shops"), {"get": {"responses": {"204": REMOVE, "4XX": REMOVE}}}
                )
            }
        },
        "/responses",
    ),
    Violation(
        "no-success-response",
        "no response is a success",
        get({"responses": {"200": REMOVE}}),
        "/responses",
    ),
    Violation(
        "invalid-status",
        "a status is none",
        get({"responses": {"2000": {"description": "Fine."}}}),
        "/responses/2000",
    ),
    Violation(
        "invalid-status",
        "a range is misspelled",
        get({"responses": {"5x": {"description": "Bad."}}}),
        "/responses/5x",
    ),
    Violation(
        "missing-field",
        "a response has no description",
        response(description=REMOVE),
        "/responses/200",
    ),
    Violation("undeclared-tag", "a tag is not declared", get({"tags": ["pet"]}), "/tags/0"),
    Violation(
        "duplicate-tag",
        "two tags have one name",
        {"tags": [{"name": "pets"}, {"name": "pets"}]},
        "/tags/1",
    ),
    # Parameters
    Violation(
        "missing-field",
        "`in` of a parameter is missing",
        get({"parameters": [{"name": "q", "schema": {"type": "string"}}]}),
        "/parameters/0",
    ),
    Violation(
        "missing-field",
        "`name` of a parameter is missing",
        get({"parameters": [{"in": "query", "schema": {"type": "string"}}]}),
        "/parameters/0",
    ),
    Violation(
        "duplicate-parameter",
        "a parameter is there twice",
        get({"parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}] * 2}),
        "/parameters/1",
    ),
    Violation(
        "parameter-without-schema",
        "a parameter has no schema",
        query(description="What to look for."),
        "/parameters/0",
    ),
    Violation(
        "parameter-schema-and-content",
        "a parameter has a schema and content",
        query(schema={"type": "string"}, content={JSON: {"schema": {"type": "string"}}}),
        "/parameters/0",
    ),
    Violation(
        "parameter-content",
        "a parameter has two media types",
        query(content={JSON: {"schema": {}}, "text/plain": {"schema": {}}}),
        "/parameters/0/content",
    ),
    Violation(
        "invalid-style",
        "a style is not one of this kind of parameter",
        query(schema={"type": "string"}, style="matrix"),
        "/parameters/0",
    ),
    Violation(
        "ignored-header",
        "a header is set by other means",
        get(
            {
                "parameters": [
                    {"name": "Authorization", "in": "header", "schema": {"type": "string"}}
                ]
            }
        ),
        "/parameters/0",
    ),
    Violation(
        "invalid-style",
        "the style of objects for text",
        query(style="deepObject", schema={"type": "string"}),
        "/style",
    ),
    Violation(
        "path-parameter",
        "a placeholder is not closed",
        {"paths": {"/shops/{id": operation("shop")}},
        "~1shops~1{id",
    ),
    # Schemas
    Violation(
        "enum-type",
        "a constant has another type",
        pet(kind={"type": "string", "const": 3}),
        "/kind/const",
    ),
    Violation("grammar", "a union of nothing", pet(kind={"oneOf": []}), "/kind/oneOf"),
    Violation(
        "enum-type",
        "a value of an enumeration has another type",
        pet(kind={"type": "string", "enum": ["cat", 3]}),
        "/kind/enum/1",
    ),
    Violation(
        "duplicate-enum-value",
        "an enumeration has a value twice",
        pet(kind={"enum": ["cat", "dog", "cat"]}),
        "/kind/enum/2",
    ),
    Violation(
        "grammar",
        "an enumeration is empty",
        {
            "components": {
                "schemas": {"Pet": {"properties": {"kind": {"enum": [], "default": REMOVE}}}}
            }
        },
        "/kind/enum",
    ),
    Violation(
        "invalid-default",
        "a default has another type",
        query(schema={"type": "integer", "default": "ten"}),
        "/schema/default",
    ),
    Violation(
        "invalid-default",
        "a default is outside the enumeration",
        pet(kind={"default": "bird"}),
        "/kind/default",
    ),
    Violation(
        "invalid-default",
        "a default is outside the bounds",
        query(schema={"type": "integer", "maximum": 5, "default": 9}),
        "/schema/default",
    ),
    Violation(
        "invalid-default", "a default is too long", pet(name={"default": "x" * 41}), "/name/default"
    ),
    Violation(
        "invalid-example",
        "the example of a schema has another type",
        pet(name={"example": 3}),
        "/name/example",
    ),
    Violation(
        "invalid-example",
        "one of the examples of a schema has another type",
        pet(name={"examples": ["Rex", 3]}),
        "/name/examples/1",
    ),
    Violation(
        "invalid-example",
        "the example of a parameter is outside the enumeration",
        query(schema={"enum": ["a", "b"]}, example="c"),
        "/parameters/0/example",
    ),
    Violation(
        "invalid-example",
        "the example of a parameter has another type",
        query(schema={"type": "integer"}, examples={"one": {"value": "x"}}),
        "/examples/one/value",
    ),
    Violation(
        "invalid-example",
        "the example of a body lacks a member",
        response(content={JSON: {"example": [{"id": 1}]}}),
        "/example/0",
    ),
    Violation(
        "invalid-example",
        "the example of a component schema has a member of another type",
        {"components": {"schemas": {"Pet": {"example": {"name": "Rex", "tags": "none"}}}}},
        "/Pet/example",
    ),
    Violation("array-without-items", "a list has no items", pet(tags={"items": REMOVE}), "/tags"),
    Violation(
        "invalid-pattern",
        "a pattern is no regular expression",
        pet(name={"pattern": "[a-"}),
        "/name/pattern",
    ),
    Violation(
        "required-without-property",
        "a required member is not described",
        {"components": {"schemas": {"Pet": {"required": ["nmae"]}}}},
        "/required/0",
    ),
    Violation(
        "encoding-without-property",
        "an encoding is of no member",
        {
            "paths": {
                "/pets": {
                    "post": {
                        "requestBody": {
                            "content": {
                                "multipart/form-data": {
                                    "schema": {"$ref": "#/components/schemas/Pet"},
                                    "encoding": {"nmae": {"contentType": "text/plain"}},
                                }
                            }
                        }
                    }
                }
            }
        },
        "/encoding/nmae",
    ),
    Violation(
        "read-only-required",
        "a read-only member is required",
        {"components": {"schemas": {"Pet": {"required": ["id", "name"]}}}},
        "/required/0",
    ),
    Violation(
        "read-only-and-write-only",
        "a member is read-only and write-only",
        pet(id={"writeOnly": True}),
        "/id",
    ),
    Violation(
        "unknown-keyword",
        "`requried`",
        {"components": {"schemas": {"Pet": {"requried": ["id"]}}}},
        "/requried",
    ),
    Violation(
        "unknown-keyword",
        "`additionalProperites`",
        {"components": {"schemas": {"Pet": {"additionalProperites": False}}}},
        "/additionalProperites",
    ),
    Violation("unknown-keyword", "`descripton`", get({"descripton": "Pets."}), "/descripton"),
    Violation(
        "unknown-type", "a type is not one of JSON Schema", pet(name={"type": "text"}), "/name/type"
    ),
    Violation(
        "contradictory-bounds",
        "a minimum is above the maximum",
        pet(name={"minLength": 50}),
        "/name",
    ),
    Violation(
        "keyword-of-other-type",
        "a keyword is about another type",
        pet(id={"minLength": 3}),
        "/id/minLength",
    ),
    Violation(
        "unknown-format", "a format is misspelled", pet(born={"format": "datetime"}), "/born/format"
    ),
    Violation(
        "discriminator",
        "the discriminator is no member",
        {
            "components": {
                "schemas": {
                    "Any": {
                        "oneOf": [
                            {"$ref": "#/components/schemas/Pet"},
                            {"$ref": "#/components/schemas/Error"},
                        ],
                        "discriminator": {"propertyName": "species"},
                    },
                    "Pet": {"properties": {"other": {"$ref": "#/components/schemas/Any"}}},
                }
            }
        },
        "/discriminator",
    ),
    # Versions
    Violation(
        "version-keyword",
        "3.0 has a list of types",
        pet(name={"type": ["string", "null"]}),
        "/name/type",
        "3.0.3",
    ),
    Violation(
        "version-keyword",
        "3.0 has an exclusive bound that is a number",
        pet(id={"exclusiveMinimum": 0}),
        "/id/exclusiveMinimum",
        "3.0.3",
    ),
    Violation(
        "version-keyword",
        "3.0 has `const`",
        pet(kind={"enum": REMOVE, "default": REMOVE, "const": "cat"}),
        "/kind/const",
        "3.0.3",
    ),
    Violation(
        "version-keyword",
        "3.0 has webhooks",
        {
            "webhooks": {
                "new": {
                    "post": {
                        "operationId": "onNew",
                        "summary": "New.",
                        "tags": ["pets"],
                        "responses": {"204": {"description": "Fine."}, "4XX": _ERROR},
                    }
                }
            }
        },
        "/webhooks",
        "3.0.3",
    ),
    Violation(
        "version-keyword", "3.1 has `nullable`", pet(name={"nullable": True}), "/name/nullable"
    ),
    Violation(
        "version-keyword",
        "3.1 has an exclusive bound that is a flag",
        pet(id={"minimum": 0, "exclusiveMinimum": True}),
        "/id/exclusiveMinimum",
    ),
    Violation(
        "nullable-without-type",
        "`nullable` stands without a type",
        pet(name={"nullable": True, "type": REMOVE}),
        "/name/nullable",
        "3.0.3",
    ),
    Violation(
        "ref-siblings",
        "3.0 has keywords next to a reference",
        {
            "components": {
                "schemas": {
                    "Pet": {
                        "properties": {
                            "last": {
                                "$ref": "#/components/schemas/Error",
                                "description": "The last one.",
                            }
                        }
                    }
                }
            }
        },
        "/last",
        "3.0.3",
    ),
    Violation("openapi-version", "the version is no version", {}, "/openapi", "3.1"),
    # References
    Violation(
        "dangling-reference",
        "a reference leads nowhere",
        {
            "components": {
                "schemas": {
                    "Pet": {"properties": {"last": {"$ref": "#/components/schemas/Errror"}}}
                }
            }
        },
        "/last/$ref",
    ),
    Violation(
        "unused-component",
        "a schema is not used",
        {"components": {"schemas": {"Toy": {"type": "object"}}}},
        "/schemas/Toy",
    ),
    Violation(
        "unused-component",
        "a parameter is not used",
        {
            "components": {
                "parameters": {"q": {"name": "q", "in": "query", "schema": {"type": "string"}}}
            }
        },
        "/parameters/q",
    ),
    Violation(
        "invalid-component-name",
        "the name of a component has a space",
        {
            "components": {
                "schemas": {
                    "Pet": {"properties": {"toy": {"$ref": "#/components/schemas/A%20toy"}}},
                    "A toy": {"type": "object"},
                }
            }
        },
        "/schemas/A toy",
    ),
    # Security
    Violation(
        "undefined-security-scheme",
        "a security scheme is not defined",
        {"security": [{"tokne": []}]},
        "/security",
    ),
    Violation(
        "undefined-scope",
        "a scope is not defined",
        {"paths": {"/pets/{petId}": {"get": {"security": [{"oauth": ["write"]}]}}}},
        "/security/0/oauth/0",
    ),
    Violation(
        "invalid-security-scheme",
        "an API key has no name",
        security(token={"type": "apiKey", "in": "header", "scheme": REMOVE}),
        "/token",
    ),
    Violation(
        "invalid-security-scheme",
        "a flow has no token URL",
        security(oauth={"flows": {"clientCredentials": {"tokenUrl": REMOVE}}}),
        "/clientCredentials",
    ),
    Violation(
        "invalid-security-scheme",
        "an http scheme has no `scheme`",
        security(token={"scheme": REMOVE}),
        "/token",
    ),
    # Servers
    Violation("no-servers", "there is no server", {"servers": REMOVE}),
    Violation(
        "server-variable",
        "a variable is not defined",
        {"servers": [{"url": "https://{host}/v1"}]},
        "/servers/0",
    ),
    Violation(
        "server-variable",
        "a variable is not used",
        {"servers": [{"url": "https://shop.example", "variables": {"stage": {"default": "v1"}}}]},
        "/variables/stage",
    ),
    Violation(
        "server-variable",
        "the default is not in the enumeration",
        {
            "servers": [
                {
                    "url": "https://shop.example/{stage}",
                    "variables": {"stage": {"default": "v3", "enum": ["v1", "v2"]}},
                }
            ]
        },
        "/variables/stage/default",
    ),
    Violation(
        "missing-field",
        "a variable has no default",
        {"servers": [{"url": "https://shop.example/{stage}", "variables": {"stage": {}}}]},
        "/variables/stage",
    ),
    Violation(
        "server-trailing-slash",
        "the URL of a server ends in a slash",
        {"servers": [{"url": "https://shop.example/"}]},
        "/servers/0/url",
    ),
    # Media
    Violation(
        "invalid-media-type",
        "a media type has no slash",
        response(content={"json": {"schema": {"type": "string"}}}),
        "/content/json",
    ),
    Violation(
        "invalid-media-type",
        "a media type has a space",
        response(content={"application / json": {"schema": {"type": "string"}}}),
        "/content/application",
    ),
    Violation(
        "media-type-without-schema",
        "a body has no schema",
        {"paths": {"/pets": {"post": {"requestBody": {"content": {JSON: {"schema": REMOVE}}}}}}},
        "/requestBody/content",
    ),
    Violation(
        "example-and-examples",
        "`example` and `examples` stand together",
        response(content={JSON: {"examples": {"a": {"value": [{"name": "Rex"}]}}}}),
        "/application~1json",
    ),
    Violation("long-title", "the title is a book", {"info": {"title": "x" * 1001}}, "/info/title"),
    Violation("missing-field", "the document has no title", {"info": {"title": REMOVE}}, "/info"),
    Violation(
        "link-operation",
        "a link leads to no operation",
        response(links={"next": {"operationId": "nextPets"}}),
        "/links/next/operationId",
    ),
    # Off unless they are asked for
    Violation(
        "operation-id", "an operation has no id", get({"operationId": REMOVE}), "/paths/~1pets/get"
    ),
    Violation(
        "operation-tags", "an operation has no tag", get({"tags": REMOVE}), "/paths/~1pets/get"
    ),
    Violation(
        "operation-summary",
        "an operation has no summary",
        get({"summary": REMOVE}),
        "/paths/~1pets/get",
    ),
    Violation(
        "operation-error-response",
        "no response is a failure",
        get({"responses": {"4XX": REMOVE}}),
        "/responses",
    ),
)
