# Generated from Cloudflare AI v4; do not edit.
"""Decoders and operations of `radar`, `radar.ai`, `radar.ai.inference`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list, get_member
from .._core.operation import Operation
from ..models.radar_ai import (
    Annotation,
    ConfidenceInfo,
    DateRange,
    InferenceSummary,
    InferenceSummaryMeta,
    MeasurementUnit,
)

if TYPE_CHECKING:
    from collections.abc import Callable

inference_summary: Callable[[Any], InferenceSummary] = adopt(
    InferenceSummary,
    {
        "meta": lambda data: inference_summary_meta(data),
    },
)
inference_summary_meta: Callable[[Any], InferenceSummaryMeta] = adopt(
    InferenceSummaryMeta,
    {
        "confidenceInfo": lambda data: confidence_info(data),
        "dateRange": lambda data: decode_list(date_range, data),
        "units": lambda data: decode_list(measurement_unit, data),
    },
)
confidence_info: Callable[[Any], ConfidenceInfo] = adopt(
    ConfidenceInfo,
    {
        "annotations": lambda data: decode_list(annotation, data),
    },
)
annotation: Callable[[Any], Annotation] = adopt(Annotation)
date_range: Callable[[Any], DateRange] = adopt(DateRange)
measurement_unit: Callable[[Any], MeasurementUnit] = adopt(MeasurementUnit)


def _ai_inference_summary_v2(body: Any) -> InferenceSummary:
    return inference_summary(get_member(body, "result"))


AI_INFERENCE_SUMMARY_V2: Operation[InferenceSummary] = Operation(
    name="radar.ai.inference.summary_v2",
    method="GET",
    path="/radar/ai/inference/summary/{dimension}",
    decode=_ai_inference_summary_v2,
    styles={
        "query": {
            "asn": "comma",
            "continent": "comma",
            "dateEnd": "comma",
            "dateRange": "comma",
            "dateStart": "comma",
            "location": "comma",
            "name": "comma",
        }
    },
    media={"application/json": "json", "text/csv": "text"},
)
