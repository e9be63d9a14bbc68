"""The grammar check: is it an OpenAPI document? May import `openapi.loading`, `openapi.metamodel` and `openapi.extensions`."""
