"""When a request is sent again, and after what delay. Pure: no I/O, no sleeping."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from ..errors import ArgumentError

_BASE_DELAY, _MAX_DELAY = 0.5, 8.0  # seconds


class RetryPolicy:
    """When to send a request again.

    Args:
        max_retries: How often.
        budget: Seconds of waiting a call has altogether.
        statuses: Statuses after which to try; None for 408, 429 and all from 500 on.
    """

    __slots__ = ("max_retries", "budget", "statuses")

    def __init__(
        self,
        max_retries: int = 2,
        budget: float = 300.0,
        statuses: Collection[int] | None = None,
    ) -> None:
        if max_retries < 0 or not budget >= 0:
            raise ArgumentError("`max_retries` and `retry_budget` can't be negative")
        self.max_retries = max_retries
        self.budget = budget
        self.statuses = statuses

    def overlaid(self, options: Mapping[str, Any]) -> RetryPolicy:
        """The policy for a call or a client with options of its own."""
        retries = options.get("max_retries")
        return RetryPolicy(
            self.max_retries if retries is None else retries,
            options.get("retry_budget", self.budget),
            options.get("retry_statuses", self.statuses),
        )

    def covers(self, status: int) -> bool:
        """Whether a status is worth another attempt."""
        if self.statuses is not None:
            return status in self.statuses
        return status in (408, 429) or status >= 500


def retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """The seconds of a `Retry-After` header, given as a number or as a date; None if it says nothing."""
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        from email.utils import parsedate_to_datetime

        try:
            moment = parsedate_to_datetime(value)
        except ValueError:
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        seconds = (moment - (now or datetime.now(UTC))).total_seconds()
        return max(0.0, seconds)
    return seconds if 0 <= seconds < float("inf") else None


def backoff(retries: int) -> float:
    """Full jitter: any time up to a limit that doubles with each repetition, in seconds."""
    return random.uniform(0.0, min(_MAX_DELAY, _BASE_DELAY * 2**retries))
