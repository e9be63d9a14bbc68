"""What is one thing to a reader is one line: facts, their order, and how many are shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.diff.compare_apis import compare
from generator.diff.folding import fold
from generator.diff.render_changes import Comparison, render_markdown, render_text, to_dict

from .description import GONE, SCHEMAS, changed, side

TEXT = {"type": "string"}
LOG, FILTER, STEP = (f"/components/schemas/{name}" for name in ("Log", "Filter", "Step"))
GET, PUT = "/paths/~1logs/get", "/paths/~1logs~1{id}/put"
DELETE = {"operationId": "delete_logs", "tags": ["logs"], "responses": {"204": {"description": ""}}}
LONE = {"type": "object", "properties": {"a": TEXT}}


def _texts(before: dict[str, Any], after: dict[str, Any], folder: Path) -> list[str]:
    old, new = (side(changed(each), folder, name) for each, name in ((before, "a"), (after, "b")))
    return [fact.text for fact in fold(compare(old, new))]


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (
            {"/paths/~1lone": {"post": {**DELETE, "operationId": "lone", "tags": ["lone"], "requestBody": {
                "content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Lone"}}}}}}},
             "/components/schemas/Lone": LONE},
            {},
            "`lone` (`POST /lone`) is gone, with `Lone`",
        ),
        ({}, {f"{LOG}/properties/x": TEXT, f"{LOG}/properties/y": TEXT},
         "the members `x` and `y` of `Log` are new and optional"),
        ({}, {f"{name}/properties/x": TEXT for name in (LOG, "/components/schemas/Start", "/components/schemas/End")},
         "the member `x` of `Log`, `Start` and `End` is new and optional"),
        ({}, {f"{LOG}/properties/state/enum": ["open", "shut", "lost", "new"]},
         "the member `state` of `Log` has the new values `lost` and `new`"),
        ({}, {f"{STEP}/description": "Other."}, "`Log`, `Step` and `Filter` are described differently"),
        ({}, {"/components/schemas/M1": LONE, "/components/schemas/M2": LONE}, "`M1` and `M2` are new"),
        ({}, {"/paths/~1logs~1{id}/delete": DELETE, "/paths/~1logs~1{id}/get": {**DELETE, "operationId": "get_logs"}},
         "`logs.delete` (`DELETE /logs/{id}`) and `logs.get` (`GET /logs/{id}`) are new"),
    ],
)  # fmt: skip
def test_changes_that_are_one_fact(
    before: dict[str, Any], after: dict[str, Any], text: str, tmp_path: Path
) -> None:
    texts = _texts(before, after, tmp_path)
    parameters = [each for each in texts if "parameter" in each]
    assert [each for each in texts if each not in parameters] == [text]


def test_a_model_for_both_directions_is_one_fact(tmp_path: Path) -> None:
    both = {f"{LOG}/properties/filter": {"$ref": "#/components/schemas/Filter"}}
    before, after = both, {**both, f"{FILTER}/properties/key/maxLength": 5}
    assert _texts(before, after, tmp_path) == [
        "the member `key` of `Filter` has `maxLength: 5` now, had `8`"
    ]


def _many(folder: Path) -> Comparison:
    names = [f"m{number}" for number in range(30)]
    old = changed(
        {
            f"{LOG}/properties/{name}": {"type": "string", "maxLength": n}
            for n, name in enumerate(names)
        }
    )
    new = changed({f"{LOG}/properties/{name}": {"type": "string", "maxLength": n + 1} for n, name in enumerate(names)}
                  | {"/paths/~1logs~1{id}/put": GONE, "/paths/~1logs~1{id}/delete": DELETE | {
                      "parameters": [{"name": "id", "in": "path", "required": True, "schema": TEXT}]}})  # fmt: skip
    return Comparison("a", "b", compare(side(old, folder, "a"), side(new, folder, "b")))


def test_the_summary_comes_first_and_what_matters_next(tmp_path: Path) -> None:
    lines = render_text(_many(tmp_path)).split("\n")
    assert (
        lines[0] == "a → b: 1 breaking for callers, 30 breaking for readers of results, 1 additive"
    )
    assert lines[2] == "the 10 that matter most"
    assert lines[3].startswith("  BREAKS CALLERS  `logs.update` (`PUT /logs/{id}`) is gone [")
    assert len(lines[3:13]) == 10
    assert lines[13:15] == ["", "logs"], "then by resource, models last"
    assert lines.index("models") > lines.index("logs")


def test_a_limit(tmp_path: Path) -> None:
    comparison = _many(tmp_path)
    text = render_text(comparison, 3)
    assert text.count("BREAKS") == 3
    assert text.endswith("\nand 29 more; --limit 0 shows all\n")
    assert render_text(comparison, 0).count("\n  ") == 32
    assert render_markdown(comparison, 3).endswith("And 29 more.\n")


def test_markdown_is_text_whatever_a_document_says(tmp_path: Path) -> None:
    name = "<img src=x>|[a](b)*_"
    new = changed({f"{LOG}/properties/{name}": TEXT}, {**changed({}), "components": {
        **changed({})["components"], "schemas": SCHEMAS}})  # fmt: skip
    changes = compare(side(changed({}), tmp_path, "a"), side(new, tmp_path, "b"))
    markdown = render_markdown(Comparison("a`b", "b", changes))
    (line,) = (each for each in markdown.split("\n") if "img" in each)
    assert f"`{name}`" in line, "in a code span it is shown as it is"
    assert "``a`b``" in markdown


def test_a_class_with_another_constant_is_no_renamed_one(tmp_path: Path) -> None:
    def model(kind: str) -> dict[str, Any]:
        return {"type": "object", "properties": {"kind": {"const": kind}, "size": TEXT}}

    def document(name: str, kind: str) -> dict[str, Any]:
        return {
            f"/components/schemas/{name}": model(kind),
            f"{LOG}/properties/part": {"$ref": f"#/components/schemas/{name}"},
        }

    renamed = _texts(document("A", "a"), document("B", "a"), tmp_path)
    assert "`A` is called `B` now" in renamed
    (tmp_path / "other").mkdir()
    other = _texts(document("A", "a"), document("B", "b"), tmp_path / "other")
    assert not any("is called" in text for text in other) and "`A` is gone" in other


def test_equal_changes_of_operations_are_one_fact(tmp_path: Path) -> None:
    before = {f"{each}/security": [{"key": []}, {"token": []}] for each in (GET, PUT)}
    after = {f"{each}/security": [{"token": []}] for each in (GET, PUT)}
    [text] = [each for each in _texts(before, after, tmp_path) if "by key" in each]
    assert text == "`logs.list` and `logs.update` can't be authenticated by key any more"


def test_nothing_is_said_twice_in_python(tmp_path: Path) -> None:
    old, new = (
        side(changed({f"{PUT}/requestBody/required": each}), tmp_path, str(each))
        for each in (False, True)
    )
    [fact] = [
        each for each in fold(compare(old, new)) if each.check == "request-body-became-required"
    ]
    assert fact.python == ""


def test_a_line_has_both_verdicts_and_the_formats_count_alike(tmp_path: Path) -> None:
    both = {f"{LOG}/properties/filter": {"$ref": "#/components/schemas/Filter"}}
    old, new = (
        side(changed(each), tmp_path, name)
        for each, name in ((both, "a"), ({**both, f"{FILTER}/properties/key": GONE}, "b"))
    )
    comparison = Comparison("a", "b", tuple(compare(old, new)))
    assert {"callers", "readers"} <= {each.verdict for each in comparison.changes}
    line = next(each for each in render_text(comparison).splitlines() if "`key`" in each)
    assert "BREAKS CALLERS" in line and "breaks readers, too" in line
    assert "breaks readers, too" in render_markdown(comparison)
    counts = to_dict(comparison)["counts"]
    assert sum(counts.values()) == len(fold(comparison.changes)) < len(comparison.changes)
