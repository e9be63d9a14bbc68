"""The wire side of `radar`, `radar.ai`, `radar.ai.inference`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, decode_list, get_member, new
from .._core.operation import Operation
from ..models.radar_ai import (
    Annotation,
    ConfidenceInfo,
    DateRange,
    InferenceSummary,
    InferenceSummaryMeta,
    MeasurementUnit,
)

annotation = adopt(Annotation)
date_range = adopt(DateRange)
measurement_unit = adopt(MeasurementUnit)


def inference_summary(data: Any) -> InferenceSummary:
    if data.__class__ is not dict:
        return cast("InferenceSummary", data)
    self = new(InferenceSummary)
    self.__dict__ = data
    if "meta" in data:
        data["meta"] = inference_summary_meta(data["meta"])
    return self


def inference_summary_meta(data: Any) -> InferenceSummaryMeta:
    if data.__class__ is not dict:
        return cast("InferenceSummaryMeta", data)
    self = new(InferenceSummaryMeta)
    self.__dict__ = data
    if "confidenceInfo" in data:
        data["confidenceInfo"] = confidence_info(data["confidenceInfo"])
    if "dateRange" in data:
        data["dateRange"] = decode_list(date_range, data["dateRange"])
    if "units" in data:
        data["units"] = decode_list(measurement_unit, data["units"])
    return self


def confidence_info(data: Any) -> ConfidenceInfo:
    if data.__class__ is not dict:
        return cast("ConfidenceInfo", data)
    self = new(ConfidenceInfo)
    self.__dict__ = data
    if "annotations" in data:
        data["annotations"] = decode_list(annotation, data["annotations"])
    return self


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
