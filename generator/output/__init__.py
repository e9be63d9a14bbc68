"""Rendering, formatting, and the in-memory tree of files. May import `python.views` and `diagnostics`."""
