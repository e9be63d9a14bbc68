"""OpenAPI documents in, Python client packages out. DESIGN.md in this folder explains how it works and why."""
