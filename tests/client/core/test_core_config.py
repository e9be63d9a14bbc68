"""How a client comes to its settings."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from core_support import THING, Scripted, ok
from fakepkg._client import AsyncFake, Fake
from fakepkg._core.transport import DEFAULT_TIMEOUT, Timeout
from fakepkg.errors import ArgumentError, ConfigurationError


def headers_of(**arguments: Any) -> dict[str, str]:
    transport = Scripted([ok(THING)])
    Fake(http_client=transport, **{"account_id": "a", **arguments}).things.get("1")
    return dict(transport.requests[0].headers)


def test_the_token_wins_over_the_key_and_arguments_over_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pair = {"api_key": "k", "api_email": "e"}
    assert headers_of(api_token="t", **pair)["authorization"] == "Bearer t"
    given = headers_of(**pair)
    assert (given["x-auth-key"], given["x-auth-email"]) == ("k", "e")
    monkeypatch.setenv("FAKE_TOKEN", "env")
    assert headers_of()["authorization"] == "Bearer env"
    assert headers_of(api_token="t")["authorization"] == "Bearer t"
    assert "authorization" not in headers_of(**pair)
    monkeypatch.setenv("FAKE_KEY", "k2")
    assert (
        headers_of()["authorization"] == "Bearer env"
    ), "half a pair does no harm if there is a token"
    monkeypatch.delenv("FAKE_TOKEN")
    monkeypatch.setenv("FAKE_EMAIL", "e2")
    assert headers_of()["x-auth-key"] == "k2"
    assert headers_of(api_email="e")["x-auth-email"] == "e"


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(
        ConfigurationError, match="`api_token` or set the variable FAKE_TOKEN, or pass"
    ):
        Fake()
    with pytest.raises(ConfigurationError, match="Half.*`api_email`.*FAKE_EMAIL"):
        Fake(api_key="k")
    with pytest.raises(ConfigurationError, match="Half.*`api_key`"):
        AsyncFake(api_email="k")
    monkeypatch.setenv("FAKE_KEY", "k")
    with pytest.raises(ConfigurationError, match="Half.*`api_email`"):
        Fake()
    with pytest.raises(ConfigurationError):
        Fake(api_token="")


def test_the_base_url(monkeypatch: pytest.MonkeyPatch) -> None:
    assert repr(Fake(api_token="t")) == "<Fake https://api.example/v4>"
    monkeypatch.setenv("FAKE_BASE_URL", "http://localhost:1/x/")
    assert repr(Fake(api_token="t")) == "<Fake http://localhost:1/x>"
    assert repr(Fake(api_token="t", base_url="https://u:pw@h")) == "<Fake https://h>"
    none = ("http://[bad", "http://h:port", "http://h:70000")
    for bad in ("api.example", "ftp://x", "https://", "https://h/?a=b", *none):
        with pytest.raises(ConfigurationError, match="pass `base_url` or set FAKE_BASE_URL"):
            Fake(api_token="t", base_url=bad)


def test_what_the_client_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAKE_ACCOUNT", "env")
    transport = Scripted([ok(THING)] * 3)
    Fake(api_token="t", http_client=transport).things.get("1")
    client = Fake(api_token="t", http_client=transport, account_id="held")
    client.things.get("1")
    client.things.get("1", account_id="own")
    assert [url.split("/")[5] for url in transport.urls] == ["env", "held", "own"]
    with pytest.raises(ArgumentError):
        Fake(api_token="t", account_id="")


def test_the_timeout_of_a_given_client_stays_in_force() -> None:
    transport = Scripted([ok(THING)] * 4)
    Fake(api_token="t", account_id="a", http_client=transport).things.get("1")
    Fake(api_token="t", account_id="a", http_client=transport, timeout=None).things.get("1")
    duck = httpx.Timeout(3, connect=1)
    Fake(api_token="t", account_id="a", http_client=transport, timeout=duck).things.get("1")  # type: ignore[arg-type]
    timeouts = [request.timeout for request in transport.requests]
    assert timeouts == [None, Timeout(None), Timeout(3, connect=1)]
    assert Fake(api_token="t")._config.timeout is DEFAULT_TIMEOUT


def test_a_client_of_the_other_kind_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="sync one"):
        Fake(api_token="t", http_client=httpx.AsyncClient())
    with pytest.raises(ConfigurationError, match="async one"):
        AsyncFake(api_token="t", http_client=httpx.Client())
    with pytest.raises(ConfigurationError, match="no `send`"):
        Fake(api_token="t", http_client=object())
    with pytest.raises(ConfigurationError, match="no `asend`"):
        AsyncFake(api_token="t", http_client=object())


def test_timeouts_compare_and_print() -> None:
    assert Timeout(1, read=None) == Timeout(None, connect=1, write=1, pool=1)
    assert repr(Timeout(1)) == "Timeout(connect=1, read=1, write=1, pool=1)"
    assert len({Timeout(1), Timeout(1)}) == 1
