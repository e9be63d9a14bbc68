"""Round trips against servers that read requests with parsers of another make."""
