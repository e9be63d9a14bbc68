"""Wrong settings are refused where they are made, with an error that names them and shows no secret."""

from __future__ import annotations

import math
import os
from typing import Any

import httpx
import pytest
from core_server import Server, respond_with
from core_support import THING, Drive, Scripted, ok
from core_ways import Runner, operation
from fakepkg._client import AsyncFake, Fake
from fakepkg._core.client import Client
from fakepkg._core.httpx_transport import get_tls_context
from fakepkg._core.oauth import ClientCredentials
from fakepkg._core.operation import Operation
from fakepkg._core.option_checks import check_environment
from fakepkg._core.profile import Profile, Scheme
from fakepkg._core.transport import Timeout
from fakepkg.errors import ArgumentError, ConfigurationError, Error

CANARY = "canary-c4n4ry"

WRONG_OPTIONS: list[tuple[str, Any]] = [
    *[("timeout", value) for value in ("5", -1, 0, math.nan, True, (1, 2), Timeout(connect="1"))],  # type: ignore[arg-type]
    *[("rate_limit", value) for value in ((0, 1), (1, 0), 5, (1,), (1.5, 1), (1, math.inf), "12")],
    *[("max_retries", value) for value in ("3", -1, 1.5, True)],
    *[("retry_budget", value) for value in ("3", -1, math.nan, None)],
    *[("retry_statuses", value) for value in (500, "500", ["500"], [True])],
    *[("headers", value) for value in ({"x": 1}, [("x", "y")], {"x:y": "z"}, {"": "z"}, {1: "x"})],
    *[("headers", {"x": f"{CANARY}{text}"}) for text in ("\n", "\r", "\0", "\ud800", "\x7f")],
    *[("strict", value) for value in ("yes", None, 1)],
    *[("deadline", value) for value in ("3", 0, -1, math.nan, True)],
    *[("max_response_bytes", value) for value in ("3", 0, -1, 1.5, True)],
    *[("default_query", value) for value in ("a=b", [("a", "b")], {1: 2})],
    *[("rate_limit", value) for value in ((10**30, 1), (1, 10**400))],
    *[(name, 5) for name in ("on_contract_gap", "before_request", "after_response", "on_error")],
]


@pytest.mark.parametrize(("name", "value"), WRONG_OPTIONS)
@pytest.mark.parametrize("cls", [Fake, AsyncFake])
def test_a_wrong_option_is_refused_at_construction(cls: Any, name: str, value: Any) -> None:
    with pytest.raises(ArgumentError, match=f"`{name}`") as caught:
        cls(api_token="t", **{name: value})
    assert CANARY not in str(caught.value)
    with pytest.raises(ArgumentError, match=f"`{name}`"):
        cls(api_token="t").with_options(**{name: value})


@pytest.mark.parametrize(
    "options",
    [
        {"timeout": math.inf},
        {"timeout": 10**400},
        {"timeout": None, "deadline": math.inf},
        {"deadline": 10**400},
        {"rate_limit": (10**9, 10.0**9)},
    ],
)
def test_a_time_beyond_any_clock_is_no_limit(runner: Runner, options: dict[str, Any]) -> None:
    made = operation("application/json", "json")
    with Server(respond_with(1)) as server:
        value = runner.run(server.url, lambda client: client.things._call(made), **options)
    assert value["result"] == 1


@pytest.mark.parametrize("place", ["argument", "variable"])
def test_a_blank_parameter_is_none(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if place == "argument":
        with pytest.raises(ArgumentError, match="`account_id`"):
            Fake(api_token="t", account_id=" ")
        return
    monkeypatch.setenv("FAKE_ACCOUNT", " ")
    client = Fake(api_token="t", http_client=Scripted([]))
    with pytest.raises(ArgumentError, match="FAKE_ACCOUNT"):
        client.things.get("1")


def test_a_host_in_any_script_is_written_as_dns_has_it() -> None:
    assert Fake(api_token="t", base_url="https://bücher.example:8443/ü").base_url == (
        "https://xn--bcher-kva.example:8443/%C3%BC"
    )


WRONG_CALL_OPTIONS: list[tuple[str, Any]] = [
    ("timeout", "5"),
    ("max_retries", "1"),
    ("retry_statuses", 500),
    ("headers", {"a:b": "c"}),
    ("headers", {"a": f"{CANARY}\n"}),
    ("headers", {"a": f"{CANARY}\ud800"}),
    ("headers", {3: "c"}),
    ("query", "a=b"),
    ("body", [1]),
    ("idempotent", "yes"),
]


@pytest.mark.parametrize(("name", "value"), WRONG_CALL_OPTIONS)
def test_a_wrong_option_of_a_call_is_refused(drive: Drive, name: str, value: Any) -> None:
    client = drive.client([ok(THING)])
    with pytest.raises(ArgumentError, match=f"`{name}`") as caught:
        drive(client.things.get("1", options={name: value}))
    assert CANARY not in str(caught.value) and not drive.transport.requests


@pytest.mark.parametrize(
    "value", [f" {CANARY}", f"{CANARY} ", f"{CANARY}\n", f"{CANARY}\ud800", CANARY.encode(), 5]
)
def test_a_token_that_cannot_be_sent_is_refused(
    value: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ConfigurationError, match="`api_token`") as caught:
        Fake(api_token=value)
    assert CANARY not in str(caught.value)
    if isinstance(value, str):
        monkeypatch.setenv("FAKE_TOKEN", value.replace("\ud800", "\udc80"))
        with pytest.raises(ConfigurationError, match="FAKE_TOKEN") as caught:
            Fake()
        assert CANARY not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        " https://h",
        "https://h ",
        "https://h\n",
        "https://h/a b",
        "https://h\t.example",
        "https://a..b",
        f"https://{'a' * 64}.example",
        "https://h:99999",
        "https://[::1",
        "https://[nonsense]",
        "https://h/\ud800",
        "h.example",
        "https://ü..example",
        f"https://{'ü' * 64}.example",
        b"https://h",
        5,
    ],
)
def test_a_wrong_base_url_is_refused(url: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigurationError, match="base URL"):
        Fake(api_token="t", base_url=url)
    if isinstance(url, str):
        monkeypatch.setenv("FAKE_BASE_URL", url.replace("\ud800", "\udc80"))
        with pytest.raises(ConfigurationError, match="from the variable FAKE_BASE_URL"):
            Fake(api_token="t")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SSL_CERT_FILE", "/no/such/file"),
        ("SSL_CERT_DIR", "/no/such/folder"),
        ("HTTPS_PROXY", "foo://x"),
        ("https_proxy", "http://"),
        ("HTTP_PROXY", "http://h:port"),
        ("ALL_PROXY", "http://a b"),
        ("NO_PROXY", "localhost, fe80::/10"),
        ("no_proxy", "h:port"),
    ],
)
@pytest.mark.parametrize("cls", [Fake, AsyncFake])
def test_a_wrong_environment_is_refused_at_construction(
    cls: Any, name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=name):
        cls(api_token="t")
    cls(api_token="t", http_client=Scripted([]))  # another transport does not read it


EXCEPTIONS = """[::1 ::1 fe80::/10 [fe80::]/10 http://x:99999 http://[x *.x.com 10.0.0.0/8 x:8080 x:99999 .x é.com x: :
    x:port http:// :// all:// x/y x?y a,,b * % x%zz user@host <local> 169.254/16 x:1:2 :80 x#y *.local x\x7f""".split()


@pytest.mark.parametrize("value", EXCEPTIONS)
def test_exceptions_from_proxies_are_judged_as_httpx_does(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", value)
    try:
        httpx.Client(verify=get_tls_context())
    except (httpx.InvalidURL, ValueError):
        with pytest.raises(ConfigurationError, match="NO_PROXY"):
            check_environment(os.environ)
    else:
        check_environment(os.environ)


@pytest.mark.parametrize("text", ["\ud800", "a\udfff"])
def test_half_a_surrogate_pair_is_an_argument_error(drive: Drive, text: str) -> None:
    client = drive.client([])
    calls = [
        lambda: client.things.get(text),
        lambda: client.request("GET", f"/{text}"),
        lambda: client.request("GET", "/x", query={"a": text}),
        lambda: client.request("POST", "/x", body={"a": [text]}),
        lambda: client.request("POST", "/x", body=text, body_kind="text"),
        lambda: client.request("POST", "/x", body={"a": text}, body_kind="form"),
        lambda: client.request("POST", "/x", body={"a": text}, body_kind="multipart"),
    ]
    for call in calls:
        with pytest.raises(ArgumentError):
            drive(call())


@pytest.mark.parametrize("method", ["GE T", "GET\n", "", "GÉT"])
def test_a_method_is_a_word(drive: Drive, method: str) -> None:
    with pytest.raises(ArgumentError, match="method"):
        drive(drive.client([]).request(method, "/x"))


# --- which credentials go with which operation -----------------------------------------------------

BEARER = Scheme(kind="bearer", argument="access_token", variable="SEC_TOKEN")
COOKIE = Scheme(kind="cookie", name="SESSION", argument="session", variable="SEC_SESSION")
BASIC = Scheme(kind="basic", argument="username", password="password", variable="SEC_USER")
QUERY = Scheme(kind="query", name="key", argument="key", variable="SEC_KEY")


def sent(arguments: dict[str, str], security: Any, **options: Any) -> dict[str, str]:
    """The header fields of a call of an operation."""
    profile = Profile(
        package="fakepkg",
        base_url="https://api.example",
        security=((BEARER,), (COOKIE,), (BEARER, COOKIE), (BASIC,), (QUERY,), ()),
    )
    transport = Scripted([ok(THING)])
    base_url = options.pop("base_url", None)
    client = Client(profile, arguments=arguments, http_client=transport, base_url=base_url)
    operation: Operation[Any] = Operation(
        name="t.get", method="GET", path="/t", decode=lambda body: body, security=security
    )
    from fakepkg._core.request_builder import CallArguments

    client._perform(operation, CallArguments(options=options.get("options")))
    fields = dict(transport.requests[0].headers)
    return {**fields, "url": transport.requests[0].url}


def test_credentials_are_the_affair_of_an_operation() -> None:
    token, session = {"access_token": "tok"}, {"session": "ses"}
    bearer, cookie = (("access_token",),), (("session",),)
    both = (("access_token", "session"),)
    assert sent(token, bearer)["authorization"] == "Bearer tok"
    assert "authorization" not in sent(token, ((),))
    fields = sent({**token, **session}, cookie)
    assert fields["cookie"] == "SESSION=ses" and "authorization" not in fields
    fields = sent({**token, **session}, both)
    assert fields["cookie"] == "SESSION=ses" and fields["authorization"] == "Bearer tok"
    for arguments, security, missing in (
        ({}, bearer, "`access_token` or set the variable SEC_TOKEN"),
        (token, cookie, "`session`"),
        (token, both, "`session`"),
        (session, both, "`access_token`"),
        ({}, (("session",), ("username",)), "`session`.*or pass `username`"),
    ):
        with pytest.raises(ConfigurationError, match=missing):
            sent(arguments, security)
    assert "authorization" not in sent(session, (("access_token",), ()))


def test_a_header_of_the_call_stands_for_a_credential() -> None:
    own = {"headers": {"Authorization": "Bearer own"}}
    assert sent({}, (("access_token",),), options=own)["authorization"] == "Bearer own"
    with pytest.raises(ConfigurationError):
        sent({}, (("session",),), options=own)


def test_an_explicit_credential_comes_before_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SEC_TOKEN", "env")
    either = (("access_token",), ("session",))
    assert sent({"session": "ses"}, either)["cookie"] == "SESSION=ses"
    assert sent({}, either)["authorization"] == "Bearer env"


def test_userinfo_of_a_url_is_a_credential_of_last_resort() -> None:
    url = "https://user:pa%20ss@api.example/x"
    fields = sent({}, (("access_token",),), base_url=url)
    assert fields["authorization"] == "Basic dXNlcjpwYSBzcw=="
    assert fields["url"] == "https://api.example/x/t"
    assert sent({"access_token": "tok"}, None, base_url=url)["authorization"] == "Bearer tok"


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ({"username": "a:b", "password": "c"}, "username"),
        ({"session": "a;b"}, "session"),
        ({"session": "a b"}, "session"),
        ({"key": "k "}, "key"),
        ({"access_token": "a\nb"}, "access_token"),
    ],
)
def test_a_credential_that_cannot_be_sent_is_refused(arguments: Any, name: str) -> None:
    with pytest.raises(ConfigurationError, match=f"`{name}`"):
        sent(arguments, None)


# --- where tokens are had ----------------------------------------------------------------------------


def token_url(documented: str, **options: Any) -> str:
    """Where a client asks for a token."""
    scheme = Scheme(
        kind="oauth2",
        make_grant=ClientCredentials,
        argument="client_id",
        password="client_secret",
        token_url=documented,
    )
    profile = Profile(package="fakepkg", base_url="https://api.example/v4", security=((scheme,),))
    urls: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        urls.append(str(request.url))
        return httpx.Response(200, json={"access_token": "x"})

    credentials = {"client_id": "i", "client_secret": CANARY}
    client = Client(
        profile,
        arguments=credentials,
        http_client=httpx.Client(transport=httpx.MockTransport(answer)),
        **options,
    )
    client.request("GET", "/x")
    return urls[0]


@pytest.mark.parametrize(
    ("documented", "options", "expected"),
    [
        ("oauth/token", {}, "https://api.example/v4/oauth/token"),
        ("https://api.example/oauth", {}, "https://api.example/oauth"),
        (
            "https://api.example/oauth",
            {"base_url": "https://t.example/x"},
            "https://t.example/oauth",
        ),
        ("https://id.example/t", {"base_url": "https://t.example"}, "https://id.example/t"),
        ("https://id.example/t", {"token_url": "https://o.example/t"}, "https://o.example/t"),
        ("https://id.example/t", {"token_url": "/own"}, "https://api.example/own"),
        ("t", {"base_url": "http://127.0.0.1:9"}, "http://127.0.0.1:9/t"),
        ("t", {"base_url": "http://localhost:9/a"}, "http://localhost:9/a/t"),
        ("t", {"base_url": "http://[::1]:9"}, "http://[::1]:9/t"),
    ],
)
def test_where_tokens_are_had(documented: str, options: dict[str, Any], expected: str) -> None:
    assert token_url(documented, **options) == expected


@pytest.mark.parametrize(
    ("documented", "options"),
    [
        ("http://id.example/t", {}),
        ("t", {"base_url": "http://api.example"}),
        ("https://id.example/t", {"token_url": "http://127.0.0.1.example/t"}),
        ("https://id.example/t", {"token_url": "ftp://h"}),
        ("https://id.example/t", {"token_url": "https://h /t"}),
    ],
)
def test_a_secret_is_not_sent_unencrypted(documented: str, options: dict[str, Any]) -> None:
    with pytest.raises(Error, match="token_url|token URL") as caught:
        token_url(documented, **options)
    assert CANARY not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (60, 60.0),
        ("60", 60.0),
        (10**400, 1e9),
        ("9" * 400, math.inf),
        (-5, 0.0),
        (math.nan, math.inf),
        (math.inf, 1e9),
        (True, math.inf),
        (None, math.inf),
        ([], math.inf),
    ],
)
def test_the_lifetime_of_a_token(value: Any, seconds: float) -> None:
    from fakepkg._core.oauth import parse_lifetime

    assert parse_lifetime(value) == seconds
