"""From recordings to differences to an overlay, and back: once it is accepted, nothing differs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.diagnostics import Report
from generator.openapi.loading import load
from generator.openapi.overlay import apply_overlays
from generator.reconcile.infer import infer_schema

from ..diff.description import GONE, changed

LOGS = "/paths/~1logs/get/responses/200/content/application~1json/schema"
DESCRIPTION = changed(
    {
        LOGS: {"type": "object", "required": ["result"], "properties": {"result": {"$ref": "#/components/schemas/Log"}}},
        "/components/schemas/Log/properties/kind": {"const": "log"},
        "/components/schemas/Log/properties/secret": {"type": "object", "x-secret": True},
        "/components/schemas/Log/properties/free": {"type": "object"},
        "/components/schemas/Log/properties/a~1b": {"type": "string"},
        "/components/schemas/Log/properties/step": {"anyOf": [{"type": "string"}, {"$ref": "#/components/schemas/Other"}]},
        "/x-envelope": {"success": "ok", "errors": "errors"},
        "/paths/~1logs/get/x-method": "list",
    }
)  # fmt: skip
GOOD: dict[str, Any] = {
    "id": "a", "state": "open", "next": {"type": "start"}, "cost": 3, "words": ["x"], "free": {"any": 1},
}  # fmt: skip


def _line(log: Any, **other: Any) -> dict[str, Any]:
    made = {
        "operation": "logs.list",
        "method": "GET",
        "path": "/logs",
        "status": 200,
        "media_type": "application/json",
    }
    return {**made, "response": {"result": log, "ok": True}, **other}


def _files(
    folder: Path, lines: list[dict[str, Any]], description: dict[str, Any] = DESCRIPTION
) -> tuple[str, str]:
    spec, recordings = folder / "api.json", folder / "seen.jsonl"
    spec.write_text(json.dumps(description, indent=1))
    recordings.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return str(recordings), str(spec)


def _differences(
    folder: Path,
    lines: list[dict[str, Any]],
    capsys: pytest.CaptureFixture[str],
    description: dict[str, Any] = DESCRIPTION,
) -> list[dict[str, Any]]:
    recordings, spec = _files(folder, lines, description)
    code = main(["reconcile", recordings, spec, "--format", "json"])
    differences: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["differences"]
    assert code == (1 if differences else 0)
    return differences


LOG = "/components/schemas/Log"
CASES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("null", "", f"{LOG}/properties/id", _line({**GOOD, "id": None})),
    ("null", "", f"{LOG}/properties/state", _line({**GOOD, "state": None})),
    ("null", "", f"{LOG}/properties/next", _line({**GOOD, "next": None})),
    ("null", "", f"{LOG}/properties/step", _line({**GOOD, "step": None})),
    ("null", "", f"{LOG}/properties/a~1b", _line({**GOOD, "a/b": None})),
    ("null", "", f"{LOG}/properties/words/items", _line({**GOOD, "words": ["x", None]})),
    ("unknown member", "new", LOG, _line({**GOOD, "new": {"deep": [1, 2.5]}})),
    ("unknown enum value", "", f"{LOG}/properties/state", _line({**GOOD, "state": "ajar"})),
    ("unknown enum value", "", f"{LOG}/properties/kind", _line({**GOOD, "kind": "entry"})),
    ("missing member", "state", LOG, _line({key: value for key, value in GOOD.items() if key != "state"})),
    ("missing member", "result", LOGS, _line(None, response={"ok": False})),
    ("wrong type", "string", f"{LOG}/properties/cost", _line({**GOOD, "cost": "3"})),
    ("undocumented status", "202", "/paths/~1logs/get", _line(GOOD, status=202)),
    ("undocumented media type", "text/csv", "/paths/~1logs/get/responses/200", _line(None, media_type="text/csv", response=None)),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "name", "pointer", "line"), CASES)
def test_a_difference_is_reported_and_its_overlay_mends_it(
    kind: str,
    name: str,
    pointer: str,
    line: dict[str, Any],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (differences,) = _differences(tmp_path, [_line(GOOD), line, line], capsys)
    assert (
        differences["kind"],
        differences["name"],
        differences["pointer"],
        differences["count"],
    ) == (
        kind,
        name,
        pointer,
        2,
    )
    assert differences["operations"] == ["logs.list"]
    assert differences["evidence"][0].startswith("seen.jsonl:2 $")
    assert f"api.json:{_line_of(tmp_path, pointer)}:" in differences["place"]

    overlay = tmp_path / "seen.overlay.yaml"
    report = Report()
    source = load(tmp_path / "api.json", report)
    assert source is not None
    source = apply_overlays(source, [overlay], report)
    assert source is not None and report.findings == ()
    assert _differences(tmp_path, [_line(GOOD), line, line], capsys, source.root.value) == []


def _line_of(folder: Path, pointer: str) -> int:
    source = load(folder / "api.json", Report())
    assert source is not None
    node = source.root
    for token in pointer.split("/")[1:]:
        node = node / token.replace("~1", "/")
    place = node.location()
    assert place is not None
    return place.line


def test_null_in_an_older_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = changed({"/openapi": "3.0.3"}, DESCRIPTION)
    line = _line({**GOOD, "id": None, "next": None})
    assert len(_differences(tmp_path, [line], capsys, old)) == 2
    assert "nullable" in (tmp_path / "seen.overlay.yaml").read_text()


def test_what_is_as_described_is_no_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        _line(GOOD),
        _line({**GOOD, "cost": 3.0, "secret": "***", "step": "text"}),
        _line(GOOD, response={"result": GOOD, "ok": True, "errors": []}),
        _line(GOOD, status=404, media_type="", response=None),
    ]
    assert _differences(tmp_path, lines, capsys) == []
    assert not (tmp_path / "seen.overlay.yaml").exists()


def test_a_member_that_the_description_knows_to_be_missing_at_times(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lenient = changed({f"{LOG}/properties/state/x-optional": True}, DESCRIPTION)
    line = _line({key: value for key, value in GOOD.items() if key != "state"})
    assert _differences(tmp_path, [line], capsys, lenient) == []


def test_true_is_not_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = changed({f"{LOG}/properties/number": {"enum": [0, 1]}}, DESCRIPTION)
    assert _differences(tmp_path, [_line({**GOOD, "number": 1})], capsys, listed) == []
    (differences,) = _differences(tmp_path, [_line({**GOOD, "number": True})], capsys, listed)
    assert differences["kind"] == "unknown enum value"


def test_secrets_are_not_evidence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (differences,) = _differences(tmp_path, [_line({**GOOD, "secret": 12345})], capsys)
    assert differences["kind"] == "wrong type" and "12345" not in json.dumps(differences)
    assert "12345" not in (tmp_path / "seen.overlay.yaml").read_text()


def test_a_variant_and_an_operation_that_nobody_described(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        _line({**GOOD, "next": {"type": "pause"}}),
        _line({}, operation="request", path="/elsewhere"),
    ]
    differences = _differences(tmp_path, lines, capsys)
    assert [each["kind"] for each in differences] == ["unknown variant", "undocumented operation"]
    assert "no change is proposed" in (tmp_path / "seen.overlay.yaml").read_text()


def test_a_call_without_a_method_is_known_by_its_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = {"operation": "request", "method": "PUT", "path": "/v4/logs/7", "status": 200,
            "media_type": "application/json", "response": 5}  # fmt: skip
    (differences,) = _differences(tmp_path, [line], capsys)
    assert differences["kind"] == "wrong type" and differences["pointer"].startswith(
        "/paths/~1logs~1{id}/put/responses/200"
    )


def test_an_overlay_can_be_accepted_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = _line({**GOOD, "cost": None, "state": "ajar", "odd": 1})
    assert len(_differences(tmp_path, [line], capsys)) == 3
    overlay = tmp_path / "seen.overlay.yaml"
    lines = overlay.read_text().splitlines()
    actions = [each for each in lines if each.startswith("  - {target: ")]
    assert len(actions) == 4, "one line each, and two where a type becomes a list"
    overlay.write_text("\n".join(each for each in lines if each not in actions[1:3]))
    report = Report()
    source = load(tmp_path / "api.json", report)
    assert source is not None
    source = apply_overlays(source, [overlay], report)
    assert source is not None and report.findings == ()
    (left,) = _differences(tmp_path, [line], capsys, source.root.value)
    assert left["kind"] == "null"


def test_a_description_in_several_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schemas = json.loads(
        json.dumps(DESCRIPTION["components"]["schemas"]).replace("#/components/schemas/", "#/")
    )
    split = changed(
        {"/components/schemas": GONE, f"{LOGS}/properties/result": {"$ref": "parts.json#/Log"}},
        DESCRIPTION,
    )
    split = json.loads(json.dumps(split).replace('"#/components/schemas/', '"parts.json#/'))
    (tmp_path / "parts.json").write_text(json.dumps(schemas, indent=1))
    (differences,) = _differences(tmp_path, [_line({**GOOD, "cost": None})], capsys, split)
    assert "parts.json:" in differences["place"] and differences["place"].endswith(
        "#/Log/properties/cost"
    )
    generated = ["generate", str(tmp_path / "api.json"), "--output", str(tmp_path / "out")]
    assert main([*generated, "--overlay", str(tmp_path / "seen.overlay.yaml")]) == 0
    models = "".join(
        path.read_text() for path in (tmp_path / "out" / "src" / "small" / "models").glob("*.py")
    )
    assert "cost: int | None" in models


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"status": "x"}', "\udcff", '{"status": 200, "version": 2}']
)
def test_recordings_that_are_none(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recordings, spec = _files(tmp_path, [])
    Path(recordings).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert main(["reconcile", recordings, spec]) == 2
    output = capsys.readouterr().err
    assert "seen.jsonl" in output and "Traceback" not in output


def test_a_folder_of_recordings_as_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, spec = _files(tmp_path, [])
    folder = tmp_path / "seen"
    folder.mkdir()
    (folder / "one.jsonl").write_text(json.dumps(_line({**GOOD, "cost": None})) + "\n\n")
    (folder / "two.jsonl").write_text(json.dumps(_line(GOOD)) + "\n")
    assert main(["reconcile", str(folder), spec]) == 1
    out = capsys.readouterr().out
    assert "null, once, in logs.list\n    one.jsonl:1 $.result.cost null\n" in out
    assert out.endswith("2 exchanges of 1 operation: 1 difference\n")
    assert main(["reconcile", str(tmp_path / "none"), spec]) == 2


def test_schemas_of_values() -> None:
    assert infer_schema([1, 2.5, None]) == {"type": ["number", "null"]}
    assert infer_schema([{"a": 1}, {"b": [True]}]) == {
        "type": "object",
        "properties": {
            "a": {"type": "integer"},
            "b": {"type": "array", "items": {"type": "boolean"}},
        },
    }


def test_types_of_one_member_become_one_action(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs = [{**GOOD, "cost": value} for value in (None, "1.5", True, None)]
    assert len(_differences(tmp_path, [_line(log) for log in logs], capsys)) == 3
    overlay = (tmp_path / "seen.overlay.yaml").read_text(encoding="utf-8")
    actions = [line for line in overlay.splitlines() if line.startswith("  - {target")]
    assert len([line for line in actions if ".cost" in line]) == 2  # type removed, and set
    recordings, spec = str(tmp_path / "seen.jsonl"), tmp_path / "api.json"
    source = load(spec, Report())
    assert source is not None
    applied = apply_overlays(source, [tmp_path / "seen.overlay.yaml"], Report())
    assert applied is not None
    (tmp_path / "new.json").write_text(json.dumps(applied.root.value))
    assert main(["reconcile", recordings, str(tmp_path / "new.json")]) == 0


def test_an_undocumented_status_gets_the_schema_of_its_body(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = _line(None, status=202, response={"queued": True, "order": 7})
    assert [each["kind"] for each in _differences(tmp_path, [line], capsys)] == [
        "undocumented status"
    ]
    overlay = (tmp_path / "seen.overlay.yaml").read_text(encoding="utf-8")
    assert '"order": {"type": "integer"}' in overlay


@pytest.mark.parametrize(
    "name", ["a\n  - {target: $, remove: true}", "b\u2028c", "\x1b[31mred", "d\r- x"]
)
def test_a_response_writes_no_action_and_controls_no_terminal(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recordings, spec = _files(tmp_path, [_line({**GOOD, name: 1})])
    main(["reconcile", recordings, spec])
    printed = capsys.readouterr()
    assert all(line.isprintable() for line in printed.out.split("\n"))
    overlay = (tmp_path / "seen.overlay.yaml").read_text(encoding="utf-8")
    assert all(line.isprintable() for line in overlay.split("\n"))
    actions = [line for line in overlay.splitlines() if line.startswith("  - ")]
    assert len(actions) == 1 and actions[0].startswith('  - {target: "$.components.schemas.Log"')


def test_an_overlay_that_the_settings_name_is_not_proposed_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (differences,) = _differences(tmp_path, [_line({**GOOD, "cost": None})], capsys, DESCRIPTION)
    assert differences
    (tmp_path / "seen.overlay.yaml").rename(tmp_path / "kept.yaml")
    (tmp_path / "openapi-client.toml").write_text('overlays = ["kept.yaml"]\n')
    assert not _differences(tmp_path, [_line({**GOOD, "cost": None})], capsys, DESCRIPTION)
