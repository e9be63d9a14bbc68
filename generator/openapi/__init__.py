"""Everything that knows OpenAPI syntax and files. May import `diagnostics`."""
