# Generated from Security 1; do not edit.
"""Decoders and operations of the client itself."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

USUAL: Operation[None] = Operation(
    name="usual",
    method="GET",
    path="/usual",
    decode=decode_nothing,
    security=(("access_token",), ("key", "mail")),
)
OPEN: Operation[None] = Operation(
    name="open",
    method="GET",
    path="/open",
    decode=decode_nothing,
    security=((),),
)
BASIC: Operation[None] = Operation(
    name="basic",
    method="GET",
    path="/basic",
    decode=decode_nothing,
    security=(("username",),),
)
QUERY: Operation[None] = Operation(
    name="query",
    method="GET",
    path="/query",
    decode=decode_nothing,
    security=(("query_key",), ()),
)
COOKIE: Operation[None] = Operation(
    name="cookie",
    method="GET",
    path="/cookie",
    decode=decode_nothing,
    security=(("cookie_key", "access_token"), ("cookie_key", "client_id")),
)
UNKNOWN: Operation[None] = Operation(
    name="unknown",
    method="GET",
    path="/unknown",
    decode=decode_nothing,
    security=(("access_token",),),
)
CERTIFIED: Operation[None] = Operation(
    name="certified",
    method="GET",
    path="/certified",
    decode=decode_nothing,
    security=(("username",),),
)
MUTUAL: Operation[None] = Operation(
    name="mutual",
    method="GET",
    path="/mutual",
    decode=decode_nothing,
    security=((),),
)
JAR: Operation[None] = Operation(
    name="jar",
    method="GET",
    path="/jar",
    decode=decode_nothing,
    security=(("cookie_key", "cookie_mark"),),
)
DIGEST: Operation[None] = Operation(
    name="digest",
    method="GET",
    path="/digest",
    decode=decode_nothing,
    security=(("digest",),),
)
