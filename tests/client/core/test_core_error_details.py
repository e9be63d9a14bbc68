"""What servers say about errors, in the shapes that are common."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from core_support import Answer, Drive
from fakepkg import errors
from fakepkg._core.codec import UnexpectedBodyError
from fakepkg._core.error_details import decode_error, describe_errors, read_errors
from fakepkg._core.operation import Operation
from fakepkg._core.profile import Envelope
from fakepkg._core.redaction import Redactor
from fakepkg.errors import ErrorDetail

CANARY = "canary-c4n4ry"

SHAPES: list[tuple[Any, str]] = [
    ({"message": "Bad credentials", "documentation_url": "u"}, "Bad credentials"),
    ({"message": ["name must be text", "b"], "statusCode": 400}, "name must be text; b"),
    ({"detail": "Not found."}, "Not found."),
    (
        {
            "detail": [
                {"loc": ["body", "items", 0, "name"], "msg": "field required", "type": "missing"}
            ]
        },
        "body.items.0.name: field required (code missing)",
    ),
    (
        {
            "type": "https://e.example/out",
            "title": "No credit",
            "detail": "Balance is 30.",
            "status": 403,
        },
        "No credit: Balance is 30. (code https://e.example/out)",
    ),
    ({"type": "about:blank", "title": "Not Found", "status": 404}, "Not Found"),
    (
        {
            "error": {
                "message": "Wrong key",
                "type": "invalid_request_error",
                "code": "invalid_api_key",
            }
        },
        "Wrong key (code invalid_api_key)",
    ),
    (
        {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}},
        "Overloaded (code overloaded_error)",
    ),
    ({"error": {"code": 404, "message": "gone", "status": "NOT_FOUND"}}, "gone (code 404)"),
    ({"error": "invalid_client", "error_description": "unknown"}, "unknown (code invalid_client)"),
    ({"error": "Not allowed"}, "Not allowed"),
    ({"errors": [{"message": "a", "code": 1}, {"message": "b"}]}, "a (code 1); b"),
    ({"errors": ["a", "b"]}, "a; b"),
    ({"errors": {"name": ["is empty", "is short"]}}, "name: is empty; name: is short"),
    (
        {"errors": [{"title": "T", "detail": "D", "source": {"pointer": "/data/x"}}]},
        "/data/x: T: D",
    ),
    (
        {"message": "Validation Failed", "errors": [{"field": "title", "code": "missing_field"}]},
        "Validation Failed; title: missing_field (code missing_field)",
    ),
    ({"name": ["This field is required."]}, "name: This field is required."),
    ([{"message": "gone", "errorCode": "NOT_FOUND"}], "gone (code NOT_FOUND)"),
    ({"result": None}, ""),
    ({"errors": []}, ""),
    ({"errors": None, "message": None, "detail": 5}, ""),
    ("text", ""),
    (None, ""),
    ({"errors": [str(each) for each in range(9)]}, "0; 1; 2; 3; 4; … 4 more"),
]


@pytest.mark.parametrize(("body", "expected"), SHAPES)
def test_the_message_of_a_server_is_shown(body: Any, expected: str) -> None:
    assert describe_errors(read_errors(body, Envelope(), Redactor())) == expected


def test_the_envelope_of_the_api_comes_first() -> None:
    body = {"failures": [{"message": "mine", "code": 7}], "message": "other"}
    (error,) = read_errors(body, Envelope(errors="failures"), Redactor())
    assert error == ErrorDetail(7, "mine", {"message": "mine", "code": 7})
    (error,) = read_errors(
        {"failures": [], "message": "m"}, Envelope(errors="failures"), Redactor()
    )
    assert error.message == "m"


@pytest.mark.parametrize(("body", "_"), SHAPES)
def test_no_shape_shows_a_secret(body: Any, _: str) -> None:
    def poisoned(value: Any) -> Any:
        if isinstance(value, str):
            return f"{value} {CANARY}"
        if isinstance(value, list):
            return [poisoned(each) for each in value]
        if isinstance(value, dict):
            return {key: poisoned(each) for key, each in value.items()}
        return value

    errors = read_errors(poisoned(body), Envelope(), Redactor([CANARY]))
    shown = describe_errors(errors) + repr(errors) + repr([each.data for each in errors])
    assert CANARY not in shown


def test_a_deep_or_long_body_is_no_harm() -> None:
    deep: Any = []
    for _ in range(5000):
        deep = [deep]
    long = {"message": "x" * 10_000}
    assert len(describe_errors(read_errors(long, Envelope(), Redactor()))) < 400
    read_errors({"errors": deep}, Envelope(), Redactor())


def test_the_body_of_an_error_is_decoded_by_its_status() -> None:
    def refuse(body: Any) -> Any:
        raise UnexpectedBodyError("no object")

    decoders = {
        "404": lambda body: ("missing", body),
        "4XX": lambda body: ("client", body),
        "500": refuse,
    }
    operation: Operation[Any] = Operation(
        name="t", method="GET", path="/", decode=lambda body: body, errors=decoders
    )
    assert decode_error(operation, 404, {"a": 1}) == ("missing", {"a": 1})
    assert decode_error(operation, 418, {}) == ("client", {})
    assert decode_error(operation, 500, {}) == {}
    assert decode_error(operation, 302, {}) == {} and decode_error(operation, 404, "text") == "text"
    operation.errors = {"default": lambda body: "any"}
    assert decode_error(operation, 500, []) == "any"


def test_details_can_be_pickled_and_compared() -> None:
    error = ErrorDetail("c", "m", {"a": 1}, "body.name")
    assert pickle.loads(pickle.dumps(error)) == error != ErrorDetail("c", "m", {"a": 1})
    assert repr(error) == "ErrorDetail(code='c', message='m', field='body.name')"


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("a\n\tb", "a b"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("half \ud800", "half \\ud800"),
        ("\u202egnp", "\\u202egnp"),
        ("naïve 😀", "naïve 😀"),
    ],
)
@pytest.mark.parametrize("shape", ["message", "code", "field", "text", "request id"])
def test_what_a_server_says_can_be_printed(drive: Drive, sent: str, shown: str, shape: str) -> None:
    bodies: dict[str, Any] = {
        "message": {"message": sent},
        "code": {"message": "m", "code": sent},
        "field": {"errors": [{"message": "m", "field": sent}]},
        "text": sent.encode("utf-8", "replace"),
    }
    response = Answer(400, bodies.get(shape, {}))
    if shape == "request id":
        response.headers = {"cf-ray": sent}  # type: ignore[assignment]
    if shape == "text":
        shown = shown.replace("\\ud800", "?")
    with pytest.raises(errors.BadRequestError) as caught:
        drive(drive.client([response]).things.get("1"))
    assert shown in str(caught.value) and str(caught.value).isprintable()
    if shape == "message":
        assert caught.value.errors[0].message == sent, "the data stay as they came"
