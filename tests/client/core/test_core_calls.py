"""A call from arguments to result, in both clients."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from core_support import THING, Answer, Drive, failed, ok
from fakepkg import errors
from fakepkg._codec import things as operations
from fakepkg._core.codec import NULL
from fakepkg.models.things import Owner, Thing


def test_a_result_comes_unwrapped_and_decoded(drive: Drive) -> None:
    client = drive.client([ok({**THING, "owner": {"fullName": "A", "token": "t"}, "new": 1})])
    thing = drive(client.things.get("x y/z"))
    assert isinstance(thing, Thing) and isinstance(thing.owner, Owner)
    assert thing.created_at == datetime(2024, 5, 1, 10, 0, 0, 250000, UTC)
    assert thing.extra == {"new": 1} and thing.owner.full_name == "A"
    (request,) = drive.transport.requests
    assert request.url == "https://api.example/v4/accounts/acc/things/x%20y%2Fz"
    assert dict(request.headers) == {
        "accept": "application/json",
        "user-agent": "fakepkg/1",
        "authorization": "Bearer s3cr3t-token",
    }
    assert (request.method, request.content, request.operation) == ("GET", None, "things.get")


def test_a_body_leaves_out_none_keeps_required_nulls_and_renames(drive: Drive) -> None:
    client = drive.client([ok(THING), ok(THING), ok(THING)])
    drive(client.things.create(owner={"full_name": "A"}))
    drive(client.things.create(owner=Owner(full_name="B"), note=NULL, count=2.0))
    drive(client.things.create(options={"body": {"extra": [1]}}))
    contents = [request.content for request in drive.transport.requests]
    assert contents == [
        b'{"count":null,"owner":{"fullName":"A"}}',
        b'{"count":2.0,"note":null,"owner":{"fullName":"B"}}',
        b'{"count":null,"extra":[1]}',
    ]
    headers = dict(drive.transport.requests[0].headers)
    assert headers["content-type"] == "application/json"
    assert headers["content-length"] == str(len(contents[0] or b""))


def test_options_of_a_call(drive: Drive) -> None:
    client = drive.client([ok(THING), ok(THING)], headers={"X-All": "1"})
    options = {
        "headers": {"X-One": "a", "User-Agent": None, "Authorization": "Other"},
        "query": {"q": [1, True]},
        "timeout": 5,
    }
    drive(client.things.get("1", options=options))
    drive(client.things.get("1"))
    first, second = drive.transport.requests
    assert first.url.endswith("/things/1?q=1&q=true")
    assert first.timeout is not None and first.timeout.read == 5
    assert dict(first.headers) == {
        "accept": "application/json",
        "x-all": "1",
        "x-one": "a",
        "authorization": "Other",
    }
    assert dict(second.headers)["authorization"] == "Bearer s3cr3t-token"
    with pytest.raises(errors.ArgumentError, match="no option `timout`; did you mean `timeout`"):
        drive(client.things.get("1", options={"timout": 1}))


@pytest.mark.parametrize("bad", ["", None, ".", ".."])
def test_path_arguments_that_would_lead_elsewhere_are_refused(drive: Drive, bad: Any) -> None:
    client = drive.client([])
    with pytest.raises(errors.ArgumentError):
        drive(client.things.get(bad))
    assert not drive.transport.requests


def test_slashes_of_an_unescaped_argument_stay_and_dots_are_refused(drive: Drive) -> None:
    client = drive.client([ok(1)])
    assert drive(client.things.run("@cf/meta/llama-3", text="a")) == 1
    assert drive.transport.urls == ["https://api.example/v4/accounts/acc/run/@cf/meta/llama-3"]
    for bad in ("a/../b", "../b", "a/.."):
        with pytest.raises(errors.ArgumentError, match="dot segment"):
            drive(client.things.run(bad))


def test_an_empty_account_is_refused_with_help(drive: Drive) -> None:
    client = drive.client([])
    with pytest.raises(errors.ArgumentError, match="non-empty value for `account_id`"):
        drive(client.things.get("1", account_id=""))
    client = drive.client([], account_id=None)
    with pytest.raises(errors.ArgumentError, match="`account_id` is missing.*FAKE_ACCOUNT"):
        drive(client.things.get("1"))


@pytest.mark.parametrize("empty", [[], (), {}, ""])
def test_an_explicitly_empty_list_of_filters_is_refused(drive: Drive, empty: Any) -> None:
    client = drive.client([Answer(204, b"")])
    with pytest.raises(errors.ArgumentError, match="everything"):
        drive(client.things.delete(filters=empty))
    with pytest.raises(errors.ArgumentError, match="everything"):
        drive(client.things.delete(options={"query": {"filters": empty}}))
    assert not drive.transport.requests
    assert drive(client.things.delete(filters=[{"key": "a", "value": ["é"]}])) is None
    assert drive.transport.urls[0].endswith(
        "?filters=%5B%7B%22key%22%3A%22a%22%2C%22value%22%3A%5B%22%C3%A9%22%5D%7D%5D"
    )


def test_content_by_type(drive: Drive) -> None:
    def typed(body: bytes, kind: str) -> Answer:
        return Answer(200, body, {"content-type": kind})

    client = drive.client(
        [
            typed(b"\x89PNG", "image/png"),
            typed(b"a,b", "text/csv; charset=utf-8"),
            typed(b'{"result": {"a": 1}}', "application/problem+json"),
            typed(b'{"result": 2}', ""),
        ]
    )
    assert drive(client.things.run("m")) == b"\x89PNG"
    assert drive(client.things.run("m")) == "a,b"
    assert drive(client.things.run("m")) == {"a": 1}
    assert drive(client.things.run("m")) == 2
    accept = "application/json, image/*, text/csv"
    assert dict(drive.transport.requests[0].headers)["accept"] == accept


@pytest.mark.parametrize(
    ("status", "cls"),
    [
        (400, errors.BadRequestError),
        (401, errors.AuthenticationError),
        (403, errors.PermissionDeniedError),
        (404, errors.NotFoundError),
        (409, errors.ConflictError),
        (418, errors.APIStatusError),
        (422, errors.UnprocessableEntityError),
        (429, errors.RateLimitError),
        (500, errors.InternalServerError),
        (503, errors.InternalServerError),
        (200, errors.APIStatusError),
    ],
)
def test_failures_become_their_class(drive: Drive, status: int, cls: type[Any]) -> None:
    client = drive.client([failed(status, {"cf-ray": "ray-1"})], max_retries=0)
    with pytest.raises(errors.APIStatusError) as caught:
        drive(client.things.get("1"))
    error = pickle.loads(pickle.dumps(caught.value))
    assert type(caught.value) is type(error) is cls
    assert (error.status, error.method, error.request_id) == (status, "GET", "ray-1")
    assert [(detail.code, detail.message) for detail in error.errors] == [(7000, "no luck")]
    assert error.url == "https://api.example/v4/accounts/acc/things/1"
    assert error.messages == ["m"] and "no luck (code 7000)" in str(error) and error.attempts == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>gateway</html>",
        b"[1, 2]",
        b'"text"',
        b'{"result": ',
        b"\xff\xfe\xfa",
        b'{"result": "\xc3"}',
        b"[" * 100_000,
    ],
)
def test_unreadable_answers_are_errors_of_our_own(drive: Drive, body: bytes) -> None:
    client = drive.client([Answer(200, body)])
    with pytest.raises(errors.APIResponseValidationError) as caught:
        drive(client.things.get("1"))
    assert caught.value.status == 200 and len(caught.value.body) <= 500
    assert caught.value.__context__ is None


@pytest.mark.parametrize("status", [400, 502])
@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[1]", b"\xff", b'{"errors": {"code": [], "message": 3}}']
)
def test_failures_may_say_anything(drive: Drive, status: int, body: bytes) -> None:
    client = drive.client([Answer(status, body)], max_retries=0)
    with pytest.raises(errors.APIStatusError) as caught:
        drive(client.things.get("1"))
    assert caught.value.status == status


def test_null_and_byte_order_marks_are_borne(drive: Drive) -> None:
    client = drive.client([Answer(200, b"null"), Answer(200, b'\xef\xbb\xbf{"result": null}')])
    assert drive(client.things.get("1")) is None
    assert drive(client.things.get("1")) is None


def test_what_the_server_said(drive: Drive) -> None:
    answers = [failed(500), ok(THING, {"CF-Ray": "r", "X-B": "2"})]
    client = drive.client(answers, retry_budget=100)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fakepkg._core.retry.choose_backoff", lambda _: 0.0)
        response = drive(client.parsed_response(client.things.get, "1"))
    assert (response.status, response.request_id) == (200, "r")
    assert (response.attempts, response.method) == (2, "GET")
    assert response.headers["x-b"] == "2" and response.value.id == "1" and response.elapsed >= 0
    assert response.url.endswith("/things/1")


def test_undocumented_endpoints(drive: Drive) -> None:
    client = drive.client(
        [Answer(200, {"any": 1}), Answer(200, b"hi", {"content-type": "text/plain"}), failed(404)]
    )
    answer = drive(
        client.request("post", "/accounts/{account_id}/x", body={"a": None}, query={"b": 1})
    )
    assert answer == {"any": 1}
    assert drive(client.request("GET", "/{a}", path_parameters={"a": "b/c"})) == "hi"
    with pytest.raises(errors.NotFoundError):
        drive(client.request("GET", "/x"))
    first, second, _ = drive.transport.requests
    assert (first.method, first.content) == ("POST", b'{"a":null}')
    assert first.url == "https://api.example/v4/accounts/acc/x?b=1"
    assert second.url == "https://api.example/v4/b%2Fc"
    for path in ("https://evil.example/x", "x", "@evil.example", "/../x"):
        with pytest.raises(errors.ArgumentError):
            drive(client.request("GET", path))


def test_with_options_shares_the_pool_and_leaves_the_first_alone(drive: Drive) -> None:
    client = drive.client([ok(THING), ok(THING)], timeout=3)
    things = client.things
    other = client.with_options(timeout=7, headers={"X-A": "b"})
    assert type(other) is type(client) and other.things is not things
    drive(other.things.get("1"))
    drive(client.things.get("1"))
    first, second = drive.transport.requests
    assert first.timeout is not None and second.timeout is not None
    assert (first.timeout.read, second.timeout.read) == (7, 3)
    assert dict(first.headers)["x-a"] == "b" and "x-a" not in dict(second.headers)
    with pytest.raises(errors.ArgumentError, match="no option `nonsense`; there are .*timeout"):
        client.with_options(nonsense=1)
    with pytest.raises(errors.ArgumentError, match="did you mean `http_client`"):
        drive.client([], htp_client=None)


def test_a_transport_that_was_given_is_closed_with_the_client(drive: Drive) -> None:
    client = drive.client([])
    drive(client.close())
    assert drive.transport.closed


def test_a_member_called_response_is_not_taken_for_the_response(
    drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations.GET, "decode", lambda _: SimpleNamespace(response="text"))
    client = drive.client([ok(THING)])
    response = drive(client.parsed_response(client.things.get, "1"))
    assert (response.status, response.value.response) == (200, "text")
