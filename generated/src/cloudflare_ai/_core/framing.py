"""From bytes to events, whatever pieces the bytes come in. Pure: no I/O."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator

from attrs import frozen

_MARK = b"\x1e"  # before each value of `application/json-seq`
_FIELDS = frozenset({b"data", b"event", b"id", b"retry"})
_MAX_OTHER = 1 << 16  # bytes of a body that is no stream
_CLOSING = {b"{": b"}", b"[": b"]", b'"': b'"'}


@frozen
class ServerSentEvent:
    """One event as the server sent it.

    Attributes:
        data: The text of its `data` lines, joined by newlines.
        event: Its type; `message` where the server names none.
        id: The last id that the server gave, with this event or an earlier one.
        retry: The time to wait before a reconnection, in milliseconds, where it came with the event.
    """

    data: str
    event: str = "message"
    id: str | None = None
    retry: int | None = None


class _Lines:
    """Cuts bytes at LF, CR or CRLF."""

    def __init__(self) -> None:
        self._rest: list[bytes] = []  # pieces of a line that has not ended
        self._after_cr = False
        self._first = True

    def feed(self, chunk: bytes) -> list[bytes]:
        """Return the lines that `chunk` completes, without their ends."""
        if self._after_cr and chunk:
            # The line went out with its CR: waiting for a LF would hold back a complete event.
            self._after_cr = False
            chunk = chunk.removeprefix(b"\n")
        self._rest.append(chunk)
        if b"\n" not in chunk and b"\r" not in chunk:
            return []
        chunk = b"".join(self._rest)
        self._rest.clear()
        lines = chunk.splitlines()
        self._after_cr = chunk.endswith(b"\r")
        if not self._after_cr and not chunk.endswith(b"\n"):
            self._rest.append(lines.pop())
        if self._first:
            self._first = False
            lines[0] = lines[0].removeprefix(codecs.BOM_UTF8)
        return lines


class ServerSentEvents:
    """The framing of `text/event-stream`.

    An event without the empty line after it is still emitted at the end: some servers omit that
    line, and a truncated response never gets as far as `end`. So is JSON that stands in place of the
    events, with which gateways report errors.
    """

    def __init__(self) -> None:
        self._other: list[bytes] | None = []  # lines that are no fields, before the first event
        self._other_size = 0
        self._lines = _Lines()
        self._data: list[str] = []
        self._event = ""
        self._id: str | None = None
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Return the events that `chunk` completes."""
        events: list[ServerSentEvent] = []
        for line in self._lines.feed(chunk):
            if line:
                self._field(line)
                continue
            if self._data:
                self._other = None
                data, event = "\n".join(self._data), self._event or "message"
                events.append(ServerSentEvent(data, event, self._id, self._retry))
                self._data.clear()
            self._event = ""
            self._retry = None
        return events

    def end(self) -> list[ServerSentEvent]:
        """Return the events that remain when the response ends regularly."""
        events, text = self.feed(b"\n\n"), b"\n".join(self._other or ())
        if not text.startswith((b"{", b"[")):
            return events
        return [ServerSentEvent(text.decode("utf-8", "replace")), *events]

    def _field(self, line: bytes) -> None:
        name, _, rest = line.partition(b":")  # a comment has an empty name
        value = rest.removeprefix(b" ").decode("utf-8", "replace")
        if name == b"data":
            self._data.append(value)
        elif name == b"event":
            self._event = value
        elif name == b"id" and "\0" not in value:
            self._id = value
        elif name and name not in _FIELDS and self._other is not None:
            self._other.append(line)
            self._other_size += len(line)
            if self._other_size > _MAX_OTHER:
                self._other = None
        elif name == b"retry" and value.isascii() and value.isdigit() and len(value) < 10:
            self._retry = int(value)


class JSONLines:
    """The framing of `application/jsonl` and `application/json-seq`.

    A JSON value on each line; or, from the first mark (0x1E) on, between two marks, over any number
    of lines. A value that ends with its line is given out at once, not with the mark after it.
    """

    def __init__(self) -> None:
        self._lines = _Lines()
        self._record: list[bytes] | None = None  # lines since the last mark
        self._size = self._tried = 0  # of it, and when it was last found to be incomplete

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Return the values that `chunk` completes."""
        return _make_events(text for line in self._lines.feed(chunk) for text in self._cut(line))

    def end(self) -> list[ServerSentEvent]:
        """Return the events that remain when the response ends regularly."""
        return self.feed(b"\n") + _make_events([self._take()])

    def _cut(self, line: bytes) -> Iterator[bytes]:
        head, *others = line.split(_MARK)
        if self._record is None:
            yield head
        else:
            self._add(head)
        for part in others:
            yield self._take()
            self._record = []
            self._add(part)
        if self._is_complete():
            yield self._take()

    def _add(self, line: bytes) -> None:
        if self._record is not None and line.strip():
            self._record.append(line)
            self._size += len(line)

    def _take(self) -> bytes:
        text = b"\n".join(self._record or ())
        self._record = None if self._record is None else []
        self._size = self._tried = 0
        return text

    def _is_complete(self) -> bool:
        """Return whether the value has ended; False if it takes too long to find out."""
        if not self._record or self._size < 2 * self._tried:
            return False  # many short lines would take quadratic time
        first, last = self._record[0].lstrip()[:1], self._record[-1].rstrip()
        is_indented = len(self._record) > 1 and last[:1] in (b" ", b"\t")
        if is_indented or last[-1:] != _CLOSING.get(first, last[-1:]):
            return False
        try:
            json.loads(b"\n".join(self._record))
        except (ValueError, RecursionError):
            self._tried = self._size
            return False
        return True


def _make_events(texts: Iterable[bytes]) -> list[ServerSentEvent]:
    values = (text.strip(b" \t\n") for text in texts)
    return [ServerSentEvent(value.decode("utf-8", "replace")) for value in values if value]
