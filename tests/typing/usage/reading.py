"""Reading with the synchronous client: pages, unions, dates, what the server said."""

from datetime import datetime
from typing import assert_type

from cloudflare_ai import CloudflareAI, Page, ParsedResponse
from cloudflare_ai.models import (
    ConditionalElement,
    Evaluation,
    Gateway,
    InferenceSummary,
    Log,
    LogDetail,
    LogsInfo,
    StartElement,
    UnknownElement,
)


def spent(client: CloudflareAI, gateway: str) -> float:
    """The cost of all failed requests of a gateway."""
    page = client.ai_gateway.logs.list(
        gateway, success=False, start_date=datetime(2026, 1, 1), prefetch=2
    )
    assert_type(page, Page[Log, LogsInfo])
    return sum(log.cost or 0 for log in page)


def when(client: CloudflareAI) -> datetime:
    """When a log was written."""
    log = client.ai_gateway.logs.get("id", gateway_id="my-gateway", options={"timeout": 5})
    assert_type(log, LogDetail)
    assert_type(log.created_at, datetime)
    return log.created_at


def first_target(client: CloudflareAI) -> str:
    """Where a route begins."""
    match client.ai_gateway.dynamic_routing.get("route", gateway_id="my-gateway").elements[0]:
        case StartElement(outputs=outputs):
            return outputs.next.element_id
        case ConditionalElement(outputs=outputs):
            return outputs.true.element_id
        case UnknownElement(type=type):
            return type
        case element:
            return element.id


def read_response(client: CloudflareAI) -> ParsedResponse[Gateway]:
    """A gateway with status and headers."""
    response = client.parsed_response(client.ai_gateway.get, "my-gateway")
    assert_type(response.value, Gateway)
    assert_type(response.status, int)
    return response


def names(client: CloudflareAI) -> list[str]:
    """The names of all evaluations."""
    return [
        evaluation.name
        for evaluation in client.ai_gateway.evaluations.list("my-gateway", max_items=10)
    ]


def figures(client: CloudflareAI) -> str:
    """Radar's figures, typed and as CSV."""
    summary = client.radar.ai.inference.summary_v2("MODEL", asn=["-174", "3356"])
    assert_type(summary, InferenceSummary)
    csv = client.radar.ai.inference.summary_v2("TASK", format="CSV")
    assert_type(csv, str)
    return csv or summary.meta.normalization


def all_of(page: Page[Evaluation, None]) -> list[Evaluation]:
    """A page in hand."""
    return page.items if not page.has_next() else [*page]
