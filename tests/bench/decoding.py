"""From bytes to models, without a network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import orjson
from cloudflare._models import construct_type
from cloudflare.types.ai_gateway import DynamicRoutingGetResponse, LogListResponse
from cloudflare_ai._codec import ai_gateway_dynamic_routing as routing
from cloudflare_ai._codec import ai_gateway_logs as wire

from . import samples
from .timing import Measure, compare


def measures(other: Any) -> Iterator[Measure]:
    """Decoding of log entries and of route elements."""
    data = samples.logs(100)
    log = other("models.log").Log
    yield compare(
        "100 log entries, bytes → models",
        "≤ 1.1 × json.loads; ≤ 0.8 × with `[fast]`",
        {
            "json.loads": lambda: json.loads(data),
            "ours": lambda: wire.LOGS_LIST.decode(json.loads(data)),
            "ours [fast]": lambda: wire.LOGS_LIST.decode(orjson.loads(data)),
            "openapi-python-client": lambda: [
                log.from_dict(each) for each in json.loads(data)["result"]
            ],
            "cloudflare": lambda: construct_type(
                value=json.loads(data)["result"], type_=list[LogListResponse]
            ),
        },
        waits=False,
    )
    elements = samples.route(1000)
    route = other("models.route").Route
    yield compare(
        "1,000 mixed route elements",
        "≤ 1.4 × json.loads",
        {
            "json.loads": lambda: json.loads(elements),
            "ours": lambda: list(routing.DYNAMIC_ROUTING_GET.decode(json.loads(elements)).elements),
            "ours [fast]": lambda: list(
                routing.DYNAMIC_ROUTING_GET.decode(orjson.loads(elements)).elements
            ),
            "openapi-python-client": lambda: route.from_dict(json.loads(elements)["result"]),
            "cloudflare": lambda: construct_type(
                value=json.loads(elements)["result"], type_=DynamicRoutingGetResponse
            ),
        },
        waits=False,
    )
