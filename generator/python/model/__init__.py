"""Signatures, return types, attributes and serialization. May import `python.source`, `python.naming` and `ir`."""
