"""What it costs to start: imports, the first call, memory, the size of the package. In fresh processes."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from .timing import Measure

ROOT = Path(__file__).resolve().parents[2]
TRANSPORT = """
import httpx
mock = httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200, json={"result": {"id": "g"}, "success": True})))
"""
PROGRAMS = {
    "httpx": TRANSPORT + 'mock.get("https://api.example/accounts/a/ai-gateway/gateways/g").json()',
    "ours": TRANSPORT + "from cloudflare_ai import CloudflareAI\n"
    'CloudflareAI(api_token="t", account_id="a", http_client=mock).ai_gateway.get("g")',
    "cloudflare": TRANSPORT + "from cloudflare import Cloudflare\n"
    'Cloudflare(api_token="t", http_client=mock).ai_gateway.get("g", account_id="a")',
}
IMPORTS = {
    "ours": "import cloudflare_ai",
    "httpx": "import httpx",
    "cloudflare": "import cloudflare",
}
# Time of the processor: nothing here waits, and on a shared machine the clock measures the neighbours.
CLOCK = "import time; began = time.process_time()\n{}\nprint((time.process_time() - began) * 1e6)"
MEMORY = '{}\nprint(int(open("/proc/self/status").read().split("VmRSS:")[1].split()[0]) * 1024)'
SECOND = {
    "ours": 'from cloudflare_ai import CloudflareAI as C\nC(api_token="t").ai_gateway.logs',
    "cloudflare": 'from cloudflare import Cloudflare as C\nC(api_token="t").ai_gateway.logs',
}


def measures() -> Iterator[Measure]:
    """Import, first call, second client, memory, type checking, size."""
    yield _times(
        "`import cloudflare_ai`",
        "≤ 10 ms, no network library",
        {k: CLOCK.format(v) for k, v in IMPORTS.items()},
    )
    yield _times(
        "client + first method",
        "≤ 1.15 × a bare httpx program",
        {k: CLOCK.format(v) for k, v in PROGRAMS.items()},
    )
    yield _times(
        "second client in a process",
        "< 1 ms",
        {k: f"{v}\n{CLOCK.format(v.split(chr(10))[1])}" for k, v in SECOND.items()},
    )
    yield _numbers(
        "memory after the first method",
        "httpx + 2 MB",
        {k: MEMORY.format(v) for k, v in PROGRAMS.items()},
        "MB",
        1e6,
    )
    yield _mypy()
    yield _size()


def _run(program: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(ROOT / "generated" / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def _times(name: str, target: str, programs: dict[str, str], rounds: int = 15) -> Measure:
    return _numbers(name, target, programs, "ms", 1e3, rounds)


def _numbers(
    name: str, target: str, programs: dict[str, str], unit: str, scale: float, rounds: int = 7
) -> Measure:
    times_by_program: dict[str, list[float]] = {each: [] for each in programs}
    for _ in range(rounds):
        for each, program in programs.items():
            times_by_program[each].append(_run(program) / scale)
    return Measure(
        name,
        target,
        unit,
        next(iter(programs)),
        {k: statistics.median(v) for k, v in times_by_program.items()},
    )


FOUR_LINES = {
    "httpx": 'import httpx\nclient = httpx.Client()\nanswer = client.get("https://api.example")\nprint(answer.status_code)\n',
    "ours": "from cloudflare_ai import CloudflareAI\nclient = CloudflareAI()\n"
    'log = client.ai_gateway.logs.get("1", gateway_id="g")\nprint(log.cost)\n',
    "cloudflare": "from cloudflare import Cloudflare\nclient = Cloudflare()\n"
    'log = client.ai_gateway.logs.get("1", gateway_id="g", account_id="a")\nprint(log.cost)\n',
}


def _mypy() -> Measure:
    times_by_program: dict[str, list[float]] = {each: [] for each in FOUR_LINES}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(3):
            for name, text in FOUR_LINES.items():
                program = Path(folder) / "program.py"
                program.write_text(text, encoding="utf-8")
                began = time.perf_counter()
                subprocess.run(
                    [
                        sys.executable,
                        "-m",
                        "mypy",
                        "--strict",
                        "--cache-dir=/dev/null",
                        str(program),
                    ],
                    env={"MYPYPATH": str(ROOT / "generated" / "src"), "PATH": "/usr/bin:/bin"},
                    capture_output=True,
                    check=True,
                )
                times_by_program[name].append(time.perf_counter() - began)
    return Measure(
        "`mypy --strict` cold on a four-line program",
        "≤ 1.8 × the same with httpx alone",
        "s",
        "httpx",
        {name: statistics.median(times) for name, times in times_by_program.items()},
    )


def _size() -> Measure:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                sys.executable,
                "-m",
                "pip",
                "wheel",
                "-q",
                "--no-deps",
                "-w",
                folder,
                str(ROOT / "generated"),
            ],
            check=True,
        )
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            names = archive.namelist()
            models = [archive.read(name).decode() for name in names if "/models/" in name]
        values = {
            "wheel, kB": wheel.stat().st_size / 1000,
            "files": float(len(names)),
            "classes of models": float(
                sum(len(re.findall(r"^class ", text, re.M)) for text in models)
            ),
        }
    return Measure("wheel; files; classes", "≤ 150 kB; no limit; ≤ 120", "", "wheel, kB", values)
