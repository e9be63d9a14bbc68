"""What the API is, in words of the API: no Python spelling, no OpenAPI syntax."""
