"""Swagger 2.0, converted to OpenAPI 3.1 when it is read. May import `openapi.loading` and `openapi.metamodel`."""
