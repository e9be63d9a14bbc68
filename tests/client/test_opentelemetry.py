"""The example of the package's guide: spans of OpenTelemetry, made by hooks."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cloudflare_ai import AsyncCloudflareAI, CloudflareAI
from cloudflare_ai.errors import APIConnectionError, NotFoundError
from cloudflare_ai.testing import FakeTransport
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

GUIDE = Path(__file__).resolve().parents[2] / "templates/package/README.md.jinja"
GET = "ai_gateway.get"


def _example() -> str:
    """The program as it stands in the guide."""
    programs = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    (tracing_program,) = [each for each in programs if "opentelemetry" in each]
    return tracing_program.replace("{{ package.package }}", "cloudflare_ai")


class Traced:
    """A client with the hooks of the example, and the spans they made."""

    def __init__(self, mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.mode = mode
        self.fake = FakeTransport()
        self._exporter = InMemorySpanExporter()
        self.provider = TracerProvider()
        self.provider.add_span_processor(SimpleSpanProcessor(self._exporter))
        monkeypatch.setattr(trace, "get_tracer", self.provider.get_tracer)
        made: Any = CloudflareAI if mode == "sync" else AsyncCloudflareAI
        client = made(api_token="s3cr3t-token", account_id="acc", http_client=self.fake)
        names: dict[str, Any] = {"client": client}
        exec(_example(), names)  # noqa: S102  # our own guide
        self.client = names["client"]

    def get(self) -> Any:
        """Make a call."""
        value = self.client.ai_gateway.get("g")
        return value if self.mode == "sync" else asyncio.run(_awaited(value))

    def spans(self) -> Any:
        """The spans that have ended."""
        return self._exporter.get_finished_spans()


async def _awaited(value: Any) -> Any:
    return await value


@pytest.fixture(params=["sync", "async"])
def traced(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Traced]:
    """Each test with both clients; nobody waits between attempts."""
    monkeypatch.setattr("cloudflare_ai._core.retry.choose_backoff", lambda _: 0.0)
    yield Traced(request.param, monkeypatch)


def test_a_call_is_a_span(traced: Traced) -> None:
    with traced.provider.get_tracer("program").start_as_current_span("program") as program:
        traced.get()
    span, _ = traced.spans()
    assert (span.name, span.kind) == (GET, SpanKind.CLIENT)
    assert span.parent is not None and span.parent.span_id == program.get_span_context().span_id
    assert dict(span.attributes) == {
        "http.request.method": "GET",
        "url.full": "https://api.cloudflare.com/client/v4/accounts/acc/ai-gateway/gateways/g",
        "http.request.resend_count": 0,
        "http.response.status_code": 200,
    }
    sent = traced.fake.requests[0].headers["traceparent"]
    assert f"{span.context.trace_id:032x}-{span.context.span_id:016x}" in sent


def test_each_attempt_is_a_span(traced: Traced) -> None:
    traced.fake.fail(GET, 503)
    traced.fake.fail(GET, "reset")
    traced.get()
    spans = traced.spans()
    assert [each.attributes["http.request.resend_count"] for each in spans] == [0, 1, 2]
    assert [each.status.status_code for each in spans[:2]] == [StatusCode.ERROR] * 2
    assert spans[0].attributes["http.response.status_code"] == 503
    assert spans[1].attributes["error.type"] == "APIConnectionError"
    assert spans[2].status.status_code is StatusCode.UNSET
    traceparents = [each.headers["traceparent"] for each in traced.fake.requests]
    assert [f"{each.context.span_id:016x}" for each in spans] == [
        each[36:52] for each in traceparents
    ]


@pytest.mark.parametrize(
    ("failure", "error", "spans"), [(404, NotFoundError, 1), ("refused", APIConnectionError, 3)]
)
def test_what_ends_a_call_ends_its_span(
    traced: Traced, failure: Any, error: type[Exception], spans: int
) -> None:
    traced.fake.fail(GET, failure, times=3)
    with pytest.raises(error):
        traced.get()
    assert [each.status.status_code for each in traced.spans()] == [StatusCode.ERROR] * spans
    assert "s3cr3t" not in "".join(each.to_json() for each in traced.spans())
