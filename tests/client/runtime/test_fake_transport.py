"""The fake transport, by itself."""

import asyncio
import json
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from workshop._core.transport import AsyncTransport, Request, Transport, TransportError
from workshop.testing import FakeResponse, FakeTransport, RecordedRequest, RequestMismatch

BASE = "https://api.test/client/v4"
JSON = ("content-type", "application/json")


def request(
    method: str,
    path: str,
    query: Any = (),
    body: Any = None,
    fields: list[tuple[str, str]] | None = None,
    operation: str = "",
) -> Request:
    url = BASE + path + (f"?{urlencode(query, quote_via=quote)}" if query else "")
    content = None if body is None else json.dumps(body).encode()
    headers = [*(fields or []), *([JSON] if body is not None else [])]
    return Request(method, url, headers, content, operation=operation)


def get_tool(id: str = "saw") -> Request:
    return request("GET", f"/shops/s/tools/{id}", fields=[("authorization", "Bearer secret")])


def ask(fake: FakeTransport, sent: Request) -> Any:
    return json.loads(fake.send(sent).read())


def mismatch(sent: Request) -> list[str]:
    with pytest.raises(RequestMismatch) as caught:
        FakeTransport().send(sent)
    return str(caught.value).split("\n  ")[1:]


def test_it_is_both_transports() -> None:
    fake = FakeTransport()
    assert isinstance(fake, Transport)
    assert isinstance(fake, AsyncTransport)


def test_the_documented_example_sync_and_async() -> None:
    fake = FakeTransport()
    response = fake.send(get_tool())
    assert (response.status, response.headers["Content-Type"]) == (200, "application/json")
    assert json.loads(response.read())["result"]["id"] == "saw"
    assert b"".join(response.iter_bytes()) == response.read()
    response.close()
    fake.close()

    async def main() -> Any:
        response = await fake.asend(get_tool())
        pieces = [piece async for piece in response.aiter_bytes()]
        assert b"".join(pieces) == await response.aread()
        await response.aclose()
        await fake.aclose()
        return json.loads(await response.aread())

    assert asyncio.run(main())["result"]["id"] == "saw"
    assert [each.operation for each in fake.requests] == ["tools.get", "tools.get"]


def test_tokens_are_given_to_who_asks() -> None:
    token_request = request("POST", "/oauth/token", operation="oauth2.token")
    fake = FakeTransport()
    assert ask(fake, token_request)["access_token"]
    assert not fake.requests, "it is no operation"


def test_what_is_recorded() -> None:
    fake = FakeTransport()
    filters = [{"key": "price", "value": [1, "x", True]}]
    query = [("page", 1), ("used", "true"), ("state", "new"), ("state", "worn")]
    fake.send(request("GET", "/shops/a%2Fb/tools", [*query, ("filters", json.dumps(filters))]))
    (seen,) = fake.requests
    assert (seen.operation, seen.method, seen.attempt) == ("tools.list", "GET", 1)
    assert seen.path == {"shop_id": "a/b"}
    assert seen.query == {
        "page": 1,
        "used": True,
        "state": ["new", "worn"],
        "filters": filters,
    }
    assert seen.body is None


def test_credentials_are_not_recorded() -> None:
    fake = FakeTransport()
    fields = [("authorization", "Bearer hunter2"), ("x-auth-key", "hunter2"), ("x-trace", "1")]
    fake.send(request("GET", "/search", {"size[min]": 1}, fields=fields))
    assert fake.requests[0].headers == {
        "authorization": "***",
        "x-auth-key": "***",
        "x-trace": "1",
    }
    assert "hunter2" not in repr(fake.requests)
    assert "size" not in repr(fake.requests)


def test_answers_without_an_example_are_made_of_the_schema() -> None:
    fake = FakeTransport()
    response = fake.send(request("POST", "/shops/s/tools", body={"id": "a", "price": None}))
    assert (response.status, json.loads(response.read())) == (201, {"name": "", "mark": True})
    response = fake.send(request("DELETE", "/shops/s/tools/a"))
    assert (response.status, response.read()) == (204, b"")
    response = fake.send(request("GET", "/search", fields=[("x-trace", "1")]))
    assert (response.headers.get("content-type"), response.read()) == ("text/csv", b"id\nsaw\n")


def test_lists_come_to_an_end() -> None:
    fake = FakeTransport()
    assert ask(fake, request("GET", "/shops/s/tools"))["result"] == [{"name": "one"}]
    assert ask(fake, request("GET", "/shops/s/tools", {"page": 1}))["result"] == [{"name": "one"}]
    assert ask(fake, request("GET", "/shops/s/tools", {"page": 2}))["result"] == []
    assert ask(fake, request("GET", "/shops/s/tools"))["result"] == [{"name": "one"}]


def test_streams() -> None:
    fake = FakeTransport()
    sent = request("POST", "/shops/s/run/@cf/meta/x-1", body={"text": "hi", "stream": True, "n": 1})
    assert fake.send(sent).read() == b"data: [DONE]\n\n"
    assert fake.requests[0].path == {"shop_id": "s", "model": "@cf/meta/x-1"}
    fake.respond("models.run", events=[{"response": "a"}, "b"])
    response = fake.send(sent)
    assert response.headers["content-type"] == "text/event-stream"
    assert list(response.iter_bytes()) == [
        b'data: {"response": "a"}\n\n',
        b'data: "b"\n\n',
        b"data: [DONE]\n\n",
    ]


def test_answers_of_a_test() -> None:
    fake = FakeTransport()
    fake.respond("tools.get", json={"result": 1}, status=202, headers={"CF-Ray": "r"})
    response = fake.send(get_tool())
    assert (response.status, response.headers["cf-ray"]) == (202, "r")
    assert (response.headers.get_list("CF-RAY"), response.headers.get("x")) == (["r"], None)
    assert json.loads(response.read()) == {"result": 1}
    fake.respond("tools.get", body=[b"a", b"b"], headers={"content-type": "image/png"})
    response = fake.send(get_tool())
    assert (response.headers["content-type"], response.read()) == ("image/png", b"ab")
    assert fake.send(get_tool()).read() == b"ab"
    fake.respond("tools.get", body="text")
    assert fake.send(get_tool()).read() == b"text"


def test_answers_one_after_the_other_and_functions() -> None:
    def echo(sent: RecordedRequest) -> FakeResponse:
        return FakeResponse(json=sent.path)

    fake = FakeTransport()
    fake.respond("tools.get", FakeResponse(json=1), FakeResponse(json=None), echo)
    assert [ask(fake, get_tool("x")) for _ in range(4)] == [
        1,
        None,
        {"shop_id": "s", "id": "x"},
        {"shop_id": "s", "id": "x"},
    ]


@pytest.mark.parametrize(
    ("failure", "kind", "sent"),
    [("timeout", "timeout", True), ("reset", "read", True), ("refused", "connect", False)],
)
def test_failures(failure: Any, kind: str, sent: bool) -> None:
    fake = FakeTransport()
    fake.fail("tools.get", failure, times=2)
    for _ in range(2):
        with pytest.raises(TransportError) as caught:
            fake.send(get_tool())
        assert (caught.value.kind, caught.value.sent) == (kind, sent)
    assert fake.send(get_tool()).status == 200
    assert len(fake.requests) == 3


def test_a_status_as_a_fault_and_faults_in_a_row() -> None:
    fake = FakeTransport()
    fake.fail("tools.get", 503)
    fake.fail("tools.get", "timeout")
    response = fake.send(get_tool())
    assert response.status == 503
    assert json.loads(response.read()) == {
        "success": False,
        "errors": [{"code": 503, "message": "Service Unavailable"}],
    }

    async def main() -> None:
        with pytest.raises(TransportError):
            await fake.asend(get_tool())

    asyncio.run(main())


def test_names_that_do_not_exist() -> None:
    fake = FakeTransport()
    with pytest.raises(ValueError, match="did you mean 'tools.get'"):
        fake.respond("tool.get", json=1)
    with pytest.raises(ValueError, match="There is no operation 'x'"):
        fake.fail("x", 500)
    with pytest.raises(ValueError, match="Unknown failure 'fire'"):
        fake.fail("tools.get", "fire")  # type: ignore[arg-type]


def test_undocumented_endpoints() -> None:
    fake = FakeTransport()
    fake.respond("POST /shops/s/new", json={"new": True})
    assert ask(fake, request("POST", "/shops/s/new", {"q": 1}, {"a": 1})) == {"new": True}
    assert (fake.requests[0].operation, fake.requests[0].body) == ("", {"a": 1})
    fake.fail("POST /shops/s/new", 404)
    assert fake.send(request("POST", "/shops/s/new")).status == 404
    with pytest.raises(RequestMismatch, match="No operation has this method and path: GET"):
        fake.send(request("GET", "/shops/s/new"))


def test_the_hint_decides_where_two_templates_match() -> None:
    fake = FakeTransport()
    fake.send(
        request("GET", "/shops/s/tools/search", operation="tools.search", fields=[("x-trace", "1")])
    )
    fake.send(request("GET", "/shops/s/tools/search", operation="other"))
    assert [each.operation for each in fake.requests] == ["tools.search", "tools.get"]


def test_path_arguments_are_checked() -> None:
    assert mismatch(get_tool("123456789")) == [
        'path.id: expected at most 8 characters, found "123456789"'
    ]


def test_query_parameters_are_checked() -> None:
    query = {"page": 0, "per_page": "many", "used": "True", "state": "lost", "color": "red"}
    assert mismatch(request("GET", "/shops/s/tools", query)) == [
        "query.page: expected at least 1, found 0",
        "query.per_page: expected integer, found string",
        "query.used: expected boolean, found string",
        'query.state[0]: expected one of "new", "worn", found "lost"',
        "query.color: there is no such parameter",
    ]
    filters = [{"key": "id", "value": [[]]}, {"key": "price"}]
    assert mismatch(request("GET", "/shops/s/tools", {"filters": json.dumps(filters)})) == [
        'query.filters[0].key: expected one of "price", "state", found "id"',
        "query.filters[0].value[0]: expected string or number or boolean, found array",
        "query.filters[1].value: expected array, found nothing",
    ]
    assert mismatch(request("GET", "/shops/s/tools", {"filters": "{"})) == [
        "query.filters: expected array, found string"
    ]


def test_every_style_is_read() -> None:
    fake = FakeTransport()
    query = [
        ("near", "1,2.5"),
        ("words", "a b|c"),
        ("size[min]", "1"),
        ("size[max]", "2"),
        ("since", "2020"),
        ("open", "false"),
    ]
    fake.send(
        request("GET", "/search", query, fields=[("x-trace", "1"), ("cookie", "z=1; mode=b")])
    )
    assert fake.requests[0].query == {
        "near": [1, 2.5],
        "words": ["a b", "c"],
        "size": {"min": 1, "max": 2},
        "window": {"since": "2020", "open": False},
    }


def test_every_style_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.testing._SHOWN", 99)
    query = [
        ("near", "1,x"),
        ("words", "a|b|c"),
        ("size[min]", "y"),
        ("size[mid]", "1"),
        ("open", "0"),
    ]
    sent = request("GET", "/search", query, fields=[("cookie", "mode=c")])
    assert mismatch(sent) == [
        "query.near[1]: expected number, found string",
        "query.words: expected at most 2 items, found [string]",
        "query.size.min: expected number, found string",
        "query.size.mid: expected no such member, found string",
        "query.window.open: expected boolean, found string",
        "header.X-Trace: required, but missing",
        'cookie.mode: expected one of "a", "b", found "c"',
    ]


def test_bodies_are_checked() -> None:
    path = "/shops/s/tools"
    assert mismatch(request("POST", path)) == ["body: required, but missing"]
    assert mismatch(request("GET", path, body={})) == ["body: the operation takes none"]
    assert mismatch(request("POST", path, body={"id": "", "price": "1", "hue": 1})) == [
        'body.id: expected at least 1 characters, found ""',
        "body.price: expected number, found string",
        "body.hue: expected no such member, found number",
    ]
    text = Request("POST", BASE + path, [("content-type", "text/plain; charset=utf-8")], b"x")
    assert mismatch(text) == ["body: expected application/json, found text/plain"]
    broken = Request("POST", BASE + path, [JSON], [b"{", b"x"])
    assert mismatch(broken) == ["body: expected object, found string"]


def test_a_mismatch_names_the_operation_and_no_secret() -> None:
    with pytest.raises(AssertionError) as caught:
        FakeTransport().send(request("GET", "/shops/s/tools", {"page": 0, "key": "hunter2"}))
    assert str(caught.value).startswith(
        "tools.list: <Request GET https://api.test/client/v4/shops/s"
    )
    assert "hunter2" not in str(caught.value)


def test_a_body_given_as_an_answer_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match=r"give a body as .* `json=`"):
        FakeTransport().respond("tools.list", {"id": 1})  # type: ignore[arg-type]


RESULT, ENVELOPE = {"id": "x", "price": None, "origin": ""}, {"result": None, "success": True}


@pytest.mark.parametrize(
    ("given", "status", "sent"),
    [
        (RESULT, 200, {"success": True, "result": RESULT}),
        ([1], 200, {"success": True, "result": [1]}),
        (ENVELOPE, 200, ENVELOPE),
        ({"success": False, "errors": []}, 200, {"success": False, "errors": []}),
        ({}, 200, {}),
        (RESULT, 404, RESULT),
        (RESULT, 201, RESULT),
    ],
)
def test_an_answer_is_a_result_or_a_whole_body(given: Any, status: int, sent: Any) -> None:
    fake = FakeTransport()
    fake._responses["tools.get"]._result = "result"  # the contract of these tests names no results
    fake.respond("tools.get", json=given, status=status, headers={"x": "y"})
    response = fake.send(get_tool())
    assert json.loads(response.read()) == sent
    assert (response.status, response.headers["x"]) == (status, "y")


def test_a_list_as_an_answer_is_the_items_of_a_page() -> None:
    fake = FakeTransport()
    fake.respond("tools.list", lambda _: FakeResponse([RESULT]))
    assert ask(fake, request("GET", "/shops/s/tools"))["result"] == [RESULT]


def test_a_request_with_many_differences_names_the_first_ones() -> None:
    query = [(f"unknown{n}", "1") for n in range(20)]
    *shown, more = mismatch(request("GET", "/shops/s/tools", query))
    assert len(shown) == 5 and all("there is no such parameter" in each for each in shown)
    assert more == "and 15 more"
