"""Which exception of the run-time core a status raises, and what its `body` is."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir.operations import Operation, Response
from ...ir.types import Type

ERROR_CLASSES = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
}
"""As `STATUS_ERRORS` of the core's `errors.py`."""


def name_error_class(status: str) -> str:
    """Return the name of the exception for a status as documents have it ("404", "5XX", "default")."""
    is_server_error = status[:1] == "5"
    return ERROR_CLASSES.get(status, "InternalServerError" if is_server_error else "APIStatusError")


def iter_documented_errors(operation: Operation) -> Iterator[tuple[Response, Type]]:
    """Yield the failures of `operation` whose bodies are described, with the type of the body."""
    for response in operation.errors:
        for media in response.media[:1]:
            yield response, media.type
