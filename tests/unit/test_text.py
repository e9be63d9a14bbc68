"""Splitting names into words, and counting in words."""

from __future__ import annotations

import pytest

from generator.text import format_times, pluralize, split_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("get3DModelById", "get 3d model by id"),
        ("models-3d", "models 3d"),
        ("enable2FA", "enable 2fa"),
        ("s3s", "s3s"),
        ("last_24h", "last 24h"),
        ("v2Data", "v2 data"),
        ("oauth2Token", "oauth2 token"),
        ("b2bOrder", "b2b order"),
        ("mp3Files", "mp3 files"),
    ],
)
def test_a_number_stays_with_its_word(name: str, words: str) -> None:
    assert split_words(name) == words.split()


def test_one_thing_is_reported_in_the_singular() -> None:
    assert [pluralize(number, "error") for number in (0, 1, 2)] == [
        "0 errors",
        "1 error",
        "2 errors",
    ]


def test_once_is_a_word() -> None:
    assert [format_times(number) for number in (1, 2)] == ["once", "2 times"]
