"""What the servers of the benchmarks answer."""

from __future__ import annotations

import json
from typing import Any

LOG = {
    "id": "01JADMCQQQBWH3NXZ5GCRN98DP",
    "cached": False,
    "created_at": "2026-03-01T09:30:00.250Z",
    "duration": 1234,
    "model": "gpt-4o-mini",
    "path": "chat/completions",
    "provider": "openai",
    "success": True,
    "tokens_in": 118,
    "tokens_out": 245,
    "cost": 0.00123,
    "custom_cost": False,
    "metadata": '{"user":"7"}',
    "model_type": "chat",
    "request_content_type": "application/json",
    "request_type": "chat",
    "response_content_type": "application/json",
    "status_code": 200,
    "step": 0,
}
ELEMENTS: list[dict[str, Any]] = [
    {"id": "1", "type": "start", "outputs": {"next": {"elementId": "2"}}},
    {
        "id": "2",
        "type": "conditional",
        "outputs": {"true": {"elementId": "3"}, "false": {"elementId": "4"}},
        "properties": {"conditions": {"$eq": {"metadata.plan": "paid"}}},
    },
    {
        "id": "3",
        "type": "percentage",
        "outputs": {"70": {"elementId": "4"}, "else": {"elementId": "5"}},
    },
    {
        "id": "4",
        "type": "rate",
        "outputs": {"success": {"elementId": "5"}, "fallback": {"elementId": "6"}},
        "properties": {"key": "metadata.user", "limit": 100, "limitType": "cost", "window": 3600},
    },
    {
        "id": "5",
        "type": "model",
        "outputs": {"success": {"elementId": "6"}, "fallback": {"elementId": "6"}},
        "properties": {"model": "gpt-4o", "provider": "openai", "retries": 2, "timeout": 30000},
    },
    {"id": "6", "type": "end", "outputs": {}},
]


def logs(count: int, page: int = 1, total: int | None = None) -> bytes:
    """A page of `count` logs."""
    info = {
        "count": count,
        "page": page,
        "per_page": count,
        "total_count": count if total is None else total,
    }
    items = [{**LOG, "id": f"{page:05}-{number:05}"} for number in range(count)]
    return json.dumps({"result": items, "result_info": info, "success": True}).encode()


def log() -> bytes:
    """One log."""
    return json.dumps({"result": LOG, "success": True}).encode()


def route(count: int) -> bytes:
    """A route of `count` elements of all six kinds."""
    elements = [{**ELEMENTS[number % 6], "id": str(number)} for number in range(count)]
    deployment = {"created_at": "now", "deployment_id": "1", "version_id": "1"}
    version = {"active": "true", "created_at": "now", "data": "{}", "version_id": "1"}
    result = {
        "id": "r",
        "created_at": "2026-03-01T09:30:00Z",
        "deployment": deployment,
        "elements": elements,
        "gateway_id": "g",
        "modified_at": "2026-03-01T09:30:00Z",
        "name": "route",
        "version": version,
    }
    return json.dumps({"result": result, "success": True}).encode()
