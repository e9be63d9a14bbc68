"""OpenAPI documents in, Python client packages out. DESIGN.md beside this file tells how and why."""
