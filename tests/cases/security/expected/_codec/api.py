# Generated from Security 1; do not edit.
"""Decoders and operations of `api`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

USUAL: Operation[None] = Operation(
    name="api.usual",
    method="GET",
    path="/usual",
    decode=decode_nothing,
    security=(("access_token",), ("key", "mail")),
)
OPEN: Operation[None] = Operation(
    name="api.open",
    method="GET",
    path="/open",
    decode=decode_nothing,
    security=((),),
)
BASIC: Operation[None] = Operation(
    name="api.basic",
    method="GET",
    path="/basic",
    decode=decode_nothing,
    security=(("username",),),
)
QUERY: Operation[None] = Operation(
    name="api.query",
    method="GET",
    path="/query",
    decode=decode_nothing,
    security=(("query_key",), ()),
)
COOKIE: Operation[None] = Operation(
    name="api.cookie",
    method="GET",
    path="/cookie",
    decode=decode_nothing,
    security=(("cookie_key", "access_token"), ("cookie_key", "client_id")),
)
UNKNOWN: Operation[None] = Operation(
    name="api.unknown",
    method="GET",
    path="/unknown",
    decode=decode_nothing,
    security=(("access_token",),),
)
CERTIFIED: Operation[None] = Operation(
    name="api.certified",
    method="GET",
    path="/certified",
    decode=decode_nothing,
    security=(("username",),),
)
MUTUAL: Operation[None] = Operation(
    name="api.mutual",
    method="GET",
    path="/mutual",
    decode=decode_nothing,
    security=((),),
)
JAR: Operation[None] = Operation(
    name="api.jar",
    method="GET",
    path="/jar",
    decode=decode_nothing,
    security=(("cookie_key", "cookie_mark"),),
)
DIGEST: Operation[None] = Operation(
    name="api.digest",
    method="GET",
    path="/digest",
    decode=decode_nothing,
    security=(("digest",),),
)
