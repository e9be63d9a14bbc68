"""IR to views: everything that is Python. May import `ir` and `text`; knows no OpenAPI."""
