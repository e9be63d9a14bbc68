"""Prism serving a document, and a transport that keeps what it has against a request."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.corpus.packages import cache

PRISM = "@stoplight/prism-cli@5.16.0"
_OWN_FAULTS = (
    "NO_RESPONSE_DEFINED",
    "NO_COMPLEX_OBJECT_TEXT",
    "NOT_ACCEPTABLE",
    "UNKNOWN",
    "NO_SUCCESS_RESPONSE_DEFINED",
)
"""What Prism says when it can't make an answer; the request was fine."""
_UNSUPPORTED = "do not support this type of security scheme"
"""What Prism says of certificates."""


class Answer:
    """An answer of the mock server."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status, self.headers, self._body = status, headers, body

    def read(self) -> bytes:
        return self._body

    def iter_bytes(self) -> Iterator[bytes]:
        yield self._body

    def close(self) -> None: ...

    def problem(self) -> str:
        """What Prism has against the request, or ""."""
        header = self.headers.get("sl-violations", "")
        violations = [
            each for each in json.loads(header or "[]") if each["location"][:1] == ["request"]
        ]
        violations = [each for each in violations if _UNSUPPORTED not in each["message"]]
        if violations:
            return json.dumps(violations)
        body = self._body.decode("utf-8", "replace")
        if "stoplight.io/prism/errors#" not in body:
            return ""
        return "" if any(f"#{each}" in body for each in _OWN_FAULTS) else body


class Wire:
    """A transport over urllib that keeps the last answer."""

    def __init__(self) -> None:
        self.answer: Answer | None = None

    def send(self, request: Any) -> Answer:
        content = request.content
        data = content if content is None or isinstance(content, bytes) else b"".join(content)
        made = urllib.request.Request(
            request.url, data, dict(request.headers), method=request.method
        )
        made.add_header("accept-encoding", dict(request.headers).get("accept-encoding", "*"))
        try:
            with urllib.request.urlopen(made, timeout=60) as response:
                self.answer = Answer(response.status, _fields(response.headers), response.read())
        except urllib.error.HTTPError as error:
            self.answer = Answer(error.code, _fields(error.headers), error.read())
        return self.answer

    def close(self) -> None: ...


def _fields(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


class Mock:
    """Prism, serving one document."""

    def __init__(self, path: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        command = [str(_prism()), "mock", "-h", "127.0.0.1", "-p", str(port), str(path)]
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(600):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"Prism does not serve {path}")

    def stop(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.wait()


def _prism() -> Path:
    folder = Path(os.environ.get("PRISM_FOLDER") or cache() / "prism")
    if not (folder / "node_modules").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["npm", "install", "--silent", "--no-save", "--prefix", str(folder), PRISM], check=True
        )
    return folder / "node_modules" / ".bin" / "prism"
