"""A client is copied, pickled, closed and used again; each with its own word where that can't be."""

from __future__ import annotations

import asyncio
import copy
import pickle
import weakref
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from core_server import Server, respond_with
from core_support import THING
from fakepkg import errors
from fakepkg._client import AsyncFake, Fake

OPTIONS: dict[str, Any] = {"api_token": "t0ken-value", "account_id": "a"}


def call(client: Any) -> Any:
    """One call, and the client closed after it."""
    if isinstance(client, Fake):
        with client:
            return client.things.get("1").id

    async def main() -> Any:
        async with client:
            return (await client.things.get("1")).id

    return asyncio.run(main())


COPIES: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "deepcopy in a list": lambda client: copy.deepcopy([client])[0],
    "with_options": lambda client: client.with_options(max_retries=1),
    "with_credentials": lambda client: client.with_credentials(api_token="other"),
}


@pytest.mark.parametrize("cls", [Fake, AsyncFake])
@pytest.mark.parametrize("way", COPIES)
def test_a_copy_has_resources_of_its_own_and_the_connections_of_the_first(
    cls: Any, way: str
) -> None:
    with Server(respond_with(THING)) as server:
        client = cls(base_url=server.url, **OPTIONS)
        things = client.things
        made = COPIES[way](client)
        assert type(made) is cls and made.things is not things and made.things._client is made
        assert made._config.connections is client._config.connections
        assert call(made) == "1" == call(client), "closing a copy leaves the first one open"


@pytest.mark.parametrize("cls", [Fake, AsyncFake])
def test_a_client_is_never_pickled(cls: Any) -> None:
    client = cls(**OPTIONS)
    for each in (client, client.things, [client]):
        with pytest.raises(TypeError, match="can't be pickled: it holds credentials"):
            pickle.dumps(each)


def test_a_client_can_be_held_weakly_and_be_a_key() -> None:
    client = Fake(**OPTIONS)
    assert weakref.ref(client)() is client and {client: 1}[client] == 1


@pytest.mark.parametrize("cls", [Fake, AsyncFake])
def test_an_unused_client_may_be_closed_twice(cls: Any) -> None:
    client = cls(**OPTIONS)
    for _ in range(2):
        client.close() if cls is Fake else asyncio.run(client.close())


@pytest.mark.parametrize("when", ["before the first call", "after it"])
@pytest.mark.parametrize("cls", [Fake, AsyncFake])
def test_a_client_of_httpx_that_was_closed_says_so(cls: Any, when: str) -> None:
    async def main(url: str) -> None:
        given: Any = httpx.Client() if cls is Fake else httpx.AsyncClient()
        client = cls(base_url=url, http_client=given, **OPTIONS)
        if when == "after it":
            value = client.things.get("1")
            assert (value if cls is Fake else await value).id == "1"
        given.close() if cls is Fake else await given.aclose()
        with pytest.raises(errors.APIConnectionError, match="The client is closed") as caught:
            value = client.things.get("1")
            await value
        assert caught.value.kind == "closed" and not caught.value.sent
        assert caught.value.attempts == 1

    with Server(respond_with(THING)) as server:
        asyncio.run(main(server.url))


@pytest.mark.parametrize(
    ("cls", "given", "word"),
    [
        (Fake, httpx.Client, "is the class Client; pass an object"),
        (AsyncFake, httpx.AsyncClient, "is the class AsyncClient; pass an object"),
        (Fake, httpx.AsyncClient(), "the client needs a sync one"),
        (AsyncFake, httpx.Client(), "the async client needs an async one"),
        (Fake, "https://proxy.example", "has no `send`"),
        (AsyncFake, object(), "has no `asend`"),
    ],
)
def test_what_can_not_send_is_refused(cls: Any, given: Any, word: str) -> None:
    with pytest.raises(errors.ConfigurationError, match=word):
        cls(http_client=given, **OPTIONS)
