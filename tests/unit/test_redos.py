"""Regular expressions that Python could take forever over are told from those that it can't."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.openapi.patterns.redos import Ambiguous, check

FINE = [
    r"^[a-z]+$",
    r"(-[a-z]+)*",
    r"^([a-z0-9]+(-[a-z0-9]+)*)$",
    r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
    r"^([0-9A-F]{2}:){5}[0-9A-F]{2}$",
    r"^.+@.+\..+$",
    r"^(\d{1,3}\.){3}\d{1,3}$",
    r"^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])(?=.*[@!%*?]).{8,64}$",
    r"^[a-zA-Z0-9._%+-]{1,63}@[a-z]{2,10}$",
    r"^(https?|ftp)://[^\s/$.?#].[^\s]*$",
    r"^(foo|bar)*$",
    r"^$|^[a-z ]{0,30}$",
    r"^(AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT)$",
]
ENDLESS = [
    r"^(a|a|a|a)*b$",
    r"((a+))+$",
    r"(a*)*$",
    r"(\w+\s?)*$",
    r"(.*,)*x",
    r"^(([a-z])+.)+[A-Z]([a-z])+$",
    r"(a?){30}a{30}",
    r"(a|aa)+$",
    r"(x+x+)+y",
    r"([a-zA-Z]+)*\d",
    r"(?:a?b?a?)*c",
    r"(?i:(ab|AB|Ab)*)c",
    r"(é|[^a])*b",
    r".*.*.*.*.*.*.*=",
    r"(a)\1*$",
    "a?" * 40 + "a" * 40,
    "((((((a{7}){7}){7}){7}){7}){7}){7}",
]


@pytest.mark.parametrize("pattern", FINE)
def test_one_way_of_reading_is_fine(pattern: str) -> None:
    check(pattern)


@pytest.mark.parametrize("pattern", ENDLESS)
def test_ways_that_multiply_are_found(pattern: str) -> None:
    with pytest.raises(Ambiguous):
        check(pattern)


def atoms() -> st.SearchStrategy[str]:
    return st.sampled_from(["a", "b", "[ab]", ".", "[^a]"])


def larger(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    repeated = st.tuples(parts, st.sampled_from("*+?")).map(lambda each: f"(?:{each[0]}){each[1]}")
    joined = st.lists(parts, min_size=2, max_size=3).map("".join)
    return st.one_of(
        repeated, joined, st.tuples(parts, parts).map(lambda each: f"(?:{each[0]}|{each[1]})")
    )


@settings(max_examples=300, deadline=None)
@given(
    pattern=st.recursive(atoms(), larger, max_leaves=7),
    text=st.text("ab", min_size=18, max_size=18),
)
def test_what_passes_takes_no_time(pattern: str, text: str) -> None:
    try:
        check(pattern)
    except Ambiguous:
        return
    began = time.process_time()
    re.fullmatch(f"(?:{pattern})!", text)
    assert time.process_time() - began < 1  # what doubles takes hours
