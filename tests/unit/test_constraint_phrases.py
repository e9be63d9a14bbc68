"""Constraints in English."""

import pytest

from generator.ir.types import Constraints
from generator.python.source.constraint_phrases import describe_constraints


@pytest.mark.parametrize(
    ("constraints", "phrase"),
    [
        ((), ""),
        ((("minLength", 1), ("maxLength", 64)), "1 to 64 characters"),
        ((("minLength", 3), ("maxLength", 3)), "Exactly 3 characters"),
        ((("minLength", 1),), "Not empty"),
        ((("minLength", 0),), ""),
        ((("minimum", 0),), "At least 0"),
        ((("maxItems", 1),), "At most 1 item"),
        ((("minimum", 1), ("exclusiveMinimum", True)), "More than 1"),
        ((("exclusiveMaximum", 5), ("multipleOf", 2)), "Less than 5, a multiple of 2"),
        ((("minLength", "many"), ("pattern", "a")), ""),
        ((("maximum", 9), ("default", "x")), 'At most 9. Default: "x"'),
        ((("default", '["x"]'),), 'Default: ["x"]'),
    ],
)
def test_constraints_are_described(constraints: Constraints, phrase: str) -> None:
    assert describe_constraints(constraints, False, "") == phrase


@pytest.mark.parametrize(("required", "description"), [(True, ""), (False, "The default is x.")])
def test_a_default_is_not_described_twice(required: bool, description: str) -> None:
    assert describe_constraints((("default", "x"),), required, description) == ""
