"""A transport that lets Werkzeug parse what the client sends."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import httpx
from werkzeug import Request
from werkzeug.test import EnvironBuilder

from generator.diagnostics import Report
from generator.output.tree import Tree
from generator.pipeline import Compilation


class Echo:
    """A transport that keeps the last request as Werkzeug reads it."""

    def __init__(self) -> None:
        self.received: Request
        self.raw_path = self.raw_query = ""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        content = request.read()
        builder = EnvironBuilder(
            method=request.method,
            query_string=request.url.query.decode(),
            headers=[(name, value) for name, value in request.headers.items()],
            input_stream=io.BytesIO(content),
            content_length=len(content),
        )
        environ = builder.get_environ()
        environ["CONTENT_LENGTH"] = str(len(content))
        environ.pop("HTTP_TRANSFER_ENCODING", None)  # of which a server takes care
        path, _, query = request.url.raw_path.partition(b"?")
        self.raw_path, self.raw_query = path.decode(), query.decode()
        environ["PATH_INFO"] = unquote_to_bytes(path).decode("latin-1")  # as WSGI wants it
        self.received = Request(environ)
        return httpx.Response(204)


def generate(document: dict[str, Any], folder: Path) -> Tree:
    """Generate the package of `document`."""
    path = folder / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    tree = Compilation(path, Report()).tree
    assert tree is not None
    return tree
