"""Operations with several media types, parts with headers, and parameters that the client holds."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from werkzeug.formparser import parse_form_data

from ..use.proof import imported_package, prove
from .server import Echo, generate

DOCUMENT = yaml.safe_load("""
openapi: 3.2.0
info: {title: Echo, version: '1'}
servers: [{url: https://echo.example}]
x-client-parameters: {X-Tenant: {}, account: {}, session: {}}
paths:
  /messages:
    post:
      operationId: send
      x-resource: messages
      x-method: send
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [role, text]
              properties: {role: {type: string, enum: [user]}, text: {type: string}}
          multipart/form-data:
            schema:
              type: object
              required: [purpose]
              properties: {purpose: {const: upload}, file: {type: string, format: binary}, note: {type: string}}
            encoding:
              file: {contentType: 'image/png, image/*', headers: {X-Tag: {schema: {type: string}}}}
              note:
                headers:
                  X-Kind: {schema: {const: draft}}
                  X-Level: {schema: {type: integer, default: 3}}
                  Content-Type: {schema: {type: string}}
          text/csv: {schema: {type: string}}
      responses: {'204': {description: Sent.}}
  /report:
    get:
      operationId: report
      x-resource: report
      x-method: get
      responses:
        '200':
          description: A report.
          content:
            application/json: {schema: {type: object, properties: {rows: {type: integer}}}}
            application/vnd.api+json: {schema: {type: object, properties: {data: {type: string}}}}
  /scan:
    get:
      operationId: scan
      x-resource: scan
      x-method: get
      responses:
        '200': {description: It., content: {application/json: {schema: {type: string, format: binary}}}}
    put:
      operationId: replace
      x-resource: scan
      x-method: replace
      requestBody: {content: {application/json: {schema: {type: string, format: binary}}}}
      responses: {'204': {description: Replaced.}}
  /events:
    get:
      operationId: watch
      x-resource: events
      x-method: list
      responses:
        '200':
          description: Events.
          content:
            text/event-stream:
              itemSchema:
                oneOf: [{$ref: '#/components/schemas/Added'}, {$ref: '#/components/schemas/Any'}]
            application/jsonl: {itemSchema: {$ref: '#/components/schemas/Thing'}}
  /token:
    get:
      operationId: token
      x-resource: token
      x-method: get
      responses: {'200': {description: It., content: {'*/*': {schema: {type: string, format: byte}}}}}
  /note:
    put:
      operationId: note
      x-resource: note
      x-method: put
      requestBody:
        required: true
        content: {application/json: {schema: {anyOf: [{$ref: '#/components/schemas/Thing'}, {type: 'null'}]}}}
      responses: {'204': {description: Noted.}}
    patch:
      operationId: table
      x-resource: note
      x-method: patch
      requestBody: {required: true, content: {text/csv: {schema: {type: array, items: {type: string}}}}}
      responses: {'204': {description: Noted.}}
  /held:
    post:
      operationId: held
      x-resource: held
      x-method: create
      parameters:
        - {name: X-Tenant, in: header, required: true, schema: {type: string}}
        - {name: session, in: cookie, required: true, schema: {type: string}}
        - {name: account, in: query, schema: {type: string}}
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties: {account: {type: object, properties: {id: {type: integer}}}, name: {type: string}}
      responses: {'204': {description: Done.}}
  /filtered:
    get:
      operationId: filtered
      x-resource: filtered
      x-method: get
      parameters:
        - {name: account, in: query, schema: {type: object, properties: {id: {type: integer}}}}
      responses: {'204': {description: Done.}}
components:
  schemas:
    Thing: {type: object, properties: {id: {type: integer}}}
    Event:
      type: object
      required: [event, data]
      properties: {event: {type: string}, data: {type: string}}
    Added:
      allOf:
        - $ref: '#/components/schemas/Event'
        - properties:
            event: {const: added}
            data: {contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Thing'}}
    Any:
      allOf:
        - $ref: '#/components/schemas/Event'
        - properties:
            data:
              contentMediaType: application/json
              contentSchema: {type: object, properties: {at: {type: string, format: date-time}}}
""")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with imported_package(generate(DOCUMENT, tmp_path_factory.mktemp("media"))) as name:
        importlib.import_module(f"{name}.models")
        yield importlib.import_module(name)


def connect(package: Any, answer: Any, **options: Any) -> Any:
    return package.Echo(http_client=httpx.Client(transport=httpx.MockTransport(answer)), **options)


def answering(media_type: str, content: bytes) -> Any:
    return lambda _: httpx.Response(200, headers={"content-type": media_type}, content=content)


def test_the_document_passes_the_proof(tmp_path: Path) -> None:
    (path := tmp_path / "openapi.yaml").write_text(yaml.safe_dump(DOCUMENT), encoding="utf-8")
    proof = prove(path)
    assert proof.failures == [] and proof.skipped == []


def test_constants_are_those_of_the_media_type(package: Any) -> None:
    client = connect(package, echo := Echo())
    client.messages.send(text="hello")
    assert echo.received.get_json() == {"role": "user", "text": "hello"}
    client.messages.send(file=b"\x89")
    _, fields, files = parse_form_data(echo.received.environ)
    assert fields.to_dict() == {"purpose": "upload"} and files["file"].read() == b"\x89"
    client.messages.send(role="admin", text="hello")
    assert echo.received.get_json() == {"role": "admin", "text": "hello"}


@pytest.mark.parametrize(
    "arguments",
    [
        {"text": "hello", "media_type": "text/csv"},
        {"file": ("a.png", b"x"), "media_type": "application/json"},
    ],
)
def test_members_are_not_sent_as_what_can_not_hold_them(
    package: Any, arguments: dict[str, Any]
) -> None:
    client = connect(package, Echo())
    with pytest.raises(package.ArgumentError):
        client.messages.send(**arguments)


def test_a_whole_body_is_sent_as_its_media_type(package: Any) -> None:
    client = connect(package, echo := Echo())
    client.messages.send(body="a;b")
    assert echo.received.mimetype == "text/csv" and echo.received.get_data() == b"a;b"


def test_parts_have_their_headers(package: Any) -> None:
    client = connect(package, echo := Echo())
    client.messages.send(
        note="n",
        file=("a.png", b"x", "image/png", {"X-Tag": "1"}),
        media_type="multipart/form-data",
    )
    data = echo.received.get_data().decode()
    assert '"a.png"\r\nContent-Type: image/png\r\nX-Tag: 1\r\n\r\nx' in data
    assert 'name="note"\r\nX-Kind: draft\r\nX-Level: 3\r\n\r\nn' in data
    client.messages.send(note=("n", b"x", "text/plain", {"x-level": "4"}))
    data = echo.received.get_data().decode()
    assert "x-level: 4\r\nX-Kind: draft\r\n\r\nx" in data and "X-Level" not in data


@pytest.mark.parametrize("fields", [{"X-Tag": "a\r\nX: b"}, {"X-Tag\r\nX": "b"}, {"": "a"}])
def test_headers_of_parts_have_one_line(package: Any, fields: dict[str, str]) -> None:
    client = connect(package, Echo())
    with pytest.raises(package.ArgumentError):
        client.messages.send(file=("a.png", b"x", "image/png", fields))


def test_json_is_decoded_by_its_media_type(package: Any) -> None:
    for media_type, content, attribute, value in (
        ("application/json", b'{"rows": 1}', "rows", 1),
        ("application/vnd.api+json; charset=utf-8", b'{"data": "d"}', "data", "d"),
    ):
        client = connect(package, answering(media_type, content))
        assert getattr(client.report.get(), attribute) == value
    client = connect(package, echo := Echo())
    client.report.get()
    assert echo.received.headers["accept"] == "application/json, application/vnd.api+json"


def test_json_that_is_documented_as_binary_is_bytes(package: Any) -> None:
    client = connect(package, answering("application/pdf", b"%PDF"))
    assert client.scan.get() == b"%PDF"
    client = connect(package, answering("application/json", b'{"a": 1}'))
    assert client.scan.get() == b'{"a": 1}'
    client = connect(package, echo := Echo())
    client.scan.replace(body=b"\x00")
    assert echo.received.get_data() == b"\x00" and echo.received.mimetype == "application/json"


def test_events_are_typed_by_name_and_otherwise(package: Any) -> None:
    events = b'event: added\ndata: {"id": 1}\n\nevent: x\ndata: {"at": "2024-05-06T07:08:09Z"}\n\n'
    added, other = connect(package, answering("text/event-stream", events)).events.list()
    assert (type(added).__name__, added.id) == ("Thing", 1)
    assert other.at.year == 2024


def test_parameters_that_the_client_holds_are_sent_wherever_they_belong(package: Any) -> None:
    client = connect(package, echo := Echo(), x_tenant="t", account="a", session="s")
    client.held.create(name="n")
    assert (echo.received.headers["x-tenant"], echo.received.cookies["session"]) == ("t", "s")
    assert echo.received.args.to_dict() == {"account": "a"}
    assert echo.received.get_json() == {"name": "n"}
    client.held.create(account="own", x_tenant="u", session="r", name="n")
    assert (echo.received.headers["x-tenant"], echo.received.cookies["session"]) == ("u", "r")
    assert echo.received.args.to_dict() == {"account": "own"}
    assert echo.received.get_json() == {"name": "n"}  # its member `account` is an object
    client.filtered.get()
    assert echo.received.args.to_dict() == {}


def test_none_is_null_where_a_required_body_may_be_null(package: Any) -> None:
    client = connect(package, echo := Echo())
    client.note.put(body=None)
    assert echo.received.get_data() == b"null" and echo.received.mimetype == "application/json"
    client.note.put(body={"id": 1})
    assert echo.received.get_json() == {"id": 1}


@pytest.mark.parametrize("body", [["a"], {"a": 1}])
def test_text_is_not_made_of_lists_and_objects(package: Any, body: Any) -> None:
    client = connect(package, echo := Echo())
    with pytest.raises(package.ArgumentError):
        client.note.patch(body=body)
    client.note.patch(body="a,b")
    assert echo.received.get_data() == b"a,b"


def test_anything_that_is_documented_as_bytes_is_not_parsed(package: Any) -> None:
    client = connect(package, answering("application/octet-stream", b"\x00\xff"))
    assert client.token.get() == b"\x00\xff"
    assert connect(package, answering("application/json", b'"AP8="')).token.get() == "AP8="
