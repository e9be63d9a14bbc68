"""Servers that deviate from a document in any way: the proposed overlay makes it describe what they send.

After it is applied, the same recordings reconcile to nothing and the client's strict mode finds no gap.
"""

from __future__ import annotations

import contextlib
import copy
import io
import json
import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from cloudflare_ai._core.compiled_schema import FORMATS
from cloudflare_ai._core.contract import Contract
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.__main__ import main
from generator.diagnostics import Report
from generator.openapi.loading import load
from generator.openapi.overlay import apply_overlays
from generator.pipeline import Compilation, Options
from generator.reconcile import mismatches

JSON = "application/json"


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _document(version: str) -> dict[str, Any]:
    nullable = (
        {"type": "string", "nullable": True} if version == "3.0.3" else {"type": ["string", "null"]}
    )
    only = {"enum": ["order"], "type": "string"} if version == "3.0.3" else {"const": "order"}
    error = {"description": "x", "content": {JSON: {"schema": _ref("Error")}}}
    return {
        "openapi": version,
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example"}],
        "paths": {
            "/orders": {
                "get": {
                    "operationId": "getOrders",
                    "tags": ["orders"],
                    "x-resource": "orders",
                    "x-method": "read",
                    "responses": {
                        "200": {"description": "x", "content": {JSON: {"schema": _ref("Order")}}},
                        "404": {"$ref": "#/components/responses/Failed"},
                    },
                }
            }
        },
        "components": {
            "responses": {"Failed": error},
            "schemas": {
                "Error": {"type": "object", "required": ["message"], "properties": {"message": {"type": "string"}}},
                "Base": {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}},
                "Order": {
                    "allOf": [
                        _ref("Base"),
                        {
                            "type": "object",
                            "required": ["state", "lines"],
                            "properties": {
                                "state": {"type": "string", "enum": ["open", "shut"]},
                                "kind": only,
                                "made": {"type": "string", "format": "date-time"},
                                "day": {"type": "string", "format": "date"},
                                "note": nullable,
                                "lines": {"type": "array", "items": _ref("Line")},
                                "counts": {"type": "object", "additionalProperties": {"type": "integer"}},
                                "either": {"anyOf": [{"type": "string"}, _ref("Line")]},
                                "step": _ref("Step"),
                                "free": {},
                            },
                        },
                    ]
                },
                "Line": {"type": "object", "required": ["sku"], "properties": {"sku": {"type": "string"}, "price": {"type": "number"}, "any-Of": {"type": "boolean"}}},
                "Step": {"oneOf": [_ref("Start"), _ref("End")], "discriminator": {"propertyName": "type"}},
                "Start": {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}, "at": {"type": "integer"}}},
                "End": {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}, "ok": {"type": "boolean"}}},
            },
        },
    }  # fmt: skip


GOOD: dict[str, Any] = {
    "id": 1, "state": "open", "kind": "order", "made": "2026-01-01T00:00:00Z", "day": "2026-01-01", "note": None,
    "lines": [{"sku": "a", "price": 1.5, "any-Of": True}, {"sku": "b"}], "counts": {"a": 1}, "either": "x",
    "step": {"type": "Start", "at": 1}, "free": [1, {"a": 2}],
}  # fmt: skip
ODD: list[Any] = [
    None, True, 0, 7, 2.5, "", "odd", "it's", "2026-01-01", "2026-13-01T99:00", "2026-01-01T00:00:00+01:00", [], [1], ["a", None], {}, {"a": 1},
    {"sku": 5}, {"a": {"b": [{"c": None}, {"c": 1}]}}, {f"k{n}": n for n in range(40)}, {f"k-{n}": {"v": n} for n in range(40)},
    {"2026-01-01": 1, "2026-01-02": 2, "2026-01-03": None}, {"type": "Pause"}, {"type": "Pause", "for": 3}, {"type": "End", "ok": "yes"},
    {"type": 5}, {"anyOf": 1, "0": 2, "a/b": 3, "a~b": 4, "it's": 5, "new\nline": 6},
]  # fmt: skip
STATUSES = [200, 200, 200, 200, 201, 202, 204, 400, 404, 500]
MEDIA_TYPES = [JSON, JSON, JSON, JSON, "", "text/csv", "application/problem+json", "image/png"]


def _deviate(value: Any, chance: random.Random) -> Any:
    """Return a value in which members may be changed, missing, or more."""
    if chance.random() < 0.07:
        return copy.deepcopy(chance.choice(ODD))
    if isinstance(value, dict):
        deviating = {
            name: _deviate(member, chance)
            for name, member in value.items()
            if chance.random() > 0.05
        }
        if chance.random() < 0.15:
            odd = chance.choice(ODD)
            deviating |= odd if isinstance(odd, dict) and chance.random() < 0.5 else {"extra": odd}
        return deviating
    if isinstance(value, list):
        return [_deviate(each, chance) for each in value]
    return value


def _exchange(chance: random.Random) -> dict[str, Any]:
    status = chance.choice(STATUSES)
    media_type = chance.choice(MEDIA_TYPES)
    body = _deviate({"message": "no"} if status >= 400 else GOOD, chance)
    return {
        "operation": "orders.read", "method": "GET", "path": "/orders", "status": status,
        "media_type": media_type, "response": body if "json" in media_type else None,
    }  # fmt: skip


def _reconcile(folder: Path, document: Any, name: str) -> list[dict[str, Any]]:
    spec = folder / f"{name}.json"
    spec.write_text(json.dumps(document))
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        code = main(
            ["reconcile", str(folder / "seen.jsonl"), str(spec), "--overlay", str(folder / f"{name}.overlay.yaml"), "--format", "json"]
        )  # fmt: skip
    result = json.loads(printed.getvalue())
    assert result["version"] == 1 and code in (0, 1)
    differences: list[dict[str, Any]] = result["differences"]
    return differences


INDESCRIBABLE = ("no JSON", "empty body", "invalid JSON")


def check(folder: Path, exchanges: list[dict[str, Any]], version: str) -> None:
    """Reconcile, apply what is proposed, reconcile again, and ask strict mode."""
    (folder / "seen.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in exchanges))
    document = _document(version)
    differences = _reconcile(folder, document, "before")
    if not differences:
        return
    report = Report()
    source = load(folder / "before.json", report)
    assert source is not None
    source = apply_overlays(source, [folder / "before.overlay.yaml"], report)
    overlay = (folder / "before.overlay.yaml").read_text()
    assert source is not None and not report.findings, (
        [each.message for each in report.findings],
        overlay,
    )
    targets = [line for line in overlay.splitlines() if "update:" in line]
    places = [line.split(", update:")[0] for line in targets]
    assert len(set(places)) == len(places), overlay
    left = _reconcile(folder, source.root.value, "after")
    assert [each for each in left if each["kind"] not in INDESCRIBABLE] == [], (left, overlay)
    _check_strict(folder, exchanges, source.root.value, overlay)


def _check_strict(
    folder: Path, exchanges: list[dict[str, Any]], document: Any, overlay: str
) -> None:
    report = Report()
    api = Compilation(
        folder / "before.json", report, Options(overlays=(folder / "before.overlay.yaml",))
    ).api
    assert api is not None
    contract = Contract(api.contract)
    for each in exchanges:
        if each["response"] is None and "json" in each["media_type"]:
            continue
        body = each["response"] if each["media_type"] else b""
        body = b"x" if body is None else body
        gaps = contract.find_response_gaps("orders.read", each["status"], each["media_type"], body)
        assert gaps == [], (gaps, overlay)


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(
    seed=st.integers(0, 2**32),
    number=st.integers(1, 6),
    version=st.sampled_from(["3.0.3", "3.1.0"]),
)
def test_what_a_server_sends_can_be_described(seed: int, number: int, version: str) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        check(Path(folder), [_exchange(chance) for _ in range(number)], version)


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize("odd", ODD, ids=lambda each: json.dumps(each)[:30])
def test_each_member_can_be_anything(tmp_path: Path, odd: Any, version: str) -> None:
    exchanges = []
    for name in GOOD:
        exchanges.append({**_exchange(random.Random(0)), "status": 200, "media_type": JSON})
        exchanges[-1]["response"] = {**GOOD, name: odd}
    check(tmp_path, exchanges, version)


def test_forty_names_are_a_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = {**GOOD, "sizes": {f"size-{number}": {"pixels": number} for number in range(40)}}
    line = {**_exchange(random.Random(0)), "status": 200, "media_type": JSON, "response": body}
    (tmp_path / "seen.jsonl").write_text(json.dumps(line))
    _reconcile(tmp_path, _document("3.1.0"), "before")
    overlay = (tmp_path / "before.overlay.yaml").read_text()
    assert (
        '{"type": "object", "additionalProperties": {"type": "object", "properties": {"pixels"'
        in overlay
    )


def test_a_failure_gets_the_response_that_it_fits(tmp_path: Path) -> None:
    line = {
        **_exchange(random.Random(0)),
        "status": 409,
        "media_type": JSON,
        "response": {"message": "no"},
    }
    (tmp_path / "seen.jsonl").write_text(json.dumps(line))
    _reconcile(tmp_path, _document("3.1.0"), "before")
    overlay = (tmp_path / "before.overlay.yaml").read_text()
    assert '{"409": {"$ref": "#/components/responses/Failed"}}' in overlay


@pytest.mark.parametrize(
    ("kind", "expected"), [("", "no JSON"), ("empty", "empty body"), ("text", "invalid JSON")]
)
def test_a_body_that_is_no_json_is_reported_and_changes_no_schema(
    kind: str, expected: str, tmp_path: Path
) -> None:
    line = {
        **_exchange(random.Random(0)),
        "status": 200,
        "media_type": JSON,
        "response": None,
        "response_kind": kind,
    }
    (tmp_path / "seen.jsonl").write_text(json.dumps(line))
    (finding,) = _reconcile(tmp_path, _document("3.1.0"), "before")
    assert finding["kind"] == expected
    assert "no change is proposed" in (tmp_path / "before.overlay.yaml").read_text()


def test_a_body_that_is_null_makes_the_schema_nullable(tmp_path: Path) -> None:
    line = {
        **_exchange(random.Random(0)),
        "status": 200,
        "media_type": JSON,
        "response": None,
        "response_kind": "json",
    }
    (tmp_path / "seen.jsonl").write_text(json.dumps(line))
    (finding,) = _reconcile(tmp_path, _document("3.1.0"), "before")
    assert finding["kind"] == "null"
    assert "null" in (tmp_path / "before.overlay.yaml").read_text()


def test_the_formats_are_those_of_strict_mode() -> None:
    assert {name: each.pattern for name, each in mismatches.FORMATS.items()} == {
        name: each.pattern for name, each in FORMATS.items()
    }
