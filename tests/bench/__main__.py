"""`nox -s bench`: measure generator and client, print the tables, keep them in RESULTS.md.

`nox -s bench -- generator`, `-- client` or `-- load` measures one and keeps the other tables as they are.
"""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from . import generating
from .targets import describe_target
from .timing import Measure

RESULTS = Path(__file__).with_name("RESULTS.md")
HEAD = """# Benchmarks

Written by `nox -s bench` on a machine that others used as well: ratios within one table are what counts.
{machine}

"""
CLIENT = """## The client

Contestants take turns in one run; ratios are given against the first of each row. They are of time or size: less is better
(0.5 × the time is 2 × the calls). Starting, decoding and calls in process are measured in CPU time. Peers: `cloudflare` 5.9.0
and openapi-python-client's output of our spec. The optional JSON parser is installed, and our client uses it in
every row with a server or a transport; decoding is given with and without.

Ten pages with eight in flight take two rounds, so 5 × is the ceiling of `prefetch=8`, before any work of our own.

| measure | target | figures |
|---|---|---|
"""


def main() -> int:
    """Measure what the command line names, print it, and write it down."""
    parts = {
        "generator": _measure_generator,
        "client": _measure_client,
        "load": _measure_load,
    }
    wanted = sys.argv[1:] or list(parts)
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    known = dict(zip(parts, text.split("\n## ")[1:], strict=False))
    sections = [
        measure() if name in wanted else f"## {known.get(name, '')}".rstrip() + "\n"
        for name, measure in parts.items()
    ]
    machine = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}."
    RESULTS.write_text(HEAD.format(machine=machine) + "\n".join(sections), encoding="utf-8")
    return 0


def _measure_generator() -> str:
    lines: list[str] = []
    for line in generating.rows():
        print(line, file=sys.stderr)
        lines.append(line)
    return generating.HEAD.format(rounds=generating.ROUNDS) + "\n".join(lines) + "\n"


def _measure_load() -> str:
    from . import load

    lines: list[str] = []
    for line in load.rows():
        print(line, file=sys.stderr)
        lines.append(line)
    return load.HEAD + "\n".join(lines) + "\n"


def _measure_client() -> str:
    with tempfile.TemporaryDirectory() as folder:
        rows = [_print_row(measure) for measure in _all(Path(folder))]
    return CLIENT + "\n".join(rows) + "\n"


def _all(folder: Path) -> Iterator[Measure]:
    from . import calling, decoding, starting  # these need the peers of the client
    from .peers import other_client

    other = other_client(folder)
    yield from decoding.measures(other)
    yield from calling.in_process(other)
    yield from calling.paging()
    yield from calling.concurrent()
    yield from starting.measures()


def _print_row(measure: Measure) -> str:
    row = f"| {measure.name} | {describe_target(measure)} | {'; '.join(_figures(measure))} |"
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
