"""Answers held against the contract."""

import copy
import json
import threading
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workshop._core.compiled_schema import SchemaCompiler
from workshop._core.contract import Contract, Gap, find_gaps, load_contract, make_checker
from workshop.errors import APIResponseValidationError, ContractError

DOCUMENT = json.loads(files("workshop").joinpath("_contract.json").read_bytes())
CONTRACT = Contract(DOCUMENT)
TOOL = DOCUMENT["operations"]["tools.get"]["responses"]["200"]["application/json"]["example"]


def gaps_of(schema: dict[str, Any], value: Any) -> list[tuple[str, str]]:
    mismatches = find_gaps(CONTRACT.compile(schema), value, model="op")
    return [(gap.kind, str(gap)) for gap in mismatches]


def named(name: str) -> dict[str, Any]:
    return {"$ref": f"#/schemas/{name}"}


def tool(**changes: Any) -> dict[str, Any]:
    body = copy.deepcopy(TOOL)
    body["result"] |= changes
    return body


def response_gaps(body: Any) -> list[Gap]:
    return CONTRACT.find_response_gaps("tools.get", 200, "application/json", body)


def test_the_documented_example_has_no_gap() -> None:
    assert response_gaps(TOOL) == []


@pytest.mark.parametrize(
    ("changes", "kind", "text"),
    [
        ({"id": 5}, "wrong type", "$.result.id: expected string, found number"),
        ({"id": None}, "null", "$.result.id: expected string, found null"),
        ({"price": "1"}, "wrong type", "$.result.price: expected number, found string"),
        ({"price": True}, "wrong type", "$.result.price: expected number, found boolean"),
        ({"count": 1.5}, "wrong type", "$.result.count: expected integer, found number"),
        ({"state": "lost"}, "unknown enum value", '$.result.state: expected one of "new", "worn", found "lost"'),
        ({"bought_at": "monday"}, "wrong type", "$.result.bought_at: expected date-time, found string"),
        ({"owner": []}, "wrong type", "$.result.owner: expected object, found array"),
        ({"owner": {}}, "missing member", "$.result.owner.name: expected string, found nothing"),
        ({"color": 1}, "unknown member", "$.result.color: expected no such member, found number"),
        ({"sizes": {"a b": "x"}}, "wrong type", '$.result.sizes["a b"]: expected number, found string'),
        ({"parts": [{"type": "bolt", "length": 1}, {"type": "bolt"}]}, "missing member",
         "$.result.parts[1].length: expected number, found nothing"),
        ({"parts": [{"type": "nut"}]}, "unknown variant",
         '$.result.parts[0].type: expected one of "bolt", "assembly", found "nut"'),
        ({"parts": [{"type": ["bolt"]}]}, "unknown variant",
         '$.result.parts[0].type: expected one of "bolt", "assembly", found [string]'),
        ({"parts": [{}]}, "missing member",
         '$.result.parts[0].type: expected one of "bolt", "assembly", found nothing'),
        ({"parts": [5]}, "wrong type", "$.result.parts[0]: expected Bolt or Assembly, found number"),
        ({"parts": [{"type": "assembly", "parts": [{"type": "bolt", "length": ""}]}]}, "wrong type",
         "$.result.parts[0].parts[0].length: expected number, found string"),
    ],
)  # fmt: skip
def test_each_kind_of_gap(changes: dict[str, Any], kind: str, text: str) -> None:
    assert [(gap.kind, str(gap)) for gap in response_gaps(tool(**changes))] == [(kind, text)]


@pytest.mark.parametrize(
    "changes",
    [{"price": None}, {"count": 2.0}, {"price": 3}, {"notes": {"a": None}}, {"parts": []}],
)
def test_what_is_allowed(changes: dict[str, Any]) -> None:
    assert response_gaps(tool(**changes)) == []


def test_what_the_documents_require_and_the_api_leaves_out() -> None:
    body = tool()
    del body["result"]["origin"]
    assert response_gaps(body) == []


def test_the_model_and_the_field_of_a_gap() -> None:
    (gap,) = response_gaps(tool(parts=[{"type": "bolt", "length": ""}]))
    assert (gap.model, gap.field) == ("Bolt", "length")
    (gap,) = response_gaps({"result": TOOL["result"], "success": "yes"})
    assert (gap.model, gap.field) == ("tools.get", "success")


def test_an_envelope_may_carry_all_its_members() -> None:
    assert response_gaps({**TOOL, "errors": [], "messages": None}) == []
    assert [gap.path for gap in response_gaps({**TOOL, "took": 1})] == ["$.took"]


def test_merged_schemas() -> None:
    assert gaps_of(named("Marked"), {"name": "x", "mark": True}) == []
    assert gaps_of(named("Marked"), {"name": 1, "other": 2}) == [
        ("missing member", "$.mark: expected boolean, found nothing"),
        ("wrong type", "$.name: expected string, found number"),
        ("unknown member", "$.other: expected no such member, found number"),
    ]


def test_a_reference_with_company() -> None:
    schema = {"type": "object", "properties": {"o": {**named("Owner"), "x-secret": True}}}
    (gap,) = find_gaps(CONTRACT.compile(schema), {"o": {"name": 5}}, model="op")
    assert (gap.path, gap.sample, gap.model) == ("$.o.name", "***", "Owner")


def test_variants_that_share_members() -> None:
    schema = {
        "type": "object",
        "properties": {"id": {"type": "string"}},
        "required": ["id"],
        "anyOf": [named("Text"), named("Vector")],
    }
    assert gaps_of(schema, {"id": "1", "response": "x"}) == []
    assert gaps_of(schema, {"response": "x"}) == [
        ("missing member", "$.id: expected string, found nothing")
    ]


def test_a_schema_that_holds_itself_in_company() -> None:
    schemas = {
        "Tree": {
            "type": "object",
            "properties": {"left": {"allOf": [named("Tree")], "x-optional": True}},
            "required": ["left"],
        }
    }
    node = Contract({"operations": {}, "schemas": schemas}).compile(named("Tree"))
    assert find_gaps(node, {"left": {"left": {}}}, model="op") == []
    (gap,) = find_gaps(node, {"left": {"left": 5}}, model="op")
    assert gap.path == "$.left.left"


@pytest.mark.parametrize(
    ("value", "gaps"),
    [
        ({"response": "x"}, []),
        ({"data": [1, 2]}, []),
        ([{"label": "a", "score": 1}], []),
        (None, []),
        ({"response": 5}, [("wrong type", "$.response: expected string, found number")]),
        ({"data": [1, "2"], "shape": []}, [("wrong type", "$.data[1]: expected number, found string")]),
        ({"data": [], "more": 1}, [("unknown member", "$.more: expected no such member, found number")]),
        ([{"label": "a"}], [("missing member", "$[0].score: expected number, found nothing")]),
        ({"sound": "x"}, [("unknown variant", "$: expected Text or Vector or array, found {sound: string}")]),
        (5, [("wrong type", "$: expected Text or Vector or array, found number")]),
    ],
)  # fmt: skip
def test_a_union_reports_against_the_variant_that_fits_best(value: Any, gaps: list[Any]) -> None:
    assert gaps_of(named("Output"), value) == gaps


def test_null_where_no_variant_takes_it() -> None:
    assert gaps_of({"anyOf": [named("Text"), named("Vector")]}, None) == [
        ("null", "$: expected Text or Vector, found null")
    ]


def test_true_is_not_one() -> None:
    assert gaps_of({"enum": [1, "a"]}, True) == [
        ("unknown enum value", '$: expected one of 1, "a", found true')
    ]
    assert gaps_of({"enum": [1.0]}, 1) == []


def test_null_next_to_the_values_of_an_enumeration() -> None:
    assert gaps_of({"type": ["string", "null"], "enum": ["a"]}, None) == []
    assert gaps_of({"type": "string", "enum": ["a"]}, None) == [
        ("null", '$: expected one of "a", found null')
    ]


def test_ranges_of_statuses_and_the_default() -> None:
    answers = {"2XX": {"application/json": {"schema": {"type": "string"}}}, "default": {}}
    contract = Contract({"operations": {"op": {"responses": answers}}})
    assert [str(gap) for gap in contract.find_response_gaps("op", 207, "application/json", 5)] == [
        "$: expected string, found number"
    ]
    assert contract.find_response_gaps("op", 302, "application/json", 5) == []


def test_tuples() -> None:
    schema = {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "number"}}
    assert gaps_of(schema, ["a", 1, 2]) == []
    assert [text for _, text in gaps_of(schema, [1, "a"])] == [
        "$[0]: expected string, found number",
        "$[1]: expected number, found string",
    ]


def test_bounds_are_compared_when_asked_for() -> None:
    schema = {"type": "string", "minLength": 2, "pattern": "^a"}
    assert gaps_of(schema, "b") == []
    mismatches = find_gaps(Contract(DOCUMENT, requests=True).compile(schema), "b", model="op")
    assert [str(gap) for gap in mismatches] == [
        '$: expected at least 2 characters, found "b"',
        '$: expected text like ^a, found "b"',
    ]


def test_what_only_the_other_direction_has_is_not_missed() -> None:
    schema = {
        "type": "object",
        "required": ["id", "pin"],
        "properties": {"id": {"type": "integer", "readOnly": True}, "pin": {"writeOnly": True}},
    }
    assert gaps_of(schema, {"id": 1}) == []
    assert gaps_of(schema, {"pin": "1"})[0][1] == "$.id: expected integer, found nothing"
    node = Contract(DOCUMENT, requests=True).compile(schema)
    assert find_gaps(node, {"pin": "1"}, model="op") == []
    assert (
        str(find_gaps(node, {"id": 1}, model="op")[0]) == "$.pin: expected any value, found nothing"
    )


def test_tags_that_are_no_text() -> None:
    kinds = [{"$ref": "#/schemas/One"}, {"$ref": "#/schemas/Yes"}]
    tags = {"1": "#/schemas/One", "true": "#/schemas/Yes"}
    named = {
        "One": {"type": "object", "properties": {"k": {"const": 1}}},
        "Yes": {"type": "object", "properties": {"k": {"const": True}}},
    }
    contract = Contract({"operations": {}, "schemas": named})
    schema = {"oneOf": kinds, "discriminator": {"propertyName": "k", "mapping": tags}}
    for value in (1, True):
        assert find_gaps(contract.compile(schema), {"k": value}, model="op") == []
    (gap,) = find_gaps(contract.compile(schema), {"k": [2]}, model="op")
    assert gap.kind == "unknown variant"


SIDE = {"type": "string", "enum": ["left", "right"]}


@pytest.mark.parametrize(
    ("members", "value", "is_right"),
    [
        ({"side": SIDE}, {"side": "left", "a": 1}, True),  # both variants have all values
        ({"side": SIDE}, {"side": "right", "b": 1}, True),
        ({"side": SIDE}, {"side": "up", "a": 1}, False),
        ({}, {"a": 1}, True),  # no variant has the member
        ({"side": {"type": "string"}}, {"side": "A", "a": 1}, True),
        ({"side": {"type": "string"}}, {"side": "A", "b": 1}, False),
    ],
)
def test_a_discriminator_counts_where_it_chooses(
    members: dict[str, Any], value: dict[str, Any], is_right: bool
) -> None:
    def variant(name: str) -> dict[str, Any]:
        properties = {**members, name: {"type": "integer"}}
        return {"type": "object", "properties": properties, "required": list(properties)}

    schemas = SchemaCompiler({"A": variant("a"), "B": variant("b")}, requests=True)
    variants = [{"$ref": "#/schemas/A"}, {"$ref": "#/schemas/B"}]
    node = schemas.compile({"oneOf": variants, "discriminator": {"propertyName": "side"}})
    assert (find_gaps(node, value, model="") == []) is is_right


def test_statuses_and_media_types() -> None:
    def kinds(*answer: Any) -> list[tuple[str, str]]:
        return [(gap.kind, str(gap)) for gap in CONTRACT.find_response_gaps(*answer)]

    assert kinds("tools.delete", 204, "", None) == []
    assert kinds("models.run", 200, "image/png", None) == []
    assert kinds("tools.get", 200, "Application/JSON; charset=utf-8", TOOL) == []
    assert kinds("tools.get", 202, "application/json", {}) == [
        ("undocumented status", "$: expected status 200, found status 202")
    ]
    assert kinds("tools.get", 200, "text/html", None) == [
        ("undocumented media type", "$: expected application/json, found text/html")
    ]
    assert kinds("tools.get", 200, "", TOOL)[0][0] == "undocumented media type"


@pytest.mark.parametrize("media_type", ["text/event-stream", "application/x-ndjson; charset=utf-8"])
def test_the_events_of_a_stream(media_type: str) -> None:
    event = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}

    def describe_gaps(schema: Any, data: Any, **others: Any) -> list[str]:
        media = {media_type.partition(";")[0]: {"schema": schema}, **others}
        operations = {"talk": {"responses": {"200": media}}}
        gaps = Contract({"operations": operations}).find_response_gaps(
            "talk", 200, media_type, data
        )
        return [str(gap) for gap in gaps]

    assert describe_gaps(event, {"n": 1}) == []
    assert describe_gaps(event, {"n": "1"}) == ["$.n: expected integer, found string"]
    assert describe_gaps(event, "text")[0] == "$: expected object, found string"
    # What is said of the whole answer is not said of an event.
    assert (
        describe_gaps({"type": "string"}, {"n": "1"}) == describe_gaps({"type": "array"}, 1) == []
    )
    assert describe_gaps(event, {"n": "1"}, **{"application/json": {"schema": event}}) == []


SECRETS = ("hunter2", 12345678901)


@pytest.mark.parametrize("secret", SECRETS)
def test_samples_hold_no_secret(secret: Any) -> None:
    for body in (tool(pin=[secret]), tool(token=secret), tool(parts=[{"type": "x", "k": secret}])):
        (gap,) = response_gaps(body)
        assert str(secret) not in repr(gap)
    (gap,) = response_gaps(tool(pin=7))
    assert gap.sample == "***"


def test_no_gap_in_or_within_a_secret_shows_a_value() -> None:
    inner = {"type": "object", "properties": {"e": {"enum": ["a"]}, "n": {"type": "number"}}}
    for schema in (
        {"type": "string", "enum": ["a"], "x-secret": True},
        {"type": "string", "maxLength": 2, "x-secret": True},
    ):
        node = Contract(DOCUMENT, requests=True).compile(schema)
        (gap,) = find_gaps(node, "hunter2", model="op")
        assert (gap.actual, gap.sample) == ("***", "***")
    node = CONTRACT.compile({**inner, "x-secret": True})
    first, second = find_gaps(node, {"e": "hunter2", "n": "hunter2"}, model="op")
    assert (first.actual, first.sample) == ("***", "***")
    assert (second.actual, second.sample) == ("string", "***")


def test_samples_are_short() -> None:
    (gap,) = response_gaps(tool(state="x" * 1000))
    assert len(gap.sample) < 70
    (gap,) = response_gaps(tool(state={str(n): n for n in range(100)}))
    assert len(gap.sample) < 200


def test_strict_raises_for_the_first_gap() -> None:
    strict = make_checker("workshop", True, None)
    strict.check("tools.get", 200, "application/json", TOOL)
    with pytest.raises(
        ContractError,
        match=r"^\$\.result\.price: expected number, found string \[tools\.get, 200\]$",
    ) as e:
        strict.check("tools.get", 200, "application/json", tool(price="1", zoo=1))
    assert (e.value.path, e.value.status) == ("$.result.price", 200)
    assert isinstance(e.value, APIResponseValidationError)


def test_an_operation_that_the_contract_does_not_have_is_not_checked() -> None:
    make_checker("workshop", True, None).check("request", 200, "text/html", object())


def test_each_kind_of_gap_is_reported_once() -> None:
    describe_gaps: list[Gap] = []
    watch = make_checker("workshop", False, describe_gaps.append)
    for price in ("1", "2", [], None):
        watch.check("tools.get", 200, "application/json", tool(price=price, id=None))
    watch.check("tools.get", 200, "application/json", tool(id=5))
    assert [(gap.field, gap.kind, gap.sample) for gap in describe_gaps] == [
        ("id", "null", "null"),
        ("price", "wrong type", '"1"'),
        ("id", "wrong type", "5"),
    ]
    assert len(describe_gaps) == 3
    make_checker("workshop", False, describe_gaps.append).check(
        "tools.get", 200, "application/json", tool(id=5)
    )
    assert len(describe_gaps) == 4


def test_telling_from_many_threads() -> None:
    describe_gaps: list[Gap] = []
    watch = make_checker("workshop", False, describe_gaps.append)
    body = tool(price="1")
    threads = [
        threading.Thread(target=watch.check, args=("tools.get", 200, "application/json", body))
        for _ in range(16)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(describe_gaps) == 1


def test_strict_and_the_hook_together() -> None:
    describe_gaps: list[Gap] = []
    with pytest.raises(ContractError):
        make_checker("workshop", True, describe_gaps.append).check(
            "tools.get", 200, "text/html", None
        )
    assert [gap.kind for gap in describe_gaps] == ["undocumented media type"]


def test_the_contract_is_read_once() -> None:
    assert load_contract("workshop") is load_contract("workshop")


PLACES = ["id", "price", "count", "state", "bought_at", "owner", "pin", "sizes", "parts"]
WRONG = {"id": [None, 1, []], "price": ["x", {}], "count": ["1", 0.5], "state": ["old", 3],
         "bought_at": ["now", 5], "owner": ["x", None], "pin": [1], "sizes": [[], {"a": "b"}],
         "parts": [{}, [{"type": "bolt"}], [{"type": "???"}], [[]]]}  # fmt: skip


@given(st.data())
def test_every_mutation_is_found_where_it_is(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(PLACES), unique=True))
    changes = {name: data.draw(st.sampled_from(WRONG[name])) for name in names}
    extra = data.draw(st.sets(st.sampled_from(["zz", "x y", "class"])))
    body = tool(**changes, **dict.fromkeys(extra, 1))
    missing = data.draw(st.sampled_from([(), ("price",), ("id", "price")]))
    for name in missing:
        del body["result"][name]
    paths = {gap.path.removeprefix("$.result") for gap in response_gaps(body)}
    for name in (set(changes) | extra | set(missing)) - {"x y"}:
        assert any(path.startswith(f".{name}") for path in paths), (name, paths)
    assert ('["x y"]' in paths) == ("x y" in extra)
    assert len(paths) == len(set(changes) | extra | set(missing))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_nothing_that_comes_breaks_the_comparison(value: Any) -> None:
    for name in ("Tool", "Part", "Output", "Marked"):
        for gap in find_gaps(CONTRACT.compile(named(name)), value, model="op"):
            assert gap.path.startswith("$")
    assert gaps_of({}, value) == []
