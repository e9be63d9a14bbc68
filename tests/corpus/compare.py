"""Our generator compared with others on large documents: CPU time, peak memory, and what importing the result costs.

    python tests/corpus/compare.py [NAME …]

Each generator runs in a process of its own, one after the other on each document: ours formats, openapi-python-client runs
without its hooks, openapi-generator (its jar from PyPI, if it can be
installed) as it is. Figures are of the processor (user and system), so that a busy machine does not decide.

What the result costs a program: importing it; then, of ours, a client and its first call through a fake transport with
httpx loaded before, how many of the modules of models that loads, compared with what `import httpx; httpx.Client()`
costs; of the others, importing the first operation. All with compiled files.
"""

from __future__ import annotations

import compileall
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from tests.corpus.one import operations_out  # noqa: E402
from tests.corpus.packages import Document, documents, openapi_generator_jar  # noqa: E402

BIG = (
    "stripe.com.json",
    "kubernetes.io.json",
    "docusign.net.json",
    "openai.com.json",
    "zoom.us.json",
    "api.github.com.json",
    "microsoft.com/graph.json",
)
SECONDS = 900
"""Of the processor, after which a generator is stopped."""
_BUILD = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
from generator import pipeline
from generator.diagnostics import Report
for path, text in pipeline.Compilation(Path({path!r}), Report()).tree.items():
    target = Path({folder!r}) / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text)
"""
_TIME = "import sys, time; sys.path.insert(0, {folder!r}); t = time.process_time(); {code}; print(time.process_time() - t)"
_RUNS = 6


def main() -> int:
    """Print a row for each document and generator."""
    compileall.compile_dir(
        ROOT / "generator", quiet=1
    )  # as the others were when they were installed
    wanted = sys.argv[1:] or BIG
    print(
        "| document | generator | CPU s | peak MB | operations | files | import ms "
        "| first call or operation ms | modules of models loaded | httpx alone ms |"
    )
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for name in wanted:
        for document in documents():
            if document.name == name:
                for label, row in _rows(document):
                    print(f"| {name} | {label} | {' | '.join(row)} |", flush=True)
    return 0


def _rows(document: Document) -> Iterator[tuple[str, list[str]]]:
    """The figures of each generator."""
    yield "ours", _ours(document)
    yield "openapi-python-client", _peer(document)
    yield "openapi-generator", _java(document)


def _ours(document: Document) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-c",
            _BUILD.format(root=str(ROOT), path=str(document.path), folder=folder),
        ]
        measured = _measured(command)
        source = Path(folder) / "src"
        package = next(iter(sorted(source.iterdir())), None) if source.is_dir() else None
        if package is None:
            return [*measured, "", "", "", "", "", ""]
        texts = [path.read_text() for path in (package / "resources").glob("*.py")]
        counted = [str(sum(map(operations_out, texts))), _files(source)]
        imported = _imported(source, f"import {package.name}")
        return [*measured, *counted, imported, *_first_call(source, package.name)]


def _first_call(folder: Path, package: str) -> list[str]:
    """Milliseconds of a client and its first call, models loaded of all, and milliseconds of httpx alone."""
    command = [sys.executable, str(HERE / "first.py"), str(folder), package]
    completed = subprocess.run(command, capture_output=True, text=True, check=False)
    call = completed.stdout.strip()
    if not call:
        return [f"fails: {completed.stderr.strip()[-60:]}", "", ""]
    runs: list[dict[str, float]] = []
    for _ in range(_RUNS):
        done = subprocess.run([*command, call], capture_output=True, text=True, check=False)
        if done.returncode:
            return [f"fails: {done.stderr.strip().splitlines()[-1][:60]}", "", ""]
        runs.append(json.loads(done.stdout))
    best = {key: min(run[key] for run in runs) for key in runs[0]}
    modules = sum(1 for _ in (folder / package / "models").glob("*.py")) - 1
    alone = _imported(folder, "import httpx; httpx.Client()")
    return [f"{best['call']:.1f}", f"{best['models']:.0f} of {modules}", alone]


def _peer(document: Document) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.yaml"
        config.write_text("post_hooks: []\npackage_name_override: peer\n")
        command = [
            str(Path(sys.executable).with_name("openapi-python-client")),
            "generate",
            "--meta",
            "none",
        ]
        command += [
            "--path",
            str(document.path),
            "--config",
            str(config),
            "--output-path",
            f"{folder}/peer",
        ]
        measured = _measured(command)
        modules = sorted(Path(folder, "peer", "api").rglob("*.py"))
        modules = [each for each in modules if each.stem != "__init__"]
        if not modules:
            return [*measured, "", "", "", "", "", ""]
        name = ".".join(modules[0].relative_to(folder).with_suffix("").parts)
        return [
            *measured,
            str(len(modules)),
            _files(Path(folder)),
            _imported(Path(folder), "import peer"),
            _imported(Path(folder), f"import {name}"),
            "",
            "",
        ]


def _java(document: Document) -> list[str]:
    jar = openapi_generator_jar()
    if jar is None:
        return ["not installed", "", "", "", "", "", "", ""]
    with tempfile.TemporaryDirectory() as folder:
        command = ["java", "-jar", str(jar), "generate", "-g", "python", "--skip-validate-spec"]
        command += [
            "--additional-properties",
            "packageName=peer",
            "-i",
            str(document.path),
            "-o",
            folder,
        ]
        measured = _measured(command)
        if not Path(folder, "peer").is_dir():
            return [*measured, "", "", "", "", "", ""]
        imported = _imported(Path(folder), "import peer")
        return [*measured, "", _files(Path(folder, "peer")), imported, "", "", ""]


def _measured(command: list[str]) -> list[str]:
    """CPU seconds and peak memory of a command."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)),
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    failed = f" (exit {process.returncode})" if process.returncode else ""
    return [f"{usage.ru_utime + usage.ru_stime:.1f}{failed}", f"{usage.ru_maxrss // 1024}"]


def _files(folder: Path) -> str:
    return str(sum(1 for _ in folder.rglob("*.py")))


def _imported(folder: Path, code: str) -> str:
    """The shortest of several runs in milliseconds, with compiled files; "fails" where it does."""
    compile_all = [sys.executable, "-m", "compileall", "-qq", str(folder)]
    subprocess.run(
        compile_all, check=False
    )  # not in this process: its memory counts for those that it starts
    command = [sys.executable, "-c", _TIME.format(folder=str(folder), code=code)]
    milliseconds: list[float] = []
    for _ in range(_RUNS):
        done: Any = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            return f"fails: {done.stderr.strip().splitlines()[-1][:60]}"
        milliseconds.append(float(done.stdout) * 1000)
    return f"{min(milliseconds):.1f}"


if __name__ == "__main__":
    sys.exit(main())
