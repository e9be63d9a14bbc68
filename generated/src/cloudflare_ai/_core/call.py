"""A call and its attempts. Pure: no I/O, no sleeping.

A `Call` is what all attempts share: the request, its limits, and what was spent of its budgets. An
`Attempt` is one sending and its outcome; no state of it reaches the next. The send loops (one
sync, one async) carry attempts out and ask the call whether another one follows.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterable, Iterable
from typing import TYPE_CHECKING, Any

from .content import is_replayable
from .operation import Operation
from .redirects import MAX_REDIRECTS, REDIRECTS, find_redirect_target, keep_harmless_headers
from .retry import Retries, RetryPolicy
from .transport import (
    LONGEST_WAIT,
    AsyncResponse,
    Request,
    Response,
    Timeout,
    TransportError,
)

if TYPE_CHECKING:
    from threading import Event

    from .config import Config

OUT_OF_TIME = "its `deadline` has passed"


class Call:
    """A call while it is carried out.

    Attributes:
        config: The configuration of the client.
        operation: The operation.
        method: HTTP method in capitals.
        url: Where the next attempt goes; a redirect changes it.
        headers: Header fields of every attempt.
        content: The body of every attempt.
        timeout: Limits for the phases of an attempt.
        retries: Decides whether it is retried, and when.
        stream: Whether the body of a success is left to be read by the caller.
        idempotent: Whether it may be retried although it may have been processed.
        grant: The source of a token when it is sent.
        deadline: When the call as a whole must have ended, by the monotonic clock; None for never.
        max_bytes: How large a decompressed body may be; None for any size.
        cancelled: Set to end the pause before another attempt; None where nobody can.
        attempts: How often it was sent.
        latest: The attempt that is under way, or was the last.
        seconds: How long the call as a whole may take.
        unfollowed: Why the last response, a redirect, was not followed.
    """

    __slots__ = (
        "config operation method url headers content timeout retries stream idempotent grant redactor "
        "deadline max_bytes cancelled attempts latest started seconds unfollowed _context _foreign"
        " _redirects"
    ).split()

    def __init__(
        self,
        config: Config,
        operation: Operation[Any],
        url: str,
        headers: list[tuple[str, str]],
        content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None,
        timeout: Timeout | None,
        policy: RetryPolicy,
        *,
        stream: bool = False,
        idempotent: bool = False,
    ) -> None:
        self.config = config
        self.operation = operation
        self.method = operation.method
        self.url = url
        self.headers = headers
        self.content = content
        self.timeout = timeout
        self.retries = Retries(policy, idempotent=idempotent, replayable=is_replayable(content))
        self.stream = stream
        self.idempotent = idempotent
        self.grant: Any = None
        self.redactor = config.redactor
        self.deadline: float | None = None
        self.seconds: float | None = None
        self.max_bytes: int | None = None
        self.cancelled: Event | None = None
        self.attempts = 0
        self.latest: Attempt | None = None
        self.started = time.perf_counter()
        self._context: dict[str, Any] = {}
        self._foreign = False
        self._redirects = 0
        self.unfollowed = ""

    def limit_to(self, seconds: float | None) -> None:
        """Set the deadline of the call as a whole, counted from now."""
        if seconds is not None and seconds <= LONGEST_WAIT:
            self.seconds, self.deadline = seconds, time.monotonic() + seconds

    def begin(self) -> Attempt:
        """Begin an attempt: with a request of its own, which hooks may change."""
        self.attempts += 1
        request = Request(
            self.method,
            self.url,
            self.headers.copy(),
            self.content,
            self.timeout,
            self.stream,
            self.operation.name,
        )
        request.attempt = self.attempts
        request.context = self._context
        request.grant = self.grant
        request.idempotent = self.idempotent
        request.deadline = self.deadline
        request.redactor = self.redactor
        request.foreign = self._foreign
        self.latest = Attempt(self, request)
        return self.latest

    def remaining(self) -> float | None:
        """Return the seconds until the deadline, None where there is none."""
        return None if self.deadline is None else self.deadline - time.monotonic()

    def next_delay(self, attempt: Attempt) -> float | None:
        """Decide what follows an attempt.

        Returns:
            The seconds to wait before the next one; None where this was the last.
        """
        attempt.elapsed = time.perf_counter() - self.started
        if attempt.failure is None:
            if attempt.status < 300:
                return None
            if attempt.status in REDIRECTS:
                self.unfollowed = self._follow(attempt)
                return None if self.unfollowed else 0.0
        return self.retries.next_delay(
            attempt.status, attempt.headers, attempt.failure, self.remaining()
        )

    def _follow(self, attempt: Attempt) -> str:
        """Follow a redirect of a request that reads; credentials stay with the host.

        Returns:
            Why it can't be followed; "" where it is.
        """
        location = attempt.headers.get("location")
        if not location:
            return "it says not where to"
        if self.method not in ("GET", "HEAD"):
            return "it would repeat a request that writes"
        if self._redirects >= MAX_REDIRECTS:
            return f"it is one more than {MAX_REDIRECTS}"
        target = find_redirect_target(self.url, location)
        if target is None:
            return "it leads to another host without TLS, or to no host at all"
        self._redirects += 1
        self.url = target.url
        if not target.same_host:
            self._foreign, self.grant = True, None
            self.headers = keep_harmless_headers(self.headers)
        return ""

    def __repr__(self) -> str:
        return f"<Call {self.operation.name}>"


class Attempt:
    """One sending of a call's request, and its outcome.

    Attributes:
        call: The call that it belongs to.
        request: What is sent.
        number: 1 for the first of the call.
        status: HTTP status; 0 until there is one.
        headers: Header fields of the response.
        body: The body of the response; None where it is left to be read by the caller.
        failure: Why there is no complete response.
        elapsed: Seconds from the first sending of the call to the end of this attempt.
    """

    __slots__ = ("call", "request", "number", "status", "headers", "body", "failure", "elapsed")

    def __init__(self, call: Call, request: Request) -> None:
        self.call = call
        self.request = request
        self.number = call.attempts
        self.status = 0
        self.headers: Any = None
        self.body: bytes | None = None
        self.failure: TransportError | None = None
        self.elapsed = 0.0

    def restrict(self) -> None:
        """Drop what a hook added to a request for another host: it may be a credential."""
        if self.request.foreign:
            self.request.headers = keep_harmless_headers(self.request.headers)

    def receive(self, response: Response | AsyncResponse) -> bool:
        """Take over the head of a response.

        Returns:
            Whether to read the body now, rather than leave it to the caller.
        """
        self.status, self.headers = response.status, response.headers
        return not self.call.stream or not self.is_success

    @property
    def is_success(self) -> bool:
        """Whether the status is a success."""
        return 200 <= self.status < 300

    def fail(self, failure: TransportError) -> TransportError:
        """Note that no complete response came. If its head refuses the request, the refusal stands.

        Returns:
            The failure; that of the deadline where the limit of a phase was the rest of the call's time.
        """
        remaining = self.call.remaining()
        if remaining is not None and remaining <= 0.01 and "timeout" in failure.kind:
            failure = TransportError("deadline", OUT_OF_TIME, sent=failure.sent, is_constant=True)
        if self.status >= 300 and failure.kind != "deadline":
            self.body = b""
        else:
            self.failure, self.body = failure, None
        return failure

    def __repr__(self) -> str:
        return f"<Attempt {self.number} of {self.call.operation.name}>"
