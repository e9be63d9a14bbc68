"""Counting in words."""

from __future__ import annotations

from generator.text import format_times, pluralize


def test_one_thing_is_reported_in_the_singular() -> None:
    assert [pluralize(number, "error") for number in (0, 1, 2)] == [
        "0 errors",
        "1 error",
        "2 errors",
    ]


def test_once_is_a_word() -> None:
    assert [format_times(number) for number in (1, 2)] == ["once", "2 times"]
