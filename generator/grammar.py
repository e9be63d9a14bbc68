"""Is it OpenAPI? The grammar check, by openapi-python-client's document schema and our own keyword lists."""

from __future__ import annotations

from .diagnostics import Report
from .source import Source


def check_grammar(source: Source, report: Report) -> bool:
    """Check that a document is OpenAPI 3; False if it cannot be worked with at all."""
    raise NotImplementedError
