"""What generated methods send for awkward values, and what they return for any response."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from .support.cases import imported

ROWS = [
    # media type of the response, body, result of the scan, of the attachment, of the report
    ("application/json", b'{"rows": 2}', b'{"rows": 2}', b'{"rows": 2}', 2),
    ("text/csv; charset=latin-1", b"\xe4", b"\xe4", b"\xe4", "ä"),
    ("application/pdf", b"%PDF", b"%PDF", b"%PDF", b"%PDF"),
    ("image/png", b"\x89", b"\x89", b"\x89", b"\x89"),
]


def _client(module: Any, answer: Any) -> Any:
    name = next(name for name in module.__all__ if hasattr(getattr(module, name), "close"))
    transport = httpx.MockTransport(answer)
    return getattr(module, name)(http_client=httpx.Client(transport=transport))


@pytest.mark.parametrize(("media_type", "body", "scan", "attachment", "report"), ROWS)
def test_a_download_is_what_the_method_promises(
    tmp_path: Path, media_type: str, body: bytes, scan: Any, attachment: Any, report: Any
) -> None:
    accepted: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        accepted.append(request.headers["accept"])
        return httpx.Response(200, headers={"content-type": media_type}, content=body)

    with imported("downloads", tmp_path) as module:
        client = _client(module, answer)
        assert client.scans.get_content("1") == scan
        assert client.attachments.get("1") == attachment
        received = client.report.get()
        assert getattr(received, "rows", received) == report
    assert accepted[:2] == ["application/octet-stream", "*/*"]
    assert accepted[2].startswith("application/json")


def test_lists_within_objects_are_never_written_as_python_would(tmp_path: Path) -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        request.read()
        sent.append(request)
        return httpx.Response(204)

    with imported("query-objects-with-lists", tmp_path) as module:
        client = _client(module, answer)
        client.hits.list(
            paging={"number": 1, "order": ["a,asc", "b,desc"]},
            filter={"tags": ["x", "y"]},
            grid=[[1, 2], [3]],
        )
        client.hits.upload(picture=("p.png", b"\x00"), digest=b"\x01", grid=[[1], [2]])
    assert parse_qsl(urlsplit(str(sent[0].url)).query) == [
        ("number", "1"),
        ("order", "a,asc"),
        ("order", "b,desc"),
        ("filter[tags][0]", "x"),
        ("filter[tags][1]", "y"),
        ("grid", "[1,2]"),
        ("grid", "[3]"),
    ]
    body = sent[1].content
    assert b'filename="p.png"\r\nContent-Type: image/png\r\n\r\n\x00\r\n' in body
    assert b'name="digest"\r\n\r\nAQ==\r\n' in body and b"\r\n\r\n[1]\r\n" in body
