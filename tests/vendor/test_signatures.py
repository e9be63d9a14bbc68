"""Methods take the same positional arguments as those of `cloudflare`."""

from __future__ import annotations

import inspect
from operator import attrgetter
from typing import Any

import pytest
from cloudflare_ai import AsyncCloudflareAI, CloudflareAI

from ..support.bundled_spec import OPERATIONS
from .signatures import POSITIONAL


def positional(client: Any, operation: str) -> str:
    """The names of the arguments that a method takes by position."""
    parameters = inspect.signature(attrgetter(operation)(client)).parameters.values()
    return " ".join(each.name for each in parameters if each.kind is each.POSITIONAL_OR_KEYWORD)


def test_the_table_has_every_operation() -> None:
    names = {f"{each['x-resource']}.{each['x-method']}" for each in OPERATIONS.values()}
    assert names == set(POSITIONAL)


@pytest.mark.parametrize("operation", POSITIONAL)
@pytest.mark.parametrize("client", [CloudflareAI, AsyncCloudflareAI])
def test_positional_arguments_are_the_vendors(client: type, operation: str) -> None:
    assert positional(client(api_token="token"), operation) == POSITIONAL[operation]


@pytest.mark.parametrize("operation", POSITIONAL)
def test_the_table_is_what_the_vendor_has(operation: str) -> None:
    cloudflare = pytest.importorskip("cloudflare")
    client = cloudflare.Cloudflare(api_token="token")
    assert positional(client, operation) == POSITIONAL[operation]
