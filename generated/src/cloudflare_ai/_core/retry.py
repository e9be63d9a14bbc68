"""Decides whether a request is retried, and after what delay. Pure: no I/O, no sleeping."""

from __future__ import annotations

import random
import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ..errors import ArgumentError

if TYPE_CHECKING:
    from .transport import TransportError

IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"})
_BASE_DELAY, _MAX_DELAY = 0.5, 8.0  # seconds
_LONGEST = 10 * 365 * 86_400.0  # seconds; what a server asks beyond that is as good as "never"
_JITTER = 0.1  # of the delay that the server asks for
# Another attempt would end the same way.
_FINAL_KINDS = frozenset({"decoding", "closed", "request", "deadline", "too_large"})
_NUMBER = re.compile(r"\s*([0-9]+(?:\.[0-9]*)?)\s*")


class RetryPolicy:
    """When to retry a request.

    Args:
        max_retries: How often.
        budget: Seconds that a call may wait between attempts altogether.
        statuses: Statuses that are worth another attempt; None for 408, 429 and all from 500 on.
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

    def override(self, options: Mapping[str, Any]) -> RetryPolicy:
        """Return the policy for a call or a client with options of its own."""
        retries = options.get("max_retries")
        return RetryPolicy(
            self.max_retries if retries is None else retries,
            options.get("retry_budget", self.budget),
            options.get("retry_statuses", self.statuses),
        )

    def covers(self, status: int) -> bool:
        """Return whether a status is worth another attempt."""
        if self.statuses is not None:
            return status in self.statuses
        return status in (408, 429) or status >= 500


class Retries:
    """The retries of one call.

    Args:
        policy: How often and for which statuses.
        idempotent: Whether the request may be retried although it may have been processed.
        replayable: Whether its body can be sent once more.

    Attributes:
        refusal: Why the server's wish to wait was not obeyed, "" where it was.
    """

    __slots__ = ("policy", "idempotent", "replayable", "count", "waited", "refusal")

    def __init__(self, policy: RetryPolicy, *, idempotent: bool, replayable: bool) -> None:
        self.policy = policy
        self.idempotent = idempotent
        self.replayable = replayable
        self.count = 0
        self.waited = 0.0
        self.refusal = ""

    def next_delay(
        self, status: int, headers: Any, failure: TransportError | None, remaining: float | None
    ) -> float | None:
        """Decide whether another attempt follows one that did not succeed.

        Args:
            status: Its HTTP status; 0 where there is none.
            headers: The header fields of the response.
            failure: Why there is no complete response.
            remaining: Seconds until the deadline of the call, None where there is none.

        Returns:
            The seconds to wait before the next attempt; None where this was the last.
        """
        if self.count >= self.policy.max_retries or not self.replayable:
            return None
        if not self._is_worth_retrying(status, failure):
            return None
        left, limit = self.policy.budget - self.waited, "retry_budget"
        if remaining is not None and remaining < left:
            left, limit = remaining, "deadline"
        server_wait = read_server_delay(headers) if failure is None else None
        least = choose_backoff(self.count) if server_wait is None else server_wait
        if least > left:
            if server_wait is not None:
                self.refusal = (
                    f"not retried: the server asks to wait {server_wait:.6g} s, the limit is "
                    f"{max(0.0, left):.3g} s (`{limit}`)"
                )
            return None
        delay = least if server_wait is None else min(add_jitter(server_wait), left)
        self.count += 1
        self.waited += delay
        return delay

    def _is_worth_retrying(self, status: int, failure: TransportError | None) -> bool:
        if failure is not None:
            if failure.kind in _FINAL_KINDS:
                return False
            return self.idempotent or not failure.sent
        if not self.policy.covers(status):
            return False
        # 429 refuses the request before it is processed. 503 may come from a gateway behind which
        # it was processed, whatever `Retry-After` says.
        return self.idempotent or status == 429


def read_server_delay(headers: Any) -> float | None:
    """Return the seconds that a response asks to wait, by `retry-after-ms` or `Retry-After`.

    A date is measured against the response's own `Date`, so that a wrong clock here does no harm.

    Args:
        headers: Header fields of the response.

    Returns:
        The seconds, None where the headers say nothing that can be understood.
    """
    milliseconds = _parse_number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    return parse_retry_after(value, _parse_date(headers.get("date"))) if value else None


def parse_retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """Return the seconds of a `Retry-After` header, given as a number or as a date; None if it says nothing."""
    seconds = _parse_number(value)
    if seconds is not None:
        return seconds
    moment = _parse_date(value)
    if moment is None:
        return None
    return min(_LONGEST, max(0.0, (moment - (now or datetime.now(UTC))).total_seconds()))


def _parse_number(value: str | None) -> float | None:
    match = _NUMBER.fullmatch(value) if value else None
    return min(_LONGEST, float(match[1])) if match else None


def _parse_date(value: str | None) -> datetime | None:
    if not value:
        return None
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(value)
        # Far from the present, adding the offset of a time zone can leave the range of dates.
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def choose_backoff(retries: int) -> float:
    """Choose a delay with full jitter: any time up to a limit that doubles with each retry, in seconds."""
    return random.uniform(0.0, min(_MAX_DELAY, _BASE_DELAY * 2**retries))


def add_jitter(delay: float) -> float:
    """Lengthen the delay that a server asked for a little, so that its clients do not return all at once."""
    return delay + random.uniform(0.0, delay * _JITTER)
