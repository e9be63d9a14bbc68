"""`nox -s bench`: measure everything, print the table, keep it in RESULTS.md."""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from . import calling, decoding, starting
from .peers import other_client
from .timing import Measure

RESULTS = Path(__file__).with_name("RESULTS.md")
HEAD = """# Benchmarks

Written by `nox -s bench`. Contestants take turns in one run; what counts are the ratios, given against the
first of each row, because the machine is shared and noisy. Ratios are of time or size: less is better
(0.5 × the time is 2 × the calls). Starting is measured in time of the processor. Peers: `cloudflare` 5.9.0
and openapi-python-client's output of our spec. The optional JSON parser is installed, and our client uses it in
every row with a server or a transport; decoding is given with and without.

Ten pages with eight in flight take two rounds, so 5 × is the ceiling of `prefetch=8`, before any work of our own.

{machine}

| measure | target | figures |
|---|---|---|
"""


def main() -> int:
    """Measure, print, and write down."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [_told(measure) for measure in _all(Path(folder))]
    machine = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}."
    RESULTS.write_text(HEAD.format(machine=machine) + "\n".join(rows) + "\n", encoding="utf-8")
    return 0


def _all(folder: Path) -> Iterator[Measure]:
    other = other_client(folder)
    yield from decoding.measures(other)
    yield from calling.in_process(other)
    yield from calling.paging()
    yield from calling.concurrent()
    yield from starting.measures()


def _told(measure: Measure) -> str:
    row = f"| {measure.name} | {measure.target} | {'; '.join(_figures(measure))} |"
    print(row, file=sys.stderr)
    return row


def _figures(measure: Measure) -> Iterable[str]:
    for name, value in measure.values.items():
        shown = f"{name} {value:,.1f} {measure.unit}".rstrip()
        yield (
            shown
            if name == measure.base or not measure.unit
            else f"**{name} {measure.ratio(name):.2f} ×** ({value:,.1f} {measure.unit})"
        )


if __name__ == "__main__":
    sys.exit(main())
