"""Whether a measure meets its target: rows that do not are marked in the results."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .timing import Measure

_TARGETS: Final[dict[str, Callable[[Measure], bool]]] = {
    "100 log entries, bytes → models": lambda m: (
        m.ratio("ours") <= 1.1 and m.ratio("ours [fast]") <= 0.8
    ),
    "1,000 mixed route elements": lambda m: m.ratio("ours") <= 1.4,
    "`logs.get`, in-process transport": lambda m: m.ratio("ours") <= 0.4,
    "iterate 1,000 logs at 100 a page, loopback": lambda m: m.ratio("ours") <= 1.05,
    "the same, 20 ms a response": lambda m: m.ratio("ours") >= 5,
    "async, 64 tasks, 640 calls": lambda m: (
        m.ratio("ours, httpx") <= 1 / 1.6 and m.ratio("ours, aiohttp") <= 1 / 10
    ),
    "async on aiohttp, 640 calls, from 1 task to 64": lambda m: m.ratio("64 tasks") <= 1.05,
    "`import cloudflare_ai`": lambda m: m.values["ours"] <= 10,
    "client + first method": lambda m: m.ratio("ours") <= 1.15,
    "second client in a process": lambda m: m.values["ours"] < 1,
    "memory after the first method": lambda m: m.values["ours"] <= m.values["httpx"] + 2,
    "`mypy --strict` cold on a four-line program": lambda m: m.ratio("ours") <= 1.8,
    "wheel; files; classes": lambda m: (
        m.values["wheel, kB"] <= 150 and m.values["classes of models"] <= 120
    ),
}


def describe_target(measure: Measure) -> str:
    """Return the target of a measure for its row; a measure without a test of its target is an error."""
    is_met = _TARGETS[measure.name](measure)
    return measure.target if is_met else f"{measure.target} (**missed**)"
