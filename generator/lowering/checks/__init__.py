"""Checks of what is valid OpenAPI and wrong for the package. May import `lowering`, `openapi` and `ir`."""
