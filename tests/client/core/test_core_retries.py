"""When a request is sent again, and when by no means."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from core_support import THING, Drive, failed, ok
from fakepkg import errors
from fakepkg._core import retry
from fakepkg._core.retry import (
    RetryPolicy,
    add_jitter,
    choose_backoff,
    parse_retry_after,
    read_server_delay,
)
from fakepkg._core.transport import TransportError


def refused() -> TransportError:
    return TransportError("connect", "refused", sent=False)


def late() -> TransportError:
    return TransportError("timeout", "too slow")


def broken() -> TransportError:
    return TransportError("read", "reset")


@pytest.mark.parametrize(
    "trouble", [refused(), late(), broken(), *map(failed, (408, 429, 500, 503))]
)
def test_an_idempotent_call_is_repeated(drive: Drive, naps: list[float], trouble: Any) -> None:
    client = drive.client([trouble, trouble, ok(THING)])
    assert drive(client.things.get("1")).id == "1"
    assert len(drive.transport.requests) == 3 and len(naps) == 2
    assert 0 <= naps[0] <= 0.5 and 0 <= naps[1] <= 1.0


@pytest.mark.parametrize(
    "trouble",
    [late(), broken(), *map(failed, (408, 500, 502, 503, 504)), failed(503, {"Retry-After": "1"})],
)
def test_a_post_that_may_have_been_processed_is_sent_once(
    drive: Drive, naps: list[float], trouble: Any
) -> None:
    client = drive.client([trouble, ok(THING)])
    with pytest.raises(errors.APIError) as caught:
        drive(client.things.create(note="a"))
    assert len(drive.transport.requests) == 1 and not naps
    assert caught.value.attempts == 1


@pytest.mark.parametrize("trouble", [refused(), failed(429), failed(429, {"Retry-After": "1"})])
def test_a_post_that_was_surely_not_processed_is_repeated(
    drive: Drive, naps: list[float], trouble: Any
) -> None:
    client = drive.client([trouble, ok(THING)])
    drive(client.things.create(note="a"))
    first, second = drive.transport.requests
    assert first.content == second.content == b'{"count":null,"note":"a"}'


def test_a_post_that_only_reads_or_that_opts_in_is_repeated(
    drive: Drive, naps: list[float]
) -> None:
    client = drive.client([late(), ok(THING), late(), ok(THING)])
    drive(client.things.check())
    drive(client.things.create(options={"idempotent": True}))
    assert len(drive.transport.requests) == 4


def test_the_last_error_is_raised_with_its_attempts(drive: Drive, naps: list[float]) -> None:
    client = drive.client([late(), failed(500), refused()])
    with pytest.raises(errors.APIConnectionError) as caught:
        drive(client.things.get("1"))
    assert caught.value.attempts == 3 and not caught.value.sent
    assert not isinstance(caught.value, TimeoutError)
    client = drive.client([late()])
    with pytest.raises(TimeoutError):
        drive(client.things.get("1", options={"max_retries": 0}))


def test_numbers_and_statuses_per_client_and_per_call(drive: Drive, naps: list[float]) -> None:
    client = drive.client(
        [failed(418), failed(418), ok(THING)], max_retries=1, retry_statuses=[418]
    )
    with pytest.raises(errors.APIStatusError):
        drive(client.things.get("1"))
    assert len(drive.transport.requests) == 2
    client = drive.client([failed(500)], retry_statuses=[418])
    with pytest.raises(errors.InternalServerError):
        drive(client.things.get("1"))
    client = drive.client([failed(409)] * 4 + [ok(THING)])
    options = {"max_retries": 4, "retry_statuses": {409}}
    assert drive(client.things.get("1", options=options)).id == "1"
    with pytest.raises(errors.ArgumentError, match="negative"):
        drive(client.things.get("1", options={"max_retries": -1}))


def test_retry_after_is_obeyed_in_seconds_and_as_a_date(drive: Drive, naps: list[float]) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    client = drive.client(
        [failed(429, {"Retry-After": "7"}), failed(503, {"retry-after": date}), ok(THING)]
    )
    drive(client.things.get("1"))
    assert naps[0] == 7 and 98 <= naps[1] <= 100


@pytest.mark.parametrize("per_call", [False, True])
def test_a_wait_beyond_the_budget_is_an_error_at_once(
    drive: Drive, naps: list[float], per_call: bool
) -> None:
    client = drive.client([failed(429, {"Retry-After": "301"})])
    with pytest.raises(errors.RateLimitError) as caught:
        drive(client.things.get("1"))
    assert caught.value.retry_after == 301 and not naps
    answers = [failed(429, {"Retry-After": "6"}), failed(429, {"Retry-After": "6"}), ok(THING)]
    client = drive.client(answers, **({} if per_call else {"retry_budget": 10}))
    with pytest.raises(errors.RateLimitError):
        drive(client.things.get("1", options={"retry_budget": 10} if per_call else None))
    assert naps == [6], "the budget is for all waits of a call together"


def test_what_can_not_end_otherwise_is_not_repeated(drive: Drive, naps: list[float]) -> None:
    for kind in ("decoding", "closed"):
        client = drive.client([TransportError(kind, "no")])  # type: ignore[arg-type]
        with pytest.raises(errors.APIError):
            drive(client.things.get("1"))
        assert len(drive.transport.requests) == 1


def test_a_body_that_can_be_read_once_is_sent_once(drive: Drive, naps: list[float]) -> None:
    client = drive.client([refused()])
    pieces = iter([b"a", b"b"])
    with pytest.raises(errors.APIConnectionError):
        drive(client.request("PUT", "/x", body=pieces, body_kind="bytes"))
    assert len(drive.transport.requests) == 1


@pytest.mark.parametrize(
    "target", ["https://files.example/x", "//files.example/x", "https://api.example:444/x"]
)
def test_another_host_is_asked_without_credentials(
    drive: Drive, naps: list[float], target: str
) -> None:
    away = failed(302, {"location": target})
    client = drive.client([away, failed(307, {"location": "y"}), ok(THING)], headers={"X-Own": "1"})
    drive(client.things.get("1", options={"headers": {"Range": "bytes=0-1"}}))
    first, *others = drive.transport.requests
    assert "authorization" in dict(first.headers) and not first.foreign
    for request in others:
        assert {name for name, _ in request.headers} == {"accept", "user-agent", "range"}
        assert request.foreign
    client = drive.client([away])
    with pytest.raises(errors.APIStatusError, match="redirect"):
        drive(client.things.create(note="a"))


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/a b?c=d e", "https://api.example/a%20b?c=d%20e"),
        (" /y ", "https://api.example/y"),
        ("/é?ü", "https://api.example/%C3%A9?%C3%BC"),
        ("/\udce9", "https://api.example/%E9"),  # bytes that are no UTF-8
        ("/a%20b%2Fc", "https://api.example/a%20b%2Fc"),
        ("?p=[1]&q=a'b#part", "https://api.example/v4/accounts/acc/things/1?p=[1]&q=a'b"),
        ("/x\x01\x7f", "https://api.example/x%01%7F"),
        ("https://files.example/a b", "https://files.example/a%20b"),
    ],
)
def test_what_a_url_can_not_hold_is_escaped(
    drive: Drive, naps: list[float], location: str, url: str
) -> None:
    away, there = failed(302), ok(THING)
    away.headers = {"location": location}  # type: ignore[assignment]
    drive(drive.client([away, there]).things.get("1"))
    assert drive.transport.urls[1] == url


def test_what_a_hook_adds_stays_with_the_host(drive: Drive, naps: list[float]) -> None:
    def sign(request: Any) -> None:
        request.headers += [("x-signature", "s"), ("range", "bytes=0-1")]

    away = failed(302, {"location": "https://files.example/x"})
    drive(drive.client([away, ok(THING)], before_request=sign).things.get("1"))
    here, there = (dict(request.headers) for request in drive.transport.requests)
    assert here["x-signature"] == "s"
    assert "x-signature" not in there and there["range"] == "bytes=0-1"


def test_redirects_are_followed_on_the_same_host_only(drive: Drive, naps: list[float]) -> None:
    def to(target: str, status: int = 307) -> Any:
        return failed(status, {"location": target})

    client = drive.client([to("/v5/x?a=1"), to("y"), ok(THING)], max_retries=0)
    assert drive(client.things.get("1")).id == "1"
    assert drive.transport.urls[1:] == ["https://api.example/v5/x?a=1", "https://api.example/v5/y"]
    for target in (
        "http://evil.example/x",
        "http://api.example/x",
        "https://api.example@evil.example/",
        "https://[bad",
        "",
    ):
        client = drive.client([to(target, 302)])
        with pytest.raises(errors.APIStatusError, match="redirect"):
            drive(client.things.get("1"))
        assert len(drive.transport.requests) == 1
    client = drive.client([to("/x")])
    with pytest.raises(errors.APIStatusError):
        drive(client.things.create())
    client = drive.client(lambda request: to(request.url))
    with pytest.raises(errors.APIStatusError):
        drive(client.things.get("1"))
    assert len(drive.transport.requests) == 6


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("3", 3.0),
        ("0.5", 0.5),
        ("-1", None),
        ("nan", None),
        ("inf", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("Wed, 01 Jan 2020 00:00:30 GMT", 30.0),
        ("Wed, 01 Jan 2020 01:00:30 +0100", 30.0),
        ("Wed, 01 Jan 2019 00:00:30 GMT", 0.0),
    ],
)
def test_the_header_in_all_its_spellings(value: str | None, seconds: float | None) -> None:
    assert parse_retry_after(value, datetime(2020, 1, 1, tzinfo=UTC)) == seconds


@pytest.mark.parametrize(
    "value",
    [
        "Wed, 99 Jan 2020 00:00:30 GMT",
        "Mon, 31 Dec 9999 23:59:59 -2359",
        "Mon, 01 Jan 99999999999999999999 00:00:00 GMT",
        "Mon, 01 Jan 2020 00:00:00 +99999999999999",
        "1e9",
        "0x10",
        "\u0663",
        "; " * 20_000,
    ],
)
def test_an_impossible_wait_is_none(value: str) -> None:
    assert parse_retry_after(value, datetime(2020, 1, 1, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    "headers", [{"Retry-After": "9" * 5000}, {"retry-after-ms": "9" * 5000 + ".5"}]
)
def test_a_wait_of_many_digits_is_never(
    drive: Drive, naps: list[float], headers: dict[str, str]
) -> None:
    client = drive.client([failed(503, headers)])
    with pytest.raises(errors.InternalServerError):
        drive(client.things.get("1"))
    assert not naps


def test_an_impossible_date_is_as_good_as_none(drive: Drive, naps: list[float]) -> None:
    client = drive.client(
        [failed(429, {"Retry-After": "Mon, 31 Dec 9999 23:59:59 -2359"}), ok(THING)]
    )
    assert drive(client.things.get("1")).id == "1"
    assert 0 <= naps[0] <= 0.5


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "7"}, 7.0),
        (
            {
                "date": "Wed, 01 Jan 1980 00:00:00 GMT",
                "retry-after": "Wed, 01 Jan 1980 00:00:09 GMT",
            },
            9.0,
        ),
        ({"retry-after": "later"}, None),
        ({}, None),
    ],
)
def test_what_the_server_asks_for(headers: dict[str, str], seconds: float | None) -> None:
    assert read_server_delay(headers) == seconds


@pytest.mark.parametrize("draw", [0.0, 1.0])
def test_jitter_only_adds_to_what_the_server_asks(
    monkeypatch: pytest.MonkeyPatch, draw: float
) -> None:
    def uniform(low: float, high: float) -> float:
        return low + draw * (high - low)

    monkeypatch.setattr(retry.random, "uniform", uniform)
    assert add_jitter(10.0) == pytest.approx(10 + draw)


def test_jitter_is_full_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    bounds: list[tuple[float, float]] = []
    monkeypatch.setattr(
        retry.random, "uniform", lambda low, high: bounds.append((low, high)) or high
    )
    assert [choose_backoff(n) for n in range(6)] == [0.5, 1, 2, 4, 8, 8]
    assert {low for low, _ in bounds} == {0.0}


def test_the_policy_by_default() -> None:
    covered = {status for status in range(300, 600) if RetryPolicy().covers(status)}
    assert covered == {408, 429, *range(500, 600)}


@pytest.mark.parametrize(
    ("options", "script", "reason"),
    [
        ({}, [900], "900 s, the limit is 300 s (`retry_budget`), 1 attempt]"),
        ({"retry_budget": 5}, [4, 9], "9 s, the limit is 1 s (`retry_budget`), 2 attempts]"),
        ({"deadline": 30}, [60], "s (`deadline`), 1 attempt]"),
    ],
)
def test_a_wait_that_is_too_long_is_named(
    drive: Drive, naps: list[float], options: dict[str, Any], script: list[int], reason: str
) -> None:
    steps = [failed(429, {"Retry-After": str(seconds)}) for seconds in script]
    client = drive.client([*steps, ok(THING)], **options)
    with pytest.raises(errors.RateLimitError) as caught:
        drive(client.things.get("1"))
    assert "not retried: the server asks to wait" in str(caught.value)
    assert str(caught.value).endswith(reason)


@pytest.mark.parametrize("options", [{"max_retries": 0}, {"max_retries": 1}])
def test_the_last_of_the_retries_has_no_reason(
    drive: Drive, naps: list[float], options: dict[str, Any]
) -> None:
    client = drive.client([failed(429, {"Retry-After": "1"}) for _ in range(2)], **options)
    with pytest.raises(errors.RateLimitError) as caught:
        drive(client.things.get("1"))
    assert "not retried" not in str(caught.value)
