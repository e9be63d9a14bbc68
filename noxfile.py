"""Every command there is. `nox -l` lists them; `nox -s NAME -- ARGUMENTS` runs one.

Without `-s` it checks that the client is as generated, lints, checks types and runs all tests.
"""

from __future__ import annotations

from pathlib import Path

import nox

nox.needs_version = ">=2024.4.15"
nox.options.default_venv_backend = "venv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["check", "lint", "types", "tests"]

PYPROJECT = nox.project.load_toml("pyproject.toml")
GENERATOR = PYPROJECT["project"]["dependencies"]


def group(name: str) -> tuple[str, ...]:
    """What the dependency group `name` of pyproject.toml lists."""
    return nox.project.dependency_groups(PYPROJECT, name)


@nox.session
def generate(session: nox.Session) -> None:
    """Regenerate the client from the spec; arguments go to `python -m generator generate`."""
    session.install(*GENERATOR)
    session.run("python", "-m", "generator", "generate", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Fail if the client in generated/ is not what the spec gives, and show the difference."""
    session.install(*GENERATOR)
    session.run("python", "-m", "generator", "check", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run all tests; arguments go to pytest (`-- tests/client -k paging`)."""
    session.install(*GENERATOR, *group("test"))
    session.run("pytest", *(session.posargs or ("-n", "2", "--dist", "loadfile")))


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of generator, client and usage scripts with mypy and pyright, both strict."""
    session.install(*GENERATOR, *group("test"))
    session.run("pytest", "tests/typing", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style of the hand-written code; `-- --fix` mends what can be mended."""
    session.install(*GENERATOR, *group("test"))
    session.run("black", *(() if "--fix" in session.posargs else ("--check",)), "-q", ".")
    session.run("ruff", "check", *session.posargs, ".")


@nox.session
def goldens(session: nox.Session) -> None:
    """Write the expected files of tests/cases and tests/refusals anew; read the diff before you commit it."""
    session.install(*GENERATOR, *group("test"))
    session.run("python", "-m", "tests.goldens", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure the client against its peers and write tests/bench/RESULTS.md."""
    session.install(*GENERATOR, *group("test"), *group("bench"))
    client = str(Path("generated/src").resolve())
    session.run("python", "-m", "tests.bench", *session.posargs, env={"PYTHONPATH": client})


@nox.session
def diff(session: nox.Session) -> None:
    """Say what changed since a revision and whom it breaks (`-- HEAD~1`)."""
    session.install(*GENERATOR)
    session.run("python", "-m", "generator", "diff", *session.posargs)


@nox.session
def release(session: nox.Session) -> None:
    """Propose the next version and its changelog entry; `-- --write` writes them."""
    session.install(*GENERATOR)
    session.run("python", "-m", "generator", "release", *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Build sdist, wheel and bill of materials of the client into dist/, the same bytes every time."""
    session.install(*GENERATOR, *group("release"))
    session.run("python", "-m", "generator.publishing", "build", *session.posargs)


@nox.session
def publish(session: nox.Session) -> None:
    """Test, build, upload and try the client on the index that TWINE_REPOSITORY_URL names (`-- --dry-run`)."""
    session.install(*GENERATOR, *group("test"))
    session.run("python", "-m", "generator.publishing", "publish", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the browsable reference of the client into build/docs/."""
    session.install(*GENERATOR, *group("release"))
    session.run("python", "-m", "generator.publishing", "docs", *session.posargs)


@nox.session
def corpus(session: nox.Session) -> None:
    """Generate clients of real documents: the sample, or all of them (`-- --all`)."""
    session.install(*GENERATOR, *group("test"))
    session.run("python", "tests/corpus/run.py", "--mypy", *session.posargs)
