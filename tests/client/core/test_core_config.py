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


ENVIRONMENT = {
    "FAKE_TOKEN": "env-token",
    "FAKE_KEY": "env-key",
    "FAKE_EMAIL": "env-email",
    "FAKE_ACCOUNT": "env-account",
    "FAKE_BASE_URL": "https://env-host.example",
}
OWN_TOKEN = {"authorization": "Bearer own"}
OWN_PAIR = {"x-auth-key": "own-key", "x-auth-email": "own-email"}


@pytest.mark.parametrize(
    ("first", "named", "headers", "account"),
    [
        ({"api_token": "own"}, {"account_id": "b"}, OWN_TOKEN, "b"),
        ({"api_token": "own"}, {}, OWN_TOKEN, "a"),
        ({"api_token": "own"}, {"account_id": None}, OWN_TOKEN, "a"),
        ({"api_token": "x"}, {"api_token": "own"}, OWN_TOKEN, "a"),
        ({"api_token": "x"}, {"api_key": "own-key", "api_email": "own-email"}, OWN_PAIR, "a"),
        ({"api_key": "own-key", "api_email": "own-email"}, {"account_id": "b"}, OWN_PAIR, "b"),
        ({}, {"account_id": "b"}, {"authorization": "Bearer early-token"}, "b"),
        ({}, {"api_token": "own"}, OWN_TOKEN, "a"),
    ],
)
def test_a_copy_takes_no_credentials_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
    first: dict[str, Any],
    named: dict[str, Any],
    headers: dict[str, str],
    account: str,
) -> None:
    monkeypatch.setenv("FAKE_TOKEN", "early-token")
    transport = Scripted([ok(THING)] * 2)
    client = Fake(account_id="a", http_client=transport, **first)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    copy = client.with_credentials(**named)
    for each in (copy, copy.with_credentials()):
        each.things.get("1")
        sent = dict(transport.requests[-1].headers)
        assert {
            name: sent[name] for name in ("authorization", *OWN_PAIR) if name in sent
        } == headers
        assert transport.urls[-1].startswith(f"https://api.example/v4/accounts/{account}/")


@pytest.mark.parametrize("named", [{"api_token": None}, {"api_token": ""}, {"api_key": "k"}])
def test_a_copy_with_half_of_its_credentials_is_refused(
    monkeypatch: pytest.MonkeyPatch, named: dict[str, Any]
) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match="pass `api_") as caught:
        Fake(api_token="own").with_credentials(**named)
    assert "variable" not in str(caught.value)


def test_credentials_and_options_name_each_other() -> None:
    client = Fake(api_token="t")
    for name in ("api_token", "account_id"):
        with pytest.raises(ArgumentError, match=rf"with_credentials\({name}=…\)"):
            client.with_options(**{name: "x"})
    with pytest.raises(ArgumentError, match=r"with_options\(timeout=…\)"):
        client.with_credentials(timeout=5)  # type: ignore[arg-type]


def test_a_copy_for_another_account_keeps_the_user_of_the_base_url() -> None:
    transport = Scripted([ok(THING)] * 2)
    client = Fake(
        api_key="k", api_email="e", account_id="a", base_url="https://u:pw@h", http_client=transport
    )
    client.with_credentials(account_id="b").things.get("1")
    assert dict(transport.requests[-1].headers)["authorization"].startswith("Basic ")
    client.with_credentials(api_key="k2", api_email="e2").things.get("1")
    assert "authorization" not in dict(transport.requests[-1].headers)
