"""Regular expressions of JSON Schema, translated to Python `re` where that is possible and safe. Imports nothing."""
