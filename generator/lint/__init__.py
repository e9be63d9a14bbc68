"""What only `lint` checks: valid OpenAPI that is wrong for a client. May import `openapi`, `lowering`, `ir` and `rules`."""
