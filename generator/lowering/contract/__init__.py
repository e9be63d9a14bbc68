"""The contract that strict mode and the fake transport read. May import `lowering`, `openapi` and `ir`."""
