"""The generator against the published OpenAPI documents of the world; `run.py` is the command."""
