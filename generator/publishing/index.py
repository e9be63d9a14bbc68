"""The package index: which one the standard settings name, what it has, and what goes there.

Settings are twine's own: `TWINE_REPOSITORY_URL`, or `TWINE_REPOSITORY` with a section of `.pypirc`; user and
password from `TWINE_USERNAME` and `TWINE_PASSWORD`, `.pypirc` or the keyring. Unlike twine, nothing
stands for the public index: it has to be named, so that an internal package does not go there by an oversight.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import httpx
from attrs import field, frozen
from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import Version
from pypi_simple import DistributionPackage, NoSuchProjectError, PyPISimple
from twine.exceptions import NonInteractive, TwineException
from twine.settings import Settings

from .errors import Refusal
from .redact import Veil, veil

SIMPLE = "PUBLISH_SIMPLE_URL"
"""Environment variable with the address that installers use, where it can't be told from the other."""
_GUESSES = ("simple/", "+simple/")
"""Where indexes have their list of packages, below the address for uploads; the second is devpi's."""


@frozen
class Index:
    """An index to publish to.

    Attributes:
        upload: where twine sends files; no credentials in it.
        simple: where installers look; no credentials in it.
        user: user name.
        password: password or token.
        certificates: file of certificates to trust; empty for the usual ones.
    """

    upload: str
    simple: str
    user: str = field(repr=False)
    password: str = field(repr=False)
    certificates: str = ""

    @property
    def veil(self) -> Veil:
        """What keeps the credentials unseen."""
        return veil([(self.user, self.password)])

    @property
    def simple_with_credentials(self) -> str:
        """`simple` as pip takes it from its environment; never to be shown."""
        parts = urlsplit(self.simple)
        user = f"{quote(self.user, safe='')}:{quote(self.password, safe='')}"
        return urlunsplit(parts._replace(netloc=f"{user}@{parts.netloc}"))


@frozen
class Listed:
    """What an index has of one project.

    Attributes:
        files: of each version the files, with their SHA-256 or None where the index doesn't tell.
        sdists: of each version the source distribution.
    """

    files: Mapping[Version, Mapping[str, str | None]]
    sdists: Mapping[Version, DistributionPackage]


def named_index(environment: Mapping[str, str] = os.environ) -> Index:
    """The index that the standard settings name.

    Args:
        environment: the environment variables.

    Returns:
        The index, known to be there.

    Raises:
        Refusal: no index is named, credentials are missing, or it can't be reached.
    """
    if not (environment.get("TWINE_REPOSITORY_URL") or environment.get("TWINE_REPOSITORY")):
        raise Refusal(
            "no index is named",
            "set TWINE_REPOSITORY_URL, or TWINE_REPOSITORY to a section of ~/.pypirc",
        )
    try:
        told = Settings(
            non_interactive=True,
            username=environment.get("TWINE_USERNAME"),
            password=environment.get("TWINE_PASSWORD"),
            repository_name=environment.get("TWINE_REPOSITORY", ""),
            repository_url=environment.get("TWINE_REPOSITORY_URL"),
            cacert=environment.get("TWINE_CERT"),
        )
        upload = str(told.repository_config["repository"])
        index = Index(upload, "", told.username or "", told.password or "", told.cacert or "")
    except NonInteractive:
        raise Refusal(
            "there are no credentials for the index",
            "set TWINE_USERNAME and TWINE_PASSWORD, or put them into ~/.pypirc or the keyring",
        ) from None
    except TwineException as error:
        raise Refusal(_first_line(error), "see ~/.pypirc and the TWINE_ variables") from None
    return _found(index, environment.get(SIMPLE, ""))


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".")


def _found(index: Index, simple: str) -> Index:
    """`index` with the first address for installers that answers."""
    base = index.upload.rstrip("/") + "/"
    guesses = [simple] if simple else [base + guess for guess in _GUESSES]
    auth = httpx.BasicAuth(index.user, index.password)
    verify = index.certificates or True
    for guess in guesses:
        try:
            with httpx.stream(
                "GET", guess, auth=auth, verify=verify, follow_redirects=True
            ) as answer:
                if answer.is_success:  # the head is enough: the list of all packages may be long
                    return Index(
                        index.upload, guess, index.user, index.password, index.certificates
                    )
        except httpx.HTTPError as error:
            raise Refusal(
                f"the index {guess} can't be reached ({type(error).__name__})", "try again later"
            ) from None
    raise Refusal(
        f"nothing for installers answers at {' or '.join(guesses)}",
        f"set {SIMPLE} to the address that pip is given, and see whether the credentials hold",
    )


def listed(index: Index, distribution: str) -> Listed:
    """What the index has of a project.

    Args:
        index: the index.
        distribution: name of the project.

    Returns:
        Its files; none where the project is not there yet.

    Raises:
        Refusal: the index can't be read.
    """
    with _client(index) as client:
        try:
            packages = client.get_project_page(distribution).packages
        except NoSuchProjectError:
            packages = []
        except OSError as error:  # what requests raises
            raise Refusal(
                f"the index can't be read ({type(error).__name__})", "try again later"
            ) from None
    files: dict[Version, dict[str, str | None]] = {}
    sdists: dict[Version, DistributionPackage] = {}
    for package in packages:
        version = _version(package.filename)
        if version is not None:
            files.setdefault(version, {})[package.filename] = package.digests.get("sha256")
            if package.package_type == "sdist":
                sdists[version] = package
    return Listed(files, sdists)


def fetch(index: Index, package: DistributionPackage, path: Path) -> None:
    """Fetch a file from the index; its digest is checked.

    Args:
        index: the index.
        package: what to fetch.
        path: where to put it.

    Raises:
        Refusal: it can't be fetched.
    """
    with _client(index) as client:
        try:
            client.download_package(package, path)
        except (OSError, ValueError) as error:
            raise Refusal(
                f"{package.filename} can't be fetched ({type(error).__name__})", "try again later"
            ) from None


def upload(index: Index, files: Iterable[Path]) -> None:
    """Send files to the index.

    Args:
        index: the index.
        files: what to send.

    Raises:
        Refusal: the index did not take them.
    """
    command = [sys.executable, "-m", "twine", "--no-color", "upload", "--non-interactive"]
    command += ["--disable-progress-bar", "--repository-url", index.upload]
    command += ["--cert", index.certificates] if index.certificates else []
    done = subprocess.run(
        [*command, *map(str, files)],
        env={**os.environ, "TWINE_USERNAME": index.user, "TWINE_PASSWORD": index.password},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refusal(
            "the index did not take the files", f"it said:\n{index.veil(done.stdout.strip())}"
        )


def wait_for(index: Index, distribution: str, names: Iterable[str], patience: float = 60) -> None:
    """Wait until the index lists files.

    Args:
        index: the index.
        distribution: name of the project.
        names: the files.
        patience: seconds to wait.

    Raises:
        Refusal: they are still not listed.
    """
    missing, end = set(names), time.monotonic() + patience
    while True:
        there = listed(index, distribution).files.values()
        missing -= {name for files in there for name in files}
        if not missing:
            return
        if time.monotonic() > end:
            raise Refusal(f"the index does not list {min(missing)}", "run the command again later")
        time.sleep(0.5)


def _client(index: Index) -> PyPISimple:
    client = PyPISimple(index.simple, auth=(index.user, index.password))
    client.s.verify = index.certificates or True
    return client


def _version(name: str) -> Version | None:
    try:
        return (
            parse_wheel_filename(name)[1]
            if name.endswith(".whl")
            else parse_sdist_filename(name)[1]
        )
    except (InvalidWheelFilename, InvalidSdistFilename):
        return None
