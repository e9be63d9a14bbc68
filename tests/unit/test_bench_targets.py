"""The rows of the benchmarks' results that miss their target are marked as missed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bench.targets import describe_target
from tests.bench.timing import Measure

RESULTS = (Path(__file__).parents[1] / "bench" / "RESULTS.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([^|]+) \| ([^|]*\d[^|]*|no drop) \| (.*) \|$", RESULTS, re.MULTILINE)
CLIENT = [row for row in ROWS if ("; " in row[2] and "missed" in row[1]) or "**ours" in row[2]]


@pytest.mark.parametrize(("name", "target", "figures"), CLIENT, ids=[row[0] for row in CLIENT])
def test_a_row_says_whether_its_target_is_missed(name: str, target: str, figures: str) -> None:
    values: dict[str, float] = {}
    for part in figures.replace("**", "").split("; "):
        contestant, ratio, value = re.findall(r"^(.*?) (?:([\d.,]+) × \()?([\d.,]+)", part)[
            0
        ]  # the ratio is the more exact figure
        base = next(iter(values.values()), 0.0)
        exact = ratio and float(ratio.replace(",", "")) * base
        values[contestant] = exact or float(value.replace(",", ""))
    text = target.replace(" (**missed**)", "")
    measure = Measure(name, text, "", next(iter(values)), values)
    assert describe_target(measure) == target
