"""Path items and operations to IR operations. May import `lowering.schemas`, `lowering.naming`, `openapi` and `ir`."""
