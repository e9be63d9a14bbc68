"""Recordings: lines of JSON, as the client's `Recorder` writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, cast

from attrs import frozen

_VERSION: Final = 1
"""The latest version of the form of a line that is known (`docs/json.md`); the first lines had none."""


class RecordingError(Exception):
    """A recording can't be read; the message says which line and why."""


@frozen
class Exchange:
    """One recorded exchange.

    Attributes:
        where: the file and line it was read from.
        operation: name of the operation, `ai_gateway.logs.list`.
        method: HTTP method.
        path: path of the request.
        status: HTTP status.
        media_type: media type of the response, without parameters.
        body: the parsed response; None if it is not JSON.
        kind: what the body was: `json`, `empty`, `text` or `stream`; "" where an older recording does not say.
    """

    where: str
    operation: str
    method: str
    path: str
    status: int
    media_type: str
    body: Any
    kind: str = ""


def read_recordings(path: Path) -> Iterator[Exchange]:
    """Read the exchanges of a file, or of all `*.jsonl` below a folder.

    Raises:
        RecordingError: there is no such file, or a line is not an exchange.
    """
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise RecordingError(f"{path}: no file `*.jsonl` is below it")
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise RecordingError(f"{file}: {getattr(error, 'strerror', None) or error}") from None
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _exchange(line, f"{file.name}:{number}", f"{file}:{number}")


def _exchange(line: str, where: str, shown: str) -> Exchange:
    try:
        record: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RecordingError(f"{shown}: {error}") from None
    members = cast("dict[str, Any]", record) if isinstance(record, dict) else {}
    status = members.get("status")
    if not isinstance(status, int):
        raise RecordingError(f"{shown}: not an exchange; help: record with the client's Recorder")

    version = members.get("version", _VERSION)
    if not isinstance(version, int) or version > _VERSION:
        raise RecordingError(
            f"{shown}: version {version} of recordings is not known; help: update the generator"
        )

    def text(key: str) -> str:
        return str(members.get(key) or "")

    body = members.get("response")
    return Exchange(
        where,
        text("operation"),
        text("method"),
        text("path"),
        status,
        text("media_type"),
        body,
        text("response_kind"),
    )
