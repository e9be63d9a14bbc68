"""The project to publish, read from the generated folder."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from ..program import COMMAND
from .errors import Refusal
from .process import try_git

ROOT = Path(__file__).resolve().parents[2]
EARLIEST = 315_532_800
"""1980-01-01, the earliest date that a zip file can hold, in seconds since 1970."""


@frozen
class Workplace:
    """The folders and commands of a publication.

    Attributes:
        spec: root of the OpenAPI document.
        generated: the generated package.
        dist: where distributions are put.
        docs: where the reference is put.
        state: where an interrupted upload is recorded.
        tests: the command that tests the package; it is run in the folder above `generated`.
    """

    spec: Path
    generated: Path
    dist: Path
    docs: Path
    state: Path
    tests: tuple[str, ...]


def make_workplace(root: Path, tests: tuple[str, ...]) -> Workplace:
    """Return the folders below the root of a repository like this one.

    Args:
        root: the folder that holds `spec/` and `generated/`.
        tests: the command that tests the package.
    """
    return Workplace(
        spec=root / "spec" / "openapi.yaml",
        generated=root / "generated",
        dist=root / "dist",
        docs=root / "build" / "docs",
        state=root / ".cache" / "publishing",
        tests=tests,
    )


@frozen
class Requirement:
    """A declared dependency.

    Attributes:
        name: name of the distribution.
        text: the requirement as declared (`httpx>=0.27,<1`).
        extra: the extra that requires it; empty if it is always required.
    """

    name: str
    text: str
    extra: str


@frozen
class Project:
    """A package that can be released.

    Attributes:
        folder: the generated folder.
        distribution: name on the index.
        version: its version.
        package: name to import.
        summary: one line.
        licence: SPDX expression; empty if none is claimed.
        requirements: declared dependencies, extras after the others.
        epoch: seconds since 1970; the date that every file in the distributions carries.
    """

    folder: Path
    distribution: str
    version: str
    package: str
    summary: str
    licence: str
    requirements: tuple[Requirement, ...]
    epoch: int

    @property
    def stem(self) -> str:
        """What the file names of its distributions begin with."""
        return f"{self.distribution.replace('-', '_').replace('.', '_').lower()}-{self.version}"


def read_project(folder: Path, environment: Mapping[str, str] = os.environ) -> Project:
    """Read the metadata of a generated package.

    Args:
        folder: the generated folder.
        environment: where `SOURCE_DATE_EPOCH` is looked up (seconds since 1970).

    Returns:
        The project.

    Raises:
        Refusal: there is no package in the folder.
    """
    try:
        text = (folder / "pyproject.toml").read_text(encoding="utf-8")
    except OSError as error:
        raise Refusal(
            f"there is no generated package in {folder.name}/",
            f"make it with `{COMMAND} generate`",
        ) from error
    document = tomllib.loads(text)
    metadata = document["project"]
    root: str = document["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"][0]
    return Project(
        folder=folder,
        distribution=metadata["name"],
        version=metadata["version"],
        package=Path(root).name,
        summary=metadata["description"],
        licence=metadata.get("license", ""),
        requirements=_list_requirements(metadata),
        epoch=_find_epoch(folder, environment),
    )


def _list_requirements(metadata: Mapping[str, Any]) -> tuple[Requirement, ...]:
    from packaging.requirements import Requirement as Parsed

    extras: Mapping[str, list[str]] = metadata.get("optional-dependencies", {})
    groups = {"": metadata.get("dependencies", []), **extras}
    return tuple(
        Requirement(Parsed(text).name, text, extra)
        for extra, texts in groups.items()
        for text in texts
    )


def _find_epoch(folder: Path, environment: Mapping[str, str]) -> int:
    """Return `SOURCE_DATE_EPOCH`, else the date of the last commit that changed the folder."""
    date = environment.get("SOURCE_DATE_EPOCH", "")
    if not date:
        date = try_git(folder, "log", "-1", "--format=%ct", "--", ".")
    return max(int(date), EARLIEST) if date.isdigit() else EARLIEST
