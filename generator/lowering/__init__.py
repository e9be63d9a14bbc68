"""Lowering: OpenAPI nodes to the IR. May import `openapi`, `ir`, `text` and `diagnostics`."""
