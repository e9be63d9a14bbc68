"""Schemas to IR definitions and types. May import `lowering.naming`, `openapi` and `ir`."""
