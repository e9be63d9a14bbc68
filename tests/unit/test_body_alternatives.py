"""Request bodies with several media types: every one of them can be sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from test_schemas import lowered

from generator.diagnostics import Report
from generator.ir.operations import Body
from generator.ir.types import AnyOf, Binary, ListOf, Primitive

TEXT = {"type": "string"}
FILE = {"type": "string", "format": "binary"}


def object_of(*required: str, **properties: Any) -> dict[str, Any]:
    return {"schema": {"type": "object", "required": list(required), "properties": properties}}


def body(tmp_path: Path, report: Report | None = None, **content: Any) -> Body:
    media = {each.replace("__", "/").replace("_", "-"): value for each, value in content.items()}
    operation = {"requestBody": {"required": True, "content": media}, "responses": {}}
    made = lowered(tmp_path, {}, report, {"/a": {"post": operation}}).operations[0].body
    assert made is not None
    return made


def test_members_of_all_media_types_can_be_given(tmp_path: Path) -> None:
    made = body(
        tmp_path,
        application__json=object_of(
            "prompt", "image", prompt=TEXT, image=TEXT, n={"type": "integer"}
        ),
        multipart__form_data=object_of("prompt", "mask", prompt=TEXT, image=FILE, mask=FILE),
    )
    assert (made.media_type, made.others) == (
        "application/json",
        (("multipart/form-data", "multipart"),),
    )
    members = {each.name: (each.type, each.required) for each in made.members or ()}
    assert members == {
        "prompt": (Primitive("string"), True),
        "image": (AnyOf((Primitive("string"), Binary())), False),
        "n": (Primitive("integer"), False),
        "mask": (Binary(), False),
    }
    assert made.value_type is None


def test_a_body_without_members_can_be_given_as_a_whole(tmp_path: Path) -> None:
    made = body(tmp_path, application__json=object_of("a", a=TEXT), text__plain={"schema": TEXT})
    assert [(each.name, each.required) for each in made.members or ()] == [("a", False)]
    assert (made.value_type, made.value_media_type) == (
        AnyOf((Primitive("string"), Binary())),
        "text/plain",
    )
    assert made.others == (("text/plain", "text"),)


def test_members_come_before_a_list_in_json(tmp_path: Path) -> None:
    listed = {"schema": {"type": "array", "items": TEXT}}
    made = body(tmp_path, application__json=listed, multipart__form_data=object_of(file=FILE))
    assert made.kind == "multipart" and made.others == (("application/json", "json"),)
    assert made.value_type == ListOf(Primitive("string"))


def test_the_same_schema_needs_nothing_else(tmp_path: Path) -> None:
    report = Report()
    same = object_of("a", a=TEXT)
    made = body(
        tmp_path,
        report,
        application__json=same,
        application__x_www_form_urlencoded=same,
        application__xml=same,
    )
    assert [(each.name, each.required) for each in made.members or ()] == [("a", True)]
    assert made.others == (("application/x-www-form-urlencoded", "form"),)
    assert [each.message for each in report.findings] == [
        "`application/xml` is not written for this body; another media type is sent"
    ]
