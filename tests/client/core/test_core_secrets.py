"""Credentials and secret members: seen by the server and by nobody else."""

from __future__ import annotations

import copy
import logging
import pickle
import traceback
from typing import Any

import httpx
import pytest
from core_server import Server, respond_with
from core_support import THING, Answer, Drive, failed, ok
from core_ways import Runner
from fakepkg import errors
from fakepkg._client import AsyncFake, Fake
from fakepkg._core.config import Credentials
from fakepkg._core.profile import Scheme
from fakepkg._core.redaction import HTTP_LOG, Redactor
from fakepkg._core.transport import TransportError
from fakepkg.models.things import Owner, Thing

TOKEN = "s3cr3t-token"
SECRET = "s3cr3t-member"


def everything_shown(error: BaseException) -> str:
    """What a tool that prints locals would show of an error, its causes included."""
    shown: list[str] = []
    while error is not None:
        shown += [repr(error), str(error), repr(getattr(error, "__dict__", ""))]
        frame = traceback.TracebackException.from_exception(error, capture_locals=True)
        for summary in frame.stack:
            if "test_core_" not in summary.filename and "core_support" not in summary.filename:
                shown.append(f"{summary.name}: {summary.locals}")
        error = error.__cause__ or error.__context__  # type: ignore[assignment]
    return "\n".join(shown)


TROUBLES: list[Any] = [
    failed(403),
    failed(500),
    Answer(200, b"<html>" + TOKEN.encode()),
    Answer(400, {"success": False, "errors": [{"code": 1, "message": f"bad token {TOKEN}"}]}),
    Answer(400, {"errors": [], "clientSecret": SECRET, "list": [{"token": SECRET}]}),
    Answer(200, b'{"result": {"clientSecret": "' + SECRET.encode() + b'", "x": '),
    Answer(200, b'{"result": {"clientSecret": "' + SECRET.encode()),
    TransportError("timeout", f"no answer for {TOKEN}"),
    TransportError("decoding", "bad"),
]


@pytest.mark.parametrize("trouble", TROUBLES)
def test_no_error_shows_a_secret(drive: Drive, trouble: Any) -> None:
    client = drive.client([trouble], max_retries=0)
    with pytest.raises(errors.APIError) as caught:
        drive(client.things.create(secret=SECRET))
    shown = everything_shown(caught.value)
    assert TOKEN not in shown and SECRET not in shown
    assert TOKEN.encode() not in pickle.dumps(caught.value)
    assert SECRET.encode() not in pickle.dumps(caught.value)


def test_a_refused_argument_shows_no_secret(drive: Drive) -> None:
    client = drive.client([], account_id=None)
    with pytest.raises(errors.ArgumentError) as caught:
        drive(client.things.create(secret=SECRET))
    assert SECRET not in everything_shown(caught.value)


@pytest.mark.parametrize("cls", [Fake, AsyncFake])
def test_a_client_shows_no_secret(cls: Any) -> None:
    client = cls(api_token=TOKEN)
    assert TOKEN not in repr(client) and TOKEN not in repr(vars(client))
    with pytest.raises(errors.ConfigurationError) as caught:
        cls(api_key=TOKEN)
    assert TOKEN not in everything_shown(caught.value)
    with pytest.raises(errors.ConfigurationError) as caught:
        cls(api_token=TOKEN + "\n")
    assert TOKEN not in everything_shown(caught.value)


def test_httpx_errors_show_no_secret() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        headers = list(request.headers.raw)
        raise httpx.ReadError(f"broken {len(headers)}", request=request)

    client = Fake(
        api_token=TOKEN,
        account_id="a",
        max_retries=0,
        http_client=httpx.Client(transport=httpx.MockTransport(answer)),
    )
    with pytest.raises(errors.APIConnectionError) as caught:
        client.things.get("1")
    assert TOKEN not in everything_shown(caught.value)
    assert caught.value.__cause__ is None and caught.value.__context__ is None


def test_the_log_is_off_by_default_and_shows_no_secret(
    drive: Drive,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    naps: list[float],
) -> None:
    client = drive.client([failed(500), ok(THING)])
    drive(client.things.create(secret=SECRET, options={"idempotent": True}))
    assert capsys.readouterr().err == ""
    with caplog.at_level(logging.DEBUG, "fakepkg"):
        client = drive.client([TransportError("read", "reset " + TOKEN), ok(THING)])
        drive(client.things.create(secret=SECRET, options={"idempotent": True}))
    assert len(caplog.records) == 2 and {r.name for r in caplog.records} == {"fakepkg"}
    assert "reset ***" in caplog.text and "retry in" in caplog.text and "→ 200" in caplog.text
    assert TOKEN not in caplog.text and SECRET not in caplog.text


@pytest.mark.parametrize("level", ["", "httpcore.http11"])
def test_the_logs_below_httpx_show_no_secret(
    runner: Runner, caplog: pytest.LogCaptureFixture, level: str
) -> None:
    fields = ("Set-Cookie: session=k00kie-'value'", f"X-Echo: {TOKEN}", "X-Trace: seen")
    with (
        Server(respond_with(THING, *fields)) as server,
        caplog.at_level(logging.DEBUG, level or None),
    ):
        runner.run(server.url, lambda client: client.things.get("1"), api_token=TOKEN)
    assert "k00kie" not in caplog.text and TOKEN not in caplog.text
    if runner.mode != "aiohttp":
        assert "receive_response_headers" in caplog.text and "seen" in caplog.text


@pytest.mark.parametrize(
    ("logger", "message", "arguments", "expected"),
    [
        ("httpcore.http11", "x [(b'Cookie', b'a=1')]", (), "x [(b'Cookie', b'***')]"),
        ("httpcore.http11", """x (b'Cookie', b"it's") y""", (), """x (b'Cookie', b"***") y"""),
        ("httpcore.socks", "auth=(b'user', b'pass') z", (), "auth=(b'user', b'***') z"),
        (
            "hpack.hpack",
            "%s, %d",
            ((b"authorization", b"Bearer t"), 3),
            "(b'authorization', b'***'), 3",
        ),
        ("hpack.table", "%s: %s", (b"cookie", b"a=1"), "***: ***"),
        ("httpcore.http11", "a % b (b'Date', b'now')", (), "a % b (b'Date', b'now')"),
    ],
)
def test_records_of_the_logs_below_httpx(
    logger: str, message: str, arguments: tuple[Any, ...], expected: str
) -> None:
    def record() -> logging.LogRecord:
        return logging.LogRecord(logger, logging.DEBUG, "", 1, message, arguments, None)

    untouched = record()
    assert HTTP_LOG.filter(untouched)
    if not logger.startswith("hpack"):
        assert untouched.msg == message, "another program's requests are its own affair"
    token = HTTP_LOG.redactor.set(Redactor())
    try:
        masked = record()
        assert HTTP_LOG.filter(masked)
    finally:
        HTTP_LOG.redactor.reset(token)
    assert masked.getMessage() == expected


def test_models_hide_secret_members() -> None:
    thing = Thing(
        id="1",
        created_at="x",
        count=1,
        client_secret=SECRET,
        owner=Owner(full_name="a", token=SECRET),
    )
    for shown in (repr(thing), repr(copy.deepcopy(thing)), repr(pickle.loads(pickle.dumps(thing)))):
        assert SECRET not in shown and "client_secret='***'" in shown
    assert thing.client_secret == SECRET


def test_the_redactor_masks_values_parameters_and_members() -> None:
    redactor = Redactor(["short", "a/b cdefg"], ["key"], ["secret"])
    assert redactor.url("https://u:p@h/x?q=short&key=abc&z=a%2Fb%20cdefg#f") == (
        "https://***@h/x?q=***&key=***&z=***#f"
    )
    text = '{"secret": "a\\"b", "secret" : ["x", "y"], "secret":{"a": 1}, "open": 1, "secret": 12}'
    masked = redactor.text(text)
    assert "b" not in masked.replace("open", "") and '"x"' not in masked and "12" not in masked
    assert '"open": 1' in masked
    assert redactor.body({"secret": "x", "b": ["a/b cdefg", None]}) == {
        "secret": "***",
        "b": ["***", None],
    }
    assert redactor.headers([("Set-Cookie", "x"), ("X", "a/b cdefg")]) == {
        "set-cookie": "***",
        "x": "***",
    }


def test_credentials_in_all_places() -> None:
    def scheme(kind: Any, name: str = "Authorization") -> Scheme:
        return Scheme(kind=kind, argument="a", name=name)

    made = Credentials(
        [
            (scheme("bearer"), "t"),
            (scheme("basic"), "u:p"),
            (scheme("header", "X-Key"), "k"),
            (scheme("query", "key"), "q"),
            (scheme("cookie", "sid"), "c"),
        ]
    )
    assert made.headers == [
        ("authorization", "Bearer t"),
        ("authorization", "Basic dTpw"),
        ("x-key", "k"),
        ("cookie", "sid=c"),
    ]
    assert made.query == [("key", "q")] and repr(made) == "<Credentials>"
