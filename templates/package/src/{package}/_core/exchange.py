"""The state of a call while it is carried out. Pure: no I/O, no sleeping.

The send loops (one sync, one async) report what happened; the exchange says how long to wait before
the request is sent again, or that the call has ended.
"""

from __future__ import annotations

import time
from typing import Any

from .operation import Operation
from .redaction import Redactor
from .redirects import target_on_host
from .retry import RetryPolicy, backoff, retry_after
from .transport import AsyncResponse, Request, Response, TransportError

_IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MAX_REDIRECTS = 5
_FINAL_KINDS = frozenset({"decoding", "closed"})  # another attempt would end the same way


class Exchange:
    """One call as it is carried out.

    Attributes:
        request: What is sent next.
        operation: What it is for.
        body: The body of the answer, None where it is left to be read as a stream.
        failure: What kept the last attempt from an answer.
    """

    def __init__(
        self,
        request: Request,
        operation: Operation[Any],
        policy: RetryPolicy,
        redactor: Redactor,
        *,
        idempotent: bool = False,
    ) -> None:
        self.request = request
        self.operation = operation
        self.policy = policy
        self.redactor = redactor
        self.idempotent = idempotent or operation.retry_safe or request.method in _IDEMPOTENT
        self.status = 0
        self.headers: Any = None
        self.body: bytes | None = None
        self.failure: TransportError | None = None
        self.attempts = 0
        self.started = time.perf_counter()
        self.elapsed = 0.0
        self._fields: tuple[tuple[str, str], ...] = ()
        self._retries = 0
        self._redirects = 0
        self._waited = 0.0

    def begin(self) -> None:
        """An attempt begins."""
        self.attempts += 1
        self.request.attempt = self.attempts
        if self.attempts == 1:
            self._fields = tuple(self.request.headers)
        else:  # what a hook has added, it adds again
            self.request.headers[:] = self._fields
        self.failure = None

    def answered(self, response: Response | AsyncResponse) -> bool:
        """The head of an answer is there.

        Returns:
            Whether to read the body now, rather than leave it to a stream.
        """
        self.status, self.headers = response.status, response.headers
        return not self.request.stream or not 200 <= self.status < 300

    def failed(self, failure: TransportError) -> None:
        """No answer came, or half of one."""
        self.failure, self.body = failure, None

    def next_delay(self) -> float | None:
        """What follows from the attempt.

        Returns:
            The seconds to wait before the request is sent again; None for never.
        """
        self.elapsed = time.perf_counter() - self.started
        if self.failure is None:
            if self.status < 300:
                return None
            if self.status in _REDIRECTS:
                return 0.0 if self._redirected() else None
        if self._retries >= self.policy.max_retries or not self._repeatable():
            return None
        told = None if self.failure is not None else retry_after(self.headers.get("retry-after"))
        if not self._worth_it(told):
            return None
        delay = backoff(self._retries) if told is None else told
        if self._waited + delay > self.policy.budget:
            return None
        self._retries += 1
        self._waited += delay
        return delay

    def _worth_it(self, told: float | None) -> bool:
        if self.failure is not None:
            if self.failure.kind in _FINAL_KINDS:
                return False
            return self.idempotent or not self.failure.sent
        if not self.policy.covers(self.status):
            return False
        # A refusal to take the request now is not a request that was processed.
        refused = self.status == 429 or self.status == 503 and told is not None
        return self.idempotent or refused

    def _repeatable(self) -> bool:
        content = self.request.content
        return isinstance(content, (bytes, type(None))) or getattr(content, "repeatable", False)

    def _redirected(self) -> bool:
        """Follow a redirect to the same host; credentials must not leave it."""
        target = self.headers.get("location")
        if not target or self.request.method not in ("GET", "HEAD"):
            return False
        url = target_on_host(self.request.url, target)
        if url is None or self._redirects >= _MAX_REDIRECTS:
            return False
        self._redirects += 1
        self.request.url = url
        return True

    def __repr__(self) -> str:
        return f"<Exchange {self.operation.name}>"
