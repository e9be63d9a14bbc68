# Generated from Typed responses 1; do not edit.
"""Decoders and operations of `jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_any
from .._core.operation import Operation
from ..models.jobs import Failed, FailedError
from .shared import delta

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._core.json_value import JSONValue
    from ..models.jobs import JobsWatchEvent

failed: Callable[[Any], Failed] = adopt(
    Failed,
    {
        "error": lambda data: failed_error(data),
    },
)
failed_error: Callable[[Any], FailedError] = adopt(FailedError)


def jobs_watch_event(data: Any) -> JobsWatchEvent:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if "text" in data:
            return delta(data)
        if "error" in data:
            return failed(data)
    return cast("JobsWatchEvent", data)


WATCH: Operation[JSONValue] = Operation(
    name="jobs.watch",
    method="GET",
    path="/jobs",
    decode=decode_any,
    media={"text/event-stream": "events"},
    event=jobs_watch_event,
    error_members=("errors",),
)
