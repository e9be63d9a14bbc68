"""Lint rules and checks of examples. May import `lowering`, `openapi` and `ir`."""
