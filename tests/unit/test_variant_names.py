"""Variants of a union that are written in place are named after what distinguishes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.lowering.schemas.variant_names import name_variants
from generator.openapi.loading import load

_TEXT = {"type": "string"}


def _object(*members: str, **others: Any) -> dict[str, Any]:
    return {"type": "object", "properties": dict.fromkeys(members, _TEXT) | others}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


@pytest.mark.parametrize(
    ("variants", "names"),
    [
        ([_object("a", "x"), _object("b", "x")], ["a", "b"]),
        ([_list(_object("a", "x")), _list(_object("b", "x"))], ["a", "b"]),
        (
            [_object("role", "email"), _object("role")],
            ["email", "without email"],
        ),
        (
            [_object("role", "email"), _object("role", "phone"), _object("role")],
            ["email", "phone", "option 3"],
        ),
        (
            [_object(target=_object("id")), _object(target=_object("slug")), _object("target")],
            ["id", "slug", "option 3"],
        ),
        (
            [
                _object(error={"const": "authentication_method_not_allowed"}),
                _object(error={"const": "sign_up_not_allowed"}),
            ],
            ["authentication_method_not_allowed", "sign_up_not_allowed"],
        ),
        ([_object("a"), _object("a"), {"type": "null"}], ["option 1", "option 2", ""]),
        ([_object("a"), {"type": "null"}], ["", ""]),
    ],
    ids=[
        "a member",
        "a member of items",
        "one that is missing",
        "several are missing",
        "a member of a member",
        "long constants",
        "nothing",
        "null",
    ],
)
def test_a_variant_is_named_after_what_distinguishes_it(
    variants: list[dict[str, Any]], names: list[str], tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"openapi": "3.1.0", "x-a": variants}))
    source = load(tmp_path / "a.json", Report())
    assert source is not None
    assert name_variants([*(source.root / "x-a")], is_component=False) == names
