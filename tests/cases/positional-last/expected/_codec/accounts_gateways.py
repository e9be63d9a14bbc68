# Generated from Positional last 1; do not edit.
"""Decoders and operations of `accounts`, `accounts.gateways`, `accounts.gateways.logs`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

GATEWAYS_LOGS_GET: Operation[None] = Operation(
    name="accounts.gateways.logs.get",
    method="GET",
    path="/accounts/{account}/gateways/{gateway}/logs/{log}",
    decode=decode_nothing,
    client_parameters=("account",),
)
