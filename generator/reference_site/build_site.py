"""Build the site: collect the documents, write the reference as Markdown, and run Sphinx on both."""

from __future__ import annotations

import os
import re
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

from ..publishing.process import run_or_refuse
from ..publishing.project import Project
from .documents import collect_documents
from .package_surface import read_surface
from .pages import write_pages

_HERE = Path(__file__).parent


def build_docs(project: Project, root: Path, out: Path) -> int:
    """Build the site of a repository: its documents and the reference of its client.

    Args:
        project: the client.
        root: the repository.
        out: the folder of the site; older files in it are replaced.

    Returns:
        The number of pages.

    Raises:
        Refusal: Sphinx reports an error, such as a link to a page that does not exist.
    """
    pages = collect_documents(root, project.folder)
    surface = read_surface(project.folder / "src", project.package)
    reference = write_pages(surface, _find_example(pages["generated/README.md"]))
    pages |= {f"reference/{path}": text for path, text in reference.items()}
    with tempfile.TemporaryDirectory() as folder:
        for path, text in pages.items():
            page = Path(folder, "source", path)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
        settings = {
            "DOCS_TITLE": _read_title(root) or f"{project.distribution} {project.version}",
            "SOURCE_DATE_EPOCH": str(project.epoch),
        }
        _run_sphinx(settings, Path(folder, "source"), Path(folder, "doctrees"), out)
    return sum(path.endswith(".md") for path in pages)


def _read_title(root: Path) -> str:
    """Return name and version of the project of a repository; empty if it has none."""
    try:
        text = (root / "pyproject.toml").read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    project = tomllib.loads(text)["project"]
    return f"{project['name']} {project['version']}"


def _find_example(readme: str) -> str:
    """Return the first program of a README; empty if it has none."""
    match = re.search(r"^```python\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    return match[1] if match else ""


def _run_sphinx(settings: Mapping[str, str], source: Path, doctrees: Path, out: Path) -> None:
    """Run Sphinx with settings for `conf.py`."""
    options = ["-b", "html", "-q", "-W", "--keep-going", "-j", "auto", "-c", str(_HERE)]
    run_or_refuse(
        [sys.executable, "-m", "sphinx", *options, "-d", str(doctrees), str(source), str(out)],
        "the site can't be built",
        environment={**os.environ, **settings},
        help="fix what Sphinx reports",
    )
