"""Build the reference: write its pages as Markdown and run Sphinx on them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from ..publishing.errors import Refusal
from ..publishing.project import Project
from .package_surface import read_surface
from .pages import write_pages

_HERE = Path(__file__).parent


def build_docs(project: Project, out: Path) -> int:
    """Build the reference of a client.

    Args:
        project: the client.
        out: the folder of the site; older files in it are replaced.

    Returns:
        The number of pages.

    Raises:
        Refusal: Sphinx reports an error, such as a link to a page that does not exist.
    """
    surface = read_surface(project.folder / "src", project.package)
    readme = (project.folder / "README.md").read_text(encoding="utf-8")
    pages = write_pages(surface, readme)
    with tempfile.TemporaryDirectory() as folder:
        for path, text in pages.items():
            page = Path(folder, "source", path)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
        _run_sphinx(project, Path(folder, "source"), Path(folder, "doctrees"), out)
    return len(pages)


def _run_sphinx(project: Project, source: Path, doctrees: Path, out: Path) -> None:
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
    process = subprocess.run(
        [*command, "-c", str(_HERE), "-d", str(doctrees), str(source), str(out)],
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if process.returncode:
        raise Refusal(
            "the reference can't be built", f"fix what Sphinx reports:\n{process.stdout.strip()}"
        )
