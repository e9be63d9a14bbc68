"""Building the reference: the pages are written beside each other, and Sphinx does the rest."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from ..publishing.errors import Refusal
from ..publishing.project import Project
from .package_surface import read_surface
from .pages import pages

_HERE = Path(__file__).parent


def build_docs(project: Project, out: Path) -> int:
    """Build the reference of a client.

    Args:
        project: the client.
        out: where the site is put; older files in it are replaced.

    Returns:
        How many pages it has.

    Raises:
        Refusal: a page refers to something that is not there.
    """
    surface = read_surface(project.folder / "src", project.package)
    texts = pages(surface, (project.folder / "README.md").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as at:
        for path, text in texts.items():
            page = Path(at, "source", path)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
        _sphinx(project, Path(at, "source"), Path(at, "doctrees"), out)
    return len(texts)


def _sphinx(project: Project, source: Path, doctrees: Path, out: Path) -> None:
    settings = {
        "DOCS_PROJECT": project.distribution,
        "DOCS_VERSION": project.version,
        "DOCS_STATIC": str(_HERE / "static"),
        "SOURCE_DATE_EPOCH": str(project.epoch),
    }
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-b",
        "html",
        "-q",
        "-W",
        "--keep-going",
        "-j",
        "auto",
    ]
    done = subprocess.run(
        [*command, "-c", str(_HERE), "-d", str(doctrees), str(source), str(out)],
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refusal("the reference can't be built", f"Sphinx said:\n{done.stdout.strip()}")
