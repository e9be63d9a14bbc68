# Generated from Answers 1; do not edit.
"""Decoders and operations of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_any, decode_nothing
from .._core.operation import Operation
from ..models.client import Job, Pet, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._core.json_value import JSONValue

pet: Callable[[Any], Pet] = adopt(Pet)
job: Callable[[Any], Job] = adopt(Job)
problem: Callable[[Any], Problem] = adopt(Problem)


STATUSES: Operation[Pet | Job | str | None] = Operation(
    name="statuses",
    method="GET",
    path="/statuses",
    decode=pet,
    statuses={"200": pet, "202": job, "2XX": decode_any, "207": decode_nothing},
    errors={"4XX": problem, "default": problem},
)
FALLBACK: Operation[Pet] = Operation(
    name="fallback",
    method="GET",
    path="/fallback",
    decode=pet,
)
NOTHING: Operation[None] = Operation(
    name="nothing",
    method="GET",
    path="/nothing",
    decode=decode_nothing,
)
VENDOR: Operation[Pet] = Operation(
    name="vendor",
    method="GET",
    path="/vendor",
    decode=pet,
    media={"application/vnd.pets.v2+json": "json"},
)
PICTURE: Operation[bytes] = Operation(
    name="picture",
    method="GET",
    path="/picture",
    decode=decode_any,
    media={"image/*": "bytes"},
)
MIXED: Operation[Pet] = Operation(
    name="mixed",
    method="GET",
    path="/mixed",
    decode=pet,
    media={"application/json": "json", "image/png": "bytes"},
)
WILD: Operation[Pet] = Operation(
    name="wild",
    method="GET",
    path="/wild",
    decode=pet,
)
TEXT: Operation[str] = Operation(
    name="text",
    method="GET",
    path="/text",
    decode=decode_any,
    media={"text/plain": "text"},
)
EVENTS: Operation[JSONValue] = Operation(
    name="events",
    method="GET",
    path="/events",
    decode=decode_any,
    media={"text/event-stream": "events"},
    event=pet,
)
LINES: Operation[JSONValue] = Operation(
    name="lines",
    method="GET",
    path="/lines",
    decode=decode_any,
    media={"application/x-ndjson": "lines"},
    event=pet,
)
SEQUENCE: Operation[JSONValue] = Operation(
    name="sequence",
    method="GET",
    path="/sequence",
    decode=decode_any,
    media={"application/json-seq": "lines"},
    event=pet,
)
HEAD: Operation[None] = Operation(
    name="head",
    method="HEAD",
    path="/head",
    decode=decode_nothing,
)
BOTH: Operation[Job] = Operation(
    name="both",
    method="GET",
    path="/both",
    decode=job,
    media={"application/json": "json", "text/event-stream": "events"},
    event=pet,
)
ASKED: Operation[Job] = Operation(
    name="asked",
    method="POST",
    path="/asked",
    decode=job,
    body="json",
    media={"application/json": "json", "text/event-stream": "events"},
    stream="stream",
    event=pet,
)
