"""What the operations of the cases send and how they read what comes, without a network."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from .support.cases import imported
from .test_cases import importable


class Answer:
    """What a `Wire` answers: a status, a media type and a body."""

    def __init__(self, body: bytes, media_type: str, status: int) -> None:
        self.status = status
        self.headers = {"content-type": media_type}
        self._body = body

    def read(self) -> bytes:
        return self._body

    def iter_bytes(self) -> Iterator[bytes]:
        yield self._body

    def close(self) -> None: ...


class Wire:
    """A transport that keeps the last request and answers what it is told."""

    def __init__(self) -> None:
        self.answer = Answer(b"", "", 204)
        self.request: Any = None

    def send(self, request: Any) -> Answer:
        self.request = request
        return self.answer

    def close(self) -> None: ...

    @property
    def headers(self) -> Mapping[str, str]:
        return dict(self.request.headers)

    @property
    def body(self) -> bytes:
        content = self.request.content
        return content if isinstance(content, bytes) else b"".join(content or ())


def client(package: Any, wire: Wire, **arguments: Any) -> Any:
    """The client of a case's package."""
    module = importable(package, "_client")
    base = importable(package, "_core.client").Client
    made = next(
        each
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, base) and each is not base
    )
    return made(http_client=wire, **arguments)


def test_parameters_are_written_in_their_styles(tmp_path: Path) -> None:
    with imported("parameters", tmp_path) as package:
        wire = Wire()
        api = client(package, wire)
        api.styles.get(
            ["a", "b"], ["c", "d"], [1, 2], {"x": 1, "y": 2},
            limit=2.5, tags=["t", "u"], ids=[1, 2], words=["v", "w"], bars=["e", "f"], deep={"x": 1},
            where={"x": 1}, link="/a?b", x_numbers=[1, 2], x_point={"x": 1, "y": 2}, session="s",
        )  # fmt: skip
        url, headers = wire.request.url, wire.headers
        assert url.startswith(
            "https://example.com/styles/a,b/.c.d/;matrix=1,2/;x=1;y=2?limit=2.5&tags=t&tags=u&"
        )
        assert url.endswith(
            "&ids=1,2&words=v%20w&bars=e%7Cf&deep%5Bx%5D=1&where=%7B%22x%22%3A1%7D&link=/a?b"
        )
        assert (headers["x-numbers"], headers["x-point"], headers["cookie"]) == (
            "1,2",
            "x=1,y=2",
            "session=s",
        )


def test_parameters_that_are_of_equal_names_go_where_they_belong(tmp_path: Path) -> None:
    with imported("parameters", tmp_path) as package:
        wire = Wire()
        api = client(package, wire)
        api.same.get(
            "1", query_id="2", header_id="3", self_="4", options_="5", class_="6", filter_name="7"
        )
        assert wire.request.url.endswith("/same/1?id=2&self=4&options=5&class=6&filter%5Bname%5D=7")
        assert wire.headers["id"] == "3"
        api.same.get("1", accept="text/plain")
        assert wire.headers["accept"] == "text/plain"
        api.broken.get("a", 5, nowhere="n")
        assert wire.request.url.endswith("/broken/a/5?nowhere=n")


def test_parameters_have_a_style_for_each_place_and_wire_names_in_their_members(
    tmp_path: Path,
) -> None:
    with imported("parameters", tmp_path) as package:
        wire = Wire()
        api = client(package, wire)
        sent_arguments = {"pet_name": "a b", "ages": [1, 2]}
        api.contents.get(
            sent_arguments, query_filter=sent_arguments, header_filter=sent_arguments, cookie_filter=["a", "b"], plain=1, markup="<a/>"
        )  # fmt: skip
        assert wire.request.url == (
            "https://example.com/contents/%7B%22petName%22%3A%22a%20b%22%2C%22ages%22%3A%5B1%2C2%5D%7D"
            "?filter%5BpetName%5D=a%20b&filter%5Bages%5D%5B0%5D=1&filter%5Bages%5D%5B1%5D=2&plain=1&markup=%3Ca%2F%3E"
        )
        assert wire.headers["filter"] == '{"petName":"a b","ages":[1,2]}'
        assert wire.headers["cookie"] == "filter=a,b"
        api.reserved.get("a/b?c", ids=["a/b", "c&d#e%2F"])
        assert wire.request.url.endswith("/reserved/a/b%3Fc?ids=a/b%7Cc%26d%23e%2F")


def test_bodies_are_written_as_their_media_type_wants(tmp_path: Path) -> None:
    with imported("bodies", tmp_path) as package:
        wire = Wire()
        api = client(package, wire)
        api.form.send(name="n", tags=["a", "b"], ids=[1, 2], metadata={"k": "v"}, plain={"a": 1})
        assert (
            wire.body == b"name=n&tags=a&tags=b&ids=1,2&metadata%5Bk%5D=v&plain=%7B%22a%22%3A1%7D"
        )
        api.bytes.send(body=b"png")
        assert (wire.body, wire.headers["content-type"]) == (b"png", "image/png")
        api.text.send(body="# hi")
        assert (wire.body, wire.headers["content-type"]) == (b"# hi", "text/markdown")
        api.xml.send(body="<a/>")
        assert (wire.body, wire.headers["content-type"]) == (b"<a/>", "application/xml")
        api.list(body=[{"pet_name": "x"}])
        assert json.loads(wire.body) == [{"petName": "x"}]
        api.any.send(a="b")
        assert (wire.body, wire.headers["content-type"]) == (b'{"a":"b"}', "application/json")
        api.any_bytes.send(body=b"any")
        assert (wire.body, wire.headers["content-type"]) == (b"any", "application/octet-stream")
        api.any_bytes.send(body=b"any", media_type="text/csv; header=absent")
        assert wire.headers["content-type"] == "text/csv; header=absent"


def test_a_range_of_media_types_is_narrowed_by_the_file_or_the_caller(tmp_path: Path) -> None:
    (picture := tmp_path / "p.webp").write_bytes(b"webp")
    with imported("bodies", tmp_path / "package") as package:
        wire = Wire()
        api = client(package, wire)
        api.image.send(body=picture)
        assert (wire.body, wire.headers["content-type"]) == (b"webp", "image/webp")
        api.image.send(body=b"gif", media_type="image/gif")
        assert wire.headers["content-type"] == "image/gif"
        with pytest.raises(importable(package, "errors").ArgumentError, match="image/\\*"):
            api.image.send(body=b"text", media_type="text/plain")


def test_an_upload_is_sent_as_multipart_where_json_comes_first(tmp_path: Path) -> None:
    with imported("bodies", tmp_path) as package:
        wire = Wire()
        api = client(package, wire)
        api.different.send(url="https://example.com/a")
        assert wire.headers["content-type"] == "application/json"
        for upload in (b"bytes", ("a.txt", b"bytes"), io.BytesIO(b"bytes")):
            api.different.send(file=upload)
            assert wire.headers["content-type"].startswith("multipart/form-data; boundary=")
            assert b"\r\n\r\nbytes\r\n" in wire.body


def test_members_of_forms_have_styles(tmp_path: Path) -> None:
    with imported("bodies", tmp_path) as package:
        wire = Wire()
        api = client(package, wire)
        api.form.send(name="n", spread={"b": 1}, link="/a?b&c")
        assert wire.body == b"name=n&b=1&link=/a?b%26c"
        api.parts.send(ids=[1, 2], pet={"pet_name": "a b"}, names=["x"])
        sent_arguments = wire.body.decode()
        assert 'name="ids"\r\n\r\n1,2\r\n' in sent_arguments
        assert 'name="pet[petName]"\r\n\r\na b\r\n' in sent_arguments
        assert 'name="names"\r\nContent-Type: application/json\r\n\r\n"x"\r\n' in sent_arguments


def test_lines_are_written_one_by_one(tmp_path: Path) -> None:
    with imported("bodies", tmp_path) as package:
        wire = Wire()
        api = client(package, wire)
        api.lines.send(body=[{"pet_name": "a"}, {"pet_name": "b"}])
        assert wire.body == b'{"petName":"a"}\n{"petName":"b"}\n'
        assert wire.headers["content-type"] == "application/x-ndjson"
        api.records.send(body=[{"pet_name": "a"}])
        assert wire.body == b'\x1e{"petName":"a"}\n'
        with pytest.raises(importable(package, "errors").ArgumentError, match="received str"):
            api.bytes.send(body="text")


def test_an_optional_body_is_left_out(tmp_path: Path) -> None:
    with imported("bodies", tmp_path) as package:
        wire = Wire()
        optional = client(package, wire).optional
        for send in (optional.send, optional.delete):
            send()
            assert wire.request.content is None and "content-type" not in wire.headers
            send(pet_name="x")
            assert wire.body == b'{"petName":"x"}'
        optional.update()
        assert wire.body == b"{}"


def test_parts_of_a_multipart_body_have_their_media_types(tmp_path: Path) -> None:
    with imported("bodies", tmp_path) as package:
        wire = Wire()
        client(package, wire).upload(file=b"f", more=[b"g", b"h"], about={"title": "t"}, note="*n*")
        assert wire.headers["content-type"].startswith("multipart/form-data; boundary=")
        assert b'name="file"; filename="file"\r\nContent-Type: image/png\r\n\r\nf\r\n' in wire.body
        assert wire.body.count(b'; name="more"') == 2
        assert (
            b'name="about"\r\nContent-Type: application/json\r\n\r\n{"title":"t"}\r\n' in wire.body
        )
        assert b'name="note"\r\nContent-Type: text/markdown\r\n\r\n*n*\r\n' in wire.body
        client(package, wire).upload(file=("f.jpeg", b"f"))
        assert b'filename="f.jpeg"\r\nContent-Type: image/jpeg\r\n\r\nf\r\n' in wire.body


def test_the_caller_chooses_among_media_types(tmp_path: Path) -> None:
    with imported("bodies", tmp_path) as package:
        wire = Wire()
        api = client(package, wire)
        api.several.send(pet_name="x", age=1)
        assert wire.headers["content-type"] == "application/json"
        api.several.send(pet_name="x", age=1, media_type="application/merge-patch+json")
        assert (wire.headers["content-type"], json.loads(wire.body)["petName"]) == (
            "application/merge-patch+json",
            "x",
        )
        api.several.send(pet_name="x", age=1, media_type="application/x-www-form-urlencoded")
        assert wire.body == b"petName=x&age=1"


@pytest.mark.parametrize(
    ("method", "body", "media_type", "status", "expected"),
    [
        ("statuses", b'{"petName": "p"}', "application/json", 200, "Pet"),
        ("statuses", b'{"jobId": "j"}', "application/json", 202, "Job"),
        ("statuses", b'"x"', "application/json", 201, "str"),
        ("statuses", b"", "", 207, "NoneType"),
        ("fallback", b'{"petName": "p"}', "application/json", 200, "Pet"),
        ("nothing", b"whatever", "text/plain", 200, "bytes"),
        ("nothing", b"", "", 200, "NoneType"),
        ("vendor", b'{"petName": "p"}', "application/vnd.pets.v2+json", 200, "Pet"),
        ("picture", b"\x89PNG", "image/png", 200, "bytes"),
        ("mixed", b"\x89PNG", "image/png", 200, "bytes"),
        ("mixed", b"{}", "application/json", 200, "Pet"),
        ("wild", b"{}", "application/pets+json", 200, "Pet"),
        ("text", b"hi", "text/plain; charset=utf-8", 200, "str"),
        ("both", b"{}", "application/json", 200, "Job"),
        ("head", b"", "application/json", 200, "NoneType"),
    ],
)
def test_answers_are_read_by_status_and_media_type(
    tmp_path: Path, method: str, body: bytes, media_type: str, status: int, expected: str
) -> None:
    with imported("responses", tmp_path) as package:
        wire = Wire()
        wire.answer = Answer(body, media_type, status)
        result = getattr(client(package, wire), method)()
        assert type(result).__name__ == expected


@pytest.mark.parametrize(
    ("method", "body", "media_type", "expected", "documented"),
    [
        ("nothing", b"whatever", "text/plain", b"whatever", None),
        ("nothing", b'{"a": 1}', "application/json", {"a": 1}, None),
        ("nothing", b"{", "application/json", b"{", None),
        ("picture", b"%PDF", "application/pdf", b"%PDF", "image/*"),
        ("text", b"%PDF", "application/pdf", "%PDF", "text/plain"),
    ],
)
def test_content_that_is_not_described_is_handed_over_and_reported(
    tmp_path: Path, method: str, body: bytes, media_type: str, expected: Any, documented: str | None
) -> None:
    with imported("responses", tmp_path) as package:
        wire, gaps = Wire(), list[Any]()
        wire.answer = Answer(body, media_type, 200)
        call = getattr(client(package, wire, on_contract_gap=gaps.append), method)
        assert call() == expected == call()
        assert len(gaps) == 1 and gaps[0].actual in (media_type, "status 200")
        if documented is not None:
            assert (gaps[0].kind, gaps[0].expected) == ("undocumented media type", documented)
        with pytest.raises(importable(package, "errors").ContractError):
            getattr(client(package, wire, strict=True), method)()


def test_no_content_is_no_gap_and_content_is_one(tmp_path: Path) -> None:
    with imported("bodies", tmp_path) as package:
        wire, gaps = Wire(), list[Any]()
        made = client(package, wire, on_contract_gap=gaps.append)
        wire.answer = Answer(b"", "", 204)
        assert made.missing.send() is None and not gaps
        wire.answer = Answer(b"ok", "text/plain", 204)
        assert made.missing.send() == b"ok"
        assert [(gap.kind, gap.expected) for gap in gaps] == [
            ("undocumented media type", "no content")
        ]


def test_streams_are_read_piece_by_piece(tmp_path: Path) -> None:
    with imported("responses", tmp_path) as package:
        wire = Wire()
        api = client(package, wire)
        wire.answer = Answer(
            b'data: {"petName": "a"}\n\ndata: {"petName": "b"}\n\n', "text/event-stream", 200
        )
        assert [each.pet_name for each in api.events()] == ["a", "b"]
        assert [each.pet_name for each in api.both(stream=True)] == ["a", "b"]
        assert wire.headers["accept"] == "text/event-stream"
        assert [each.pet_name for each in api.asked(text="t", stream=True)] == ["a", "b"]
        assert json.loads(wire.body) == {"stream": True, "text": "t"}
        wire.answer = Answer(b'{"petName": "a"}\n{"petName": "b"}\n', "application/x-ndjson", 200)
        assert [each.pet_name for each in api.lines()] == ["a", "b"]
        records = b'\x1e{"petName": "a"}\n\x1e{"petName": "b"}\n'
        wire.answer = Answer(records, "application/json-seq", 200)
        assert [each.pet_name for each in api.sequence()] == ["a", "b"]


def test_every_operation_gets_the_credentials_that_it_asks_for(tmp_path: Path) -> None:
    with imported("security", tmp_path) as package:
        wire = Wire()
        api = client(
            package, wire, access_token="T0", key="K1", mail="M2", username="U3", password="P4",
            query_key="Q5", cookie_key="C6",
        )  # fmt: skip
        api.usual()
        assert wire.headers["authorization"] == "Bearer T0" and "x-key" not in wire.headers
        api.open()
        assert "authorization" not in wire.headers
        api.basic()
        assert wire.headers["authorization"] == "Basic VTM6UDQ="
        api.query()
        assert wire.request.url.endswith("/query?key=Q5") and "authorization" not in wire.headers
        api.cookie()
        assert (wire.headers["cookie"], wire.headers["authorization"]) == (
            "session=C6",
            "Bearer T0",
        )
        both = client(package, wire, cookie_key="C6", cookie_mark="C7", digest="Digest D8")
        both.jar()
        assert [each for each in wire.request.headers if each[0] == "cookie"] == [
            ("cookie", "session=C6; mark=C7")
        ]
        both.digest()
        assert wire.headers["authorization"] == "Digest D8"
        pair = client(package, wire, key="K1", mail="M2")
        pair.usual()
        assert (wire.headers["x-key"], wire.headers["x-mail"]) == ("K1", "M2")


def test_servers_have_variables_and_operations_may_live_elsewhere(tmp_path: Path) -> None:
    with imported("servers", tmp_path) as package:
        wire = Wire()
        client(package, wire).usual()
        assert wire.request.url == "https://eu.example.com/v1/usual"
        api = client(package, wire, region="us", base_path="v2")
        api.usual()
        assert wire.request.url == "https://us.example.com/v2/usual"
        api.upload()
        assert wire.request.url == "https://uploads.example.com/upload"
        api.stored.get()
        assert wire.request.url == "https://us.storage.example.com/main/stored"
        client(package, wire, region="us").stored.store()
        assert wire.request.url == "https://us.example.com/intake/stored"
        api.lost()
        assert wire.request.url == "https://us.example.com/v2/lost"
        given = client(package, wire, base_url="http://localhost:1")
        given.upload()
        assert wire.request.url == "http://localhost:1/upload"
        assert "`https://sandbox.example.com/v1`" in given.__init__.__doc__


def test_a_server_variable_takes_its_documented_values_only(tmp_path: Path) -> None:
    with imported("servers", tmp_path) as package:
        errors = importable(package, "errors")
        for value in ("xx", "a.evil.com/"):
            for url in (None, "http://localhost:1"):
                with pytest.raises(errors.ConfigurationError, match="one of `eu`, `us`"):
                    client(package, Wire(), region=value, base_url=url)


def test_servers_are_found_where_the_document_names_none_for_all(tmp_path: Path) -> None:
    with imported("servers-own", tmp_path) as package:
        wire = Wire()
        api = client(package, wire)
        for name, url in (
            ("first", "https://first.example.com/v1/first"),
            ("second", "https://second.example.com/second"),
            ("near", "https://first.example.com/v2/near"),
        ):
            getattr(api, name)()
            assert wire.request.url == url


def test_servers_are_relative_to_what_the_document_says_it_is(tmp_path: Path) -> None:
    with imported("servers-relative", tmp_path) as package:
        wire = Wire()
        client(package, wire).usual()
        assert wire.request.url == "https://example.com/api/v1/usual"
        client(package, wire).far()
        assert wire.request.url == "https://far.example.com/far"


def test_paths_that_differ_after_the_hash_stay_distinct(tmp_path: Path) -> None:
    with imported("operation-names", tmp_path) as package:
        wire = Wire()
        made = client(package, wire)
        made.start()
        assert wire.request.url == "https://example.com/"
        made.search.get_kind_old(q="x")
        assert wire.request.url == "https://example.com/search?kind=old&q=x"
        made.search.search_sorted("a b", q="x")
        assert wire.request.url == "https://example.com/search?kind=a%20b&sort=up&q=x"
        made.search.search_all()
        assert wire.request.url == "https://example.com/search"
        made.search.search_here()
        assert wire.request.url == "https://example.com/no-slash"
        fake = importable(package, "testing").FakeTransport()
        faked = client(package, fake)
        faked.search.get_kind_old(q="x")
        faked.search.search_sorted("a b")
        faked.search.search_here()
        faked.stop()
        assert [each.operation for each in fake.requests] == [
            "search.get_kind_old", "search.search_sorted", "search.search_here", "stop"
        ]  # fmt: skip
        made.users.import_("1")
        assert (wire.request.method, wire.request.url) == ("DELETE", "https://example.com/users/1")
        made.close_.get()
        assert wire.request.url == "https://example.com/close"


def test_openapi_3_2_is_read(tmp_path: Path) -> None:
    with imported("openapi-3.2", tmp_path) as package:
        wire = Wire()
        made = client(package, wire)
        made.books.copy()
        assert wire.request.method == "COPY"
        wire.answer = Answer(b"[]", "application/json", 200)
        made.books.query(title="t")
        assert (wire.request.method, wire.body) == ("QUERY", b'{"title":"t"}')
        wire.answer = Answer(b'{"bookTitle": "b"}', "application/json", 200)
        assert made.books.replace(book_title="a").book_title == "b"
        assert wire.body == b'{"bookTitle":"a"}'
        wire.answer = Answer(b'data: {"bookTitle": "a"}\n\n', "text/event-stream", 200)
        assert [each.book_title for each in made.books.watch(since="s", kinds=["a", "b"])] == ["a"]
        assert wire.request.url.endswith("/books?since=s&kinds=a&kinds=b")


def test_a_whole_query_is_one_argument(tmp_path: Path) -> None:
    with imported("openapi-3.2", tmp_path) as package:
        wire = Wire()
        made = client(package, wire)
        made.search(selector={"book_title": "a&b"}, session="a=b/c")
        assert wire.request.url.endswith("/search?%7B%22bookTitle%22%3A%22a%26b%22%7D")
        assert wire.headers["cookie"] == "session=a=b/c"
        made.find_books(path="$.a[0]")
        assert wire.request.url.endswith("/search?%24.a%5B0%5D")
        made.delete_books(filters={"x": "1", "y": "a b"})
        assert wire.request.url.endswith("/search?x=1&y=a%20b")
        fake = importable(package, "testing").FakeTransport()
        client(package, fake).delete_books(filters={"x": "1"})
        assert fake.requests[-1].query == {"x": "1"}


@pytest.mark.parametrize("method", ["books.watch", "log.get"])
def test_items_of_a_stream_are_checked_against_the_contract(method: str, tmp_path: Path) -> None:
    with imported("openapi-3.2", tmp_path) as package:
        wire, gaps = Wire(), list[Any]()
        made = client(package, wire, on_contract_gap=gaps.append)
        events = method == "books.watch"
        text = b'data: {"bookTitle": 1}\n\n' if events else b'{"bookTitle": 1}\n'
        wire.answer = Answer(text, "text/event-stream" if events else "application/jsonl", 200)
        list(made.books.watch(since="s") if events else made.log.get())
        assert [(each.kind, each.path, each.model) for each in gaps] == [
            ("wrong type", "$.bookTitle", "Book")
        ]


def test_names_and_paging_of_other_generators_count(tmp_path: Path) -> None:
    with imported("annotated", tmp_path) as package:
        wire = Wire()
        made = client(package, wire, tenant_id="t", x_region="eu", garden_id="g")
        pages = [b'{"data": [{"plantName": "a"}], "next": "n"}', b'{"data": [{"plantName": "b"}]}']
        sent: list[Any] = []

        def send(request: Any) -> Answer:
            sent.append(request)
            return Answer(pages.pop(0), "application/json", 200)

        wire.send = send  # type: ignore[method-assign]
        titles = [each.title for each in made.garden.plants.all(search_terms="rose")]
        assert titles == ["a", "b"]
        assert sent[-1].url.endswith("/plants?after=n&q=rose&tenant_id=t")
        pages[:] = [b'{"items": [{"plantName": "a", "kind": 3}]}', b'{"items": []}']
        assert [each.species for each in made.garden.seeds.every(sort_by="name")] == [3]
        assert "s=name" in sent[-1].url
        pages[:] = [b'{"data": [{"size": 1}], "following": "/gardens/g/beds?p=2"}', b'{"data": []}']
        assert [each.size for each in made.gardens.beds.list()] == [1]
        pages[:] = [
            b'{"value": [{"pot": {"width": 1}}], "@odata.nextLink": "/machines?p=2"}',
            b'{"value": []}',
        ]
        assert [each.pot.width for each in made.machines.list(top=1)] == [1]
        assert sent[-1].url.endswith("/machines?p=2")
        pages[:] = [b'{"running": 2}']
        assert made.machines.state().running == 2
        pages[:] = [b'{"watered": 7}']
        assert made.plants.water(litres=3) == 7
        assert json.loads(sent[-1].content) == {"l": 3}


def test_what_can_have_one_value_alone_is_sent_without_being_asked_for(tmp_path: Path) -> None:
    with imported("enumerations", tmp_path) as package:
        wire = Wire()
        client(package, wire).reactions.create(content="+1")
        assert json.loads(wire.body) == {"content": "+1", "kind": "reaction"}


def test_operations_without_a_resource_are_methods_of_the_client(tmp_path: Path) -> None:
    with imported("client-methods", tmp_path) as package:
        wire = Wire()
        made = client(package, wire)
        own = {name for name in dir(type(made)) if not name.startswith("_")}
        assert own >= {"embed", "embed_v2", "chat", "close_", "request_", "str", "list", "things"}
        assert own >= {"count_things", "sum_things"}
        wire.answer = Answer(json.dumps({"root": {"id": "r"}}).encode(), "application/json", 200)
        assert made.request_().root.id == "r"
        raw = made.raw_response(made.request_)
        assert raw.parse().root.id == "r" and raw.status == 200
        other = made.with_options(default_query={"a": "b"})
        other.request_()
        assert wire.request.url == "https://words.example/v1/v1/request?a=b"
        made.request_()
        assert wire.request.url == "https://words.example/v1/v1/request"
        wire.answer = Answer(b'data: {"root": {"id": "s"}}\n\n', "text/event-stream", 200)
        assert [each.root.id for each in made.chat(text="t", stream=True)] == ["s"]
        wire.answer = Answer(b'{"list": [{"id": "c"}]}', "application/json", 200)
        assert [each.id for each in made.list()] == ["c"]
        assert made.things is made.things
