"""The framings are pure: bytes in pieces → events."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workshop._core.framing import JSONLines, ServerSentEvent, ServerSentEvents


def parse(framing, *chunks: bytes) -> list[ServerSentEvent]:
    events = [event for chunk in chunks for event in framing.feed(chunk)]
    return events + framing.end()


def events_of(*chunks: bytes) -> list[ServerSentEvent]:
    return parse(ServerSentEvents(), *chunks)


def test_the_fields_of_an_event() -> None:
    text = b"event: move\nid: 7\nretry: 1500\ndata: {\ndata:  1}\n\n"
    assert events_of(text) == [ServerSentEvent("{\n 1}", "move", "7", 1500)]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_every_kind_of_line_end(end: bytes) -> None:
    lines = [b"data: a", b"data: b", b"", b": comment", b"data: c", b"", b""]
    assert [event.data for event in events_of(end.join(lines))] == ["a\nb", "c"]


def test_an_event_is_out_as_soon_as_its_empty_line_is_there() -> None:
    framing = ServerSentEvents()
    assert framing.feed(b"data: a\r\n") == []
    assert [event.data for event in framing.feed(b"\r")] == ["a"]
    assert framing.feed(b"\ndata: b\r\n") == []
    assert [event.data for event in framing.feed(b"\r\n")] == ["b"]


def test_what_is_no_event() -> None:
    assert events_of(b": keep-alive\n\nevent: ping\n\nid: 1\n\nretry: 5\n\nnonsense\n\n") == []


def test_the_id_lasts_and_the_type_does_not() -> None:
    text = b"id: 1\nevent: x\ndata: a\n\ndata: b\n\nid\ndata: c\n\nid: 2\0\ndata: d\n\n"
    assert [(event.id, event.event) for event in events_of(text)] == [
        ("1", "x"),
        ("1", "message"),
        ("", "message"),
        ("", "message"),
    ]


@pytest.mark.parametrize("retry", ["soon", "-1", "1.5", "٣", "9" * 5000, ""])
def test_a_retry_that_is_no_number_is_ignored(retry: str) -> None:
    assert events_of(f"retry: {retry}\ndata: a\n\n".encode())[0].retry is None


def test_a_byte_order_mark_is_ignored_at_the_beginning_only() -> None:
    mark = "\ufeff".encode()
    assert [event.data for event in events_of(mark + b"data: a\n\n")] == ["a"]
    assert [event.data for event in events_of(mark[:1], mark[1:], b"data: a\n\n")] == ["a"]
    assert events_of(b"\n" + mark + b"data: a\n\n") == []


def test_characters_that_are_cut_in_two() -> None:
    text = "data: Grüße, 世界 🌍\n\n".encode()
    assert [e.data for e in events_of(*(text[i : i + 1] for i in range(len(text))))] == [
        "Grüße, 世界 🌍"
    ]


def test_bytes_that_are_no_text_do_not_stop_the_stream() -> None:
    assert [event.data for event in events_of(b"data: \xff\n\ndata: b\n\n")] == ["\ufffd", "b"]


@pytest.mark.parametrize("rest", [b"data: b", b"data: b\n", b"data: b\r", b"data: b\r\n"])
def test_the_last_event_needs_no_empty_line(rest: bytes) -> None:
    assert [event.data for event in events_of(b"data: a\n\n", rest)] == ["a", "b"]


def test_only_one_space_goes_from_the_beginning_of_a_value() -> None:
    assert [event.data for event in events_of(b"data:a\ndata: b\ndata:  c\n\n")] == ["a\nb\n c"]


def test_empty_data_is_data() -> None:
    assert [event.data for event in events_of(b"data\n\ndata:\ndata:\n\n")] == ["", "\n"]


def cut(data: bytes, places: list[int]) -> list[bytes]:
    bounds = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[start:end] for start, end in zip(bounds, bounds[1:], strict=False)]


PLACES = st.lists(st.integers(min_value=0), max_size=20)
STREAMS = st.lists(
    st.sampled_from([b"data", b"event", b"id", b"retry", b":", b" ", b"\n", b"\r", b"7", b"\xef"])
    | st.sampled_from(["ü", "🌍", "\ufeff", "[DONE]"]).map(str.encode)
    | st.binary(max_size=4),
    max_size=60,
).map(b"".join)


@given(STREAMS, PLACES)
def test_any_pieces_give_the_same_events(data: bytes, places: list[int]) -> None:
    assert events_of(*cut(data, places)) == events_of(data)


@given(STREAMS, PLACES)
def test_any_pieces_give_the_same_lines(data: bytes, places: list[int]) -> None:
    assert parse(JSONLines(), *cut(data, places)) == parse(JSONLines(), data)


TEXT = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\n\0"))
EVENTS = st.lists(
    st.builds(
        ServerSentEvent,
        st.lists(TEXT, min_size=1, max_size=4).map("\n".join),
        TEXT.filter(bool),
        TEXT,
        st.none() | st.integers(0, 10**8),
    ),
    max_size=5,
)


@given(EVENTS, st.sampled_from(["\n", "\r", "\r\n"]), PLACES)
def test_what_was_written_is_read(
    events: list[ServerSentEvent], end: str, places: list[int]
) -> None:
    lines: list[str] = []
    for event in events:
        lines += [f"event: {event.event}", f"id: {event.id}", ": a comment"]
        lines += [f"retry: {event.retry}"] if event.retry is not None else []
        lines += [f"data: {line}" for line in event.data.split("\n")] + [""]
    data = "".join(line + end for line in lines).encode()
    assert events_of(*cut(data, places)) == events


def test_json_lines() -> None:
    chunks = (b'\xef\xbb\xbf{"a"', b": 1}\r", b"\n\n[2", b"]\n   \n", b'"3"')
    datas = [event.data for event in parse(JSONLines(), *chunks)]
    assert [json.loads(data) for data in datas] == [{"a": 1}, [2], "3"]


MARK = b"\x1e"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (MARK + b'{"a": 1}\n' + MARK + b"[2]\n", [{"a": 1}, [2]]),
        (MARK + b'{\n  "a": 1\n}\n' + MARK + b"[\n2\n,\n3]\n", [{"a": 1}, [2, 3]]),
        (MARK + b'{"a": [1]\r\n,"b": 2}\r\n' + MARK + b"3\r\n", [{"a": [1], "b": 2}, 3]),
        (MARK + b'{"a": 1}' + MARK + MARK + b'"x"', [{"a": 1}, "x"]),
        (MARK + b"\n\n" + MARK + b"null\n\n \n", [None]),
        (b'{"a": 1}\n' + MARK + b"2\n", [{"a": 1}, 2]),
        (b'{"a": 1}\r\n\r\n  {"b": 2}\r\n\t\r\n3', [{"a": 1}, {"b": 2}, 3]),
        (b"", []),
        (b"\n\r\n", []),
    ],
)
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_json_sequences_and_lines(data: bytes, expected: list[object], size: int) -> None:
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    assert [json.loads(event.data) for event in parse(JSONLines(), *chunks)] == expected


def test_a_record_that_is_cut_off_does_not_swallow_the_next() -> None:
    data = MARK + b'{"a": [1,\n' + MARK + b"2\n"
    assert [event.data for event in parse(JSONLines(), data)] == ['{"a": [1,', "2"]


def test_a_record_is_out_with_the_end_of_its_line() -> None:
    framing = JSONLines()
    assert [event.data for event in framing.feed(MARK + b'{"a": 1}\n')] == ['{"a": 1}']
    assert framing.feed(MARK + b'{\n  "a": 1\n') == []
    assert [event.data for event in framing.feed(b"}\n")] == ['{\n  "a": 1\n}']


def test_records_of_many_lines_are_parsed_a_few_times_only(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    loads = json.loads
    monkeypatch.setattr(json, "loads", lambda text: calls.append(len(text)) or loads(text))
    data = MARK + b"[[]" + b"\n,[]" * 10_000 + b"]\n"
    assert len(parse(JSONLines(), data)) == 1
    assert len(calls) < 30


@given(st.binary(max_size=40).map(lambda data: data.replace(b"a", MARK)), PLACES)
def test_any_pieces_give_the_same_records(data: bytes, places: list[int]) -> None:
    assert parse(JSONLines(), *cut(data, places)) == parse(JSONLines(), data)


@pytest.mark.parametrize(
    ("body", "data"),
    [
        (b'{"error": 1}', ['{"error": 1}']),
        (b'{\n\n"error": 1}\n', ['{\n"error": 1}']),
        (b"[1,\r\n2]", ["[1,\n2]"]),
        (b"<html>", []),
        (b"{" + b"x" * 70_000, []),  # more than an error has
        (b'{"noise": 1}\n\ndata: 1\n\n{"noise": 1}', ["1"]),
    ],
)
def test_json_in_place_of_events_is_one(body: bytes, data: list[str]) -> None:
    framing = ServerSentEvents()
    assert [each.data for each in framing.feed(body) + framing.end()] == data
