"""Recorded responses compared with the description: the differences, and an overlay that resolves them."""
