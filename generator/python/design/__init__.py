"""What the package offers in Python, decided once for all views: signatures, attributes, serialization. May import `python.source`, `python.naming` and `ir`."""
