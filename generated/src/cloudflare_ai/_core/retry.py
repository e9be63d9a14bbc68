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
<<<<<<< HEAD
=======


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


def target_on_host(url: str, target: str) -> str | None:
    """Where a target that the server gave leads; None for away from the host.

    Args:
        url: The URL it was given for.
        target: Absolute or relative to that.

    Returns:
        An absolute URL of the same scheme, host and port, or of the same host by TLS.
    """
    try:
        found = urljoin(url, target).partition("#")[0]
        a, b = urlsplit(url), urlsplit(found)
        here = (a.scheme, a.hostname, a.port or _PORTS.get(a.scheme))
        there = (b.scheme, b.hostname, b.port or _PORTS.get(b.scheme))
    except ValueError:
        return None
    safer = a.hostname == b.hostname and (here[2], there[0], there[2]) == (80, "https", 443)
    same = here == there or safer
    return found if same and a.username == b.username else None


class Redactor:
    """Masks what must not be seen.

    Args:
        secrets: Values, such as a token.
        query: Names of query parameters.
        members: Names of members of JSON objects.
    """

    __slots__ = ("_values", "_query", "_members", "_text")

    def __init__(
        self, secrets: Iterable[str], query: Iterable[str] = (), members: Iterable[str] = ()
    ) -> None:
        self._values: list[str] = []
        self.learn(*secrets)
        self._query = _pattern(query, r"([?&](?:{})=)[^&#]*")
        self._members = frozenset(members)
        # The value may be cut off: bodies are shortened before they are shown.
        self._text = _pattern(
            self._members,
            r'("(?:{})"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|\{{[^}}]*\}}?|[^,}}\]\s]+)',
        )

    def learn(self, *secrets: str) -> None:
        """Mask these values, too."""
        long = [secret for secret in secrets if len(secret) >= _SHORTEST]
        forms = {*self._values, *long, *(quote(secret, safe="") for secret in long)}
        self._values = sorted(forms, key=len, reverse=True)

    def url(self, url: str) -> str:
        """A URL without the values of secret parameters."""
        if self._query is not None and "?" in url:
            url = self._query.sub(rf"\g<1>{MASK}", url)
        if "@" in url:
            url = _USERINFO.sub(rf"\g<1>:{MASK}@", url)
        return self.values(url)

    def values(self, text: str) -> str:
        """A text without secret values."""
        for value in self._values:
            text = text.replace(value, MASK)
        return text

    def text(self, text: str) -> str:
        """The text of a body without secret values and members."""
        if self._text is not None:
            text = self._text.sub(rf'\g<1>"{MASK}"', text)
        return self.values(text)

    def body(self, body: Any) -> Any:
        """A copy of a parsed body without secret values and members."""
        if is_mapping(body):
            return {
                key: MASK if key in self._members and value is not None else self.body(value)
                for key, value in body.items()
            }
        if is_list(body):
            return [self.body(item) for item in body]
        return self.values(body) if isinstance(body, str) else body

    def headers(self, headers: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Header fields by lower-case name without credentials."""
        return {
            name.lower(): MASK if name.lower() in _SECRET_HEADERS else self.values(value)
            for name, value in headers
        }

    def __repr__(self) -> str:
        return "<Redactor>"


def _pattern(names: Iterable[str], template: str) -> re.Pattern[str] | None:
    alternatives = "|".join(re.escape(name) for name in names)
    return re.compile(template.format(alternatives)) if alternatives else None
>>>>>>> 8fa0755 (core: name functions after what they do)
