"""The documents of the repository as pages of the site, at the paths that they have in the repository.

Links between them lead to the same places on the site as in the repository, so nothing in them is rewritten.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path, PurePath
from typing import Final

from .lists import format_toctree

_DECISIONS: Final = "docs/decisions/README.md"

_GROUPS: Final = {
    "Tutorials": (
        "docs/tutorial-application.md",
        "docs/tutorial-own-document.md",
        "docs/tutorial-maintainer.md",
    ),
    "Client": ("generated/README.md", "docs/coming-from-cloudflare.md", "reference/index.md"),
    "Generator": (
        "docs/commands.md",
        "docs/lint.md",
        "docs/settings.md",
        "spec/DIALECT.md",
        "templates/README.md",
        "docs/json.md",
        "docs/continuous-integration.md",
        "generator/diff/README.md",
    ),
    "Project": (
        "CHANGELOG.md",
        "SECURITY.md",
        "CONTRIBUTING.md",
        "generator/DESIGN.md",
        _DECISIONS,
        "generator/publishing/README.md",
        "spec/SOURCES.md",
        "tests/corpus/RESULTS.md",
        "tests/bench/RESULTS.md",
    ),
}
"""The pages in the navigation, by the caption above them."""

_TITLES: Final = {
    "generated/README.md": "Guide",
    "reference/index.md": "Reference",
    "spec/DIALECT.md": "x- keys",
    "templates/README.md": "Templates",
    "generator/DESIGN.md": "Design",
    "spec/SOURCES.md": "Sources of the spec",
    "generator/diff/README.md": "Rules of diff",
    "generator/publishing/README.md": "Publishing",
    "tests/corpus/RESULTS.md": "Results: documents",
    "tests/bench/RESULTS.md": "Results: speed",
}
"""Navigation titles of pages whose own titles are too short there."""


def collect_documents(root: Path, package: Path) -> dict[str, str]:
    """Read the documents of a repository, and write its first page.

    Args:
        root: the repository.
        package: the folder of the package, the README of which is the guide.

    Returns:
        Markdown by path. The first page is the README of the repository, or that of the package where there is none.
    """
    pages = {
        path: (root / path).read_text(encoding="utf-8")
        for path in _list_paths(root)
        if (root / path).is_file()
    }
    if _DECISIONS in pages:
        pages[_DECISIONS] += f"\n{format_toctree(_list_decisions(root))}"
    guide = (package / "README.md").read_text(encoding="utf-8")
    pages["generated/README.md"] = guide
    readme = root / "README.md"
    first = readme.read_text(encoding="utf-8") if readme.is_file() else guide
    return pages | {"index.md": f"{first}\n\n{_write_navigation(pages.keys())}"}


def _list_decisions(root: Path) -> list[str]:
    return [each.stem for each in sorted(root.glob("docs/decisions/2*.md"))]


def _list_paths(root: Path) -> Iterator[str]:
    yield from (path for paths in _GROUPS.values() for path in paths)
    yield from (path.relative_to(root).as_posix() for path in sorted(root.glob("docs/**/*.*")))


def _write_navigation(paths: Collection[str]) -> str:
    """Write the navigation at the side: pages in their groups; other pages follow those of the generator."""
    listed = {path for group in _GROUPS.values() for path in group}
    others = [each for each in paths if PurePath(each).match("docs/*.md") and each not in listed]
    groups = {
        caption: [each for each in group if each in paths or each.startswith("reference/")]
        for caption, group in _GROUPS.items()
    }
    groups["Generator"] += [each for each in others if each.count("/") == 1]
    return "\n".join(
        format_toctree(map(_format_entry, group), caption)
        for caption, group in groups.items()
        if group
    )


def _format_entry(path: str) -> str:
    page = path.removesuffix(".md")
    return f"{_TITLES[path]} <{page}>" if path in _TITLES else page
