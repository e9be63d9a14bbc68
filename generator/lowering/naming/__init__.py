"""Resource and method names from paths, tags and operation ids. May import `openapi`, `ir` and `text`."""
