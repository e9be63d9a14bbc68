"""Every command of the project. `nox -l` lists them; `nox -s NAME -- ARGUMENTS` runs one.

Without `-s` it checks that the client is as generated, lints, checks types and runs all tests.

Sessions with the same needs share an environment below `.nox/`: `generator` (what the generator needs), `release` (and
what building and publishing needs) and `test` (and what the tests need). An environment is made when a session first
needs it, and installed again when pyproject.toml lists something else.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2024.4.15"
nox.options.default_venv_backend = (
    "none"  # `run` makes the environments, so that sessions can share them
)
nox.options.sessions = ["check", "lint", "types", "tests"]

PYPROJECT = nox.project.load_toml("pyproject.toml")
GENERATOR = tuple(PYPROJECT["project"]["dependencies"])
NEEDS = {
    "generator": GENERATOR,
    "release": (*GENERATOR, *nox.project.dependency_groups(PYPROJECT, "release")),
    "test": (*GENERATOR, *nox.project.dependency_groups(PYPROJECT, "test")),
    "bench": (*GENERATOR, *nox.project.dependency_groups(PYPROJECT, "test", "bench")),
}
SIZES = {"generator": 100, "release": 210, "test": 800, "bench": 850}
"""Megabytes of each environment, roughly; shown before they are installed."""


def run(session: nox.Session, environment: str, *command: str, **variables: str) -> None:
    """Run a Python module in an environment, which is made before if need be.

    Args:
        session: the session.
        environment: one of NEEDS.
        command: the module and its arguments.
        variables: environment variables to set.
    """
    python = _prepare(session, environment)
    folder = str(python.parent)
    path = os.pathsep.join((folder, os.environ.get("PATH", "")))
    session.run(str(python), "-m", *command, env={**variables, "PATH": path}, external=True)


def _prepare(session: nox.Session, environment: str) -> Path:
    """Return the Python of an environment that has all that it needs."""
    if sys.version_info < (3, 11):
        session.error(f"this needs Python 3.11 or later; nox runs on {sys.version.split()[0]}")
    folder = Path(".nox", environment).resolve()
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    needs = sorted(NEEDS[environment])
    if _is_prepared(environment):
        return python
    session.log(
        f"installing what `{environment}` needs into .nox/{environment} (about {SIZES[environment]} MB); "
        "this takes as long as the package index needs, once"
    )
    session.run(sys.executable, "-m", "venv", "--clear", str(folder), external=True, silent=True)
    session.run(str(python), "-m", "pip", "install", "-q", *needs, external=True)
    (folder / "installed.txt").write_text(_describe_environment(environment))
    return python


def _is_prepared(environment: str) -> bool:
    """Whether an environment exists and has all that it needs."""
    stamp = Path(".nox", environment, "installed.txt")
    return stamp.is_file() and stamp.read_text() == _describe_environment(environment)


def _describe_environment(environment: str) -> str:
    """Return a digest of what an environment has to contain."""
    parts = [sys.version, *sorted(NEEDS[environment])]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@nox.session
def generate(session: nox.Session) -> None:
    """Regenerate the client from the spec; arguments go to `python -m generator generate`."""
    run(session, "generator", "generator", "generate", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Fail if the client in generated/ is not what the spec gives, and show the difference."""
    run(session, "generator", "generator", "check", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run all tests; arguments go to pytest (`-- tests/client -k paging`)."""
    if not session.posargs:
        session.log(
            "all tests, in two processes: unit tests, the cases called against their fakes, two package indexes and "
            "a browser on loopback, the type checkers; about ten minutes on two cores"
        )
    run(session, "test", "pytest", *(session.posargs or ("-n", "2", "--dist", "loadfile")))


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of generator, client and usage scripts with mypy and pyright, both strict."""
    run(session, "test", "pytest", "tests/typing", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style of the hand-written code; `-- --fix` fixes what can be fixed."""
    run(session, "test", "black", *(() if "--fix" in session.posargs else ("--check",)), "-q", ".")
    run(session, "test", "ruff", "check", *session.posargs, ".")


@nox.session
def goldens(session: nox.Session) -> None:
    """Write the expected files of tests/cases and tests/refusals; read the diff before you commit it."""
    run(session, "test", "tests.goldens", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure the client against its peers and write tests/bench/RESULTS.md."""
    client = str(Path("generated/src").resolve())
    run(session, "bench", "tests.bench", *session.posargs, PYTHONPATH=client)


@nox.session
def diff(session: nox.Session) -> None:
    """Show what changed since a revision and whom it breaks (`-- HEAD~1`)."""
    run(session, "generator", "generator", "diff", *session.posargs)


@nox.session
def release(session: nox.Session) -> None:
    """Propose the next version and its changelog entry; `-- --write` writes them."""
    run(session, "generator", "generator", "release", *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Build sdist, wheel and bill of materials of the client into dist/, the same bytes every time."""
    run(session, "release", "generator.publishing", "build", *session.posargs)


@nox.session
def publish(session: nox.Session) -> None:
    """Test, build, upload and try the client on the index that TWINE_REPOSITORY_URL names (`-- --dry-run`)."""
    is_question = {"-h", "--help"} & set(session.posargs)
    # It runs the tests before it uploads; help needs less, and takes the environment that exists.
    environment = "release" if is_question and not _is_prepared("test") else "test"
    run(session, environment, "generator.publishing", "publish", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documents and a reference of the client into one site, in build/docs/."""
    run(session, "release", "generator.publishing", "docs", *session.posargs)


@nox.session
def corpus(session: nox.Session) -> None:
    """Generate clients of real documents: the sample, or all of them (`-- --all`)."""
    run(session, "test", "tests.corpus.run", "--use", "--mypy", "--layout", *session.posargs)
