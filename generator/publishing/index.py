"""The package index: found by the standard settings, read, and uploaded to.

Settings are twine's own: `TWINE_REPOSITORY_URL`, or `TWINE_REPOSITORY` with a section of `.pypirc`; user and
password from `TWINE_USERNAME` and `TWINE_PASSWORD`, `.pypirc` or the keyring. Unlike twine, there is no default:
the index must be named, so that an internal package is not published by mistake.

The password is sent to the origin of the index alone: pages of an index may link to any host. A redirect of a page to
another origin is refused: what another index has under a name says nothing about this one.
"""

from __future__ import annotations

import os
import ssl
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import httpx
import requests
import requests.auth
import requests.utils
from attrs import evolve, field, frozen
from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import Version
from pypi_simple import DistributionPackage, NoSuchProjectError, PyPISimple
from twine.exceptions import NonInteractive, TwineException
from twine.settings import Settings

from .errors import Refusal
from .process import run_or_refuse
from .redact import Redactor, make_redactor

SIMPLE = "PUBLISH_SIMPLE_URL"
"""Environment variable with the URL that installers use, if it does not follow from that for uploads."""
_SIMPLE_PATHS = ("simple/", "+simple/")
"""Paths of the simple API below the URL for uploads; the second is devpi's."""
_TIMEOUT = 60.0
"""Seconds that a request may wait for a connection or for data."""
_PAGE_SECONDS = 300.0
"""Seconds until a page of the index has arrived."""
_PAGE_BYTES = 64_000_000
"""Size of a page; the largest ones of public indexes have a third of that."""


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
    def redactor(self) -> Redactor:
        """A redactor of the credentials."""
        return make_redactor([(self.user, self.password)])

    @property
    def simple_with_credentials(self) -> str:
        """`simple` as pip takes it from its environment; never to be shown."""
        parts = urlsplit(self.simple)
        user = f"{quote(self.user, safe='')}:{quote(self.password, safe='')}"
        return urlunsplit(parts._replace(netloc=f"{user}@{parts.netloc}"))


@frozen
class Releases:
    """The files of one project on an index.

    Attributes:
        files: the files of each version, with their SHA-256 or None if the index does not give it.
        sdists: the source distribution of each version.
    """

    files: Mapping[Version, Mapping[str, str | None]]
    sdists: Mapping[Version, DistributionPackage]


def find_index(environment: Mapping[str, str] = os.environ) -> Index:
    """Find the index that the standard settings name.

    Args:
        environment: the environment variables.

    Returns:
        The index, which was reachable.

    Raises:
        Refusal: no index is named, credentials are missing, or it can't be reached.
    """
    if not (environment.get("TWINE_REPOSITORY_URL") or environment.get("TWINE_REPOSITORY")):
        raise Refusal(
            "no index is named",
            "set TWINE_REPOSITORY_URL, or TWINE_REPOSITORY to a section of ~/.pypirc",
        )
    try:
        settings = Settings(
            non_interactive=True,
            username=environment.get("TWINE_USERNAME"),
            password=environment.get("TWINE_PASSWORD"),
            repository_name=environment.get("TWINE_REPOSITORY", ""),
            repository_url=environment.get("TWINE_REPOSITORY_URL"),
            cacert=environment.get("TWINE_CERT"),
        )
        upload = str(settings.repository_config["repository"])
        index = Index(
            upload, "", settings.username or "", settings.password or "", settings.cacert or ""
        )
    except NonInteractive:
        raise Refusal(
            "there are no credentials for the index",
            "set TWINE_USERNAME and TWINE_PASSWORD, or put them into ~/.pypirc or the keyring",
        ) from None
    except TwineException as error:
        raise Refusal(_get_first_line(error), "see ~/.pypirc and the TWINE_ variables") from None
    return _find_simple(index, environment.get(SIMPLE, ""))


def _get_first_line(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".")


def _find_simple(index: Index, simple: str) -> Index:
    """Return `index` with the first URL for installers that responds."""
    base = index.upload.rstrip("/") + "/"
    urls = [simple] if simple else [base + path for path in _SIMPLE_PATHS]
    auth = httpx.BasicAuth(index.user, index.password)
    client = httpx.Client(
        auth=auth,
        verify=index.certificates or True,
        follow_redirects=True,
        timeout=_TIMEOUT,
        event_hooks={"response": [_check_probe]},
    )
    with client:
        for url in urls:
            try:
                with client.stream("GET", url) as response:
                    if response.is_success:  # the head is enough: the list of packages may be long
                        return evolve(index, simple=url)
            except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
                raise _explain(f"the index {url} can't be reached", url, error) from None
    raise Refusal(
        f"no simple API for installers responds at {' or '.join(urls)}",
        f"set {SIMPLE} to the URL that pip uses, and check the credentials",
    )


def list_releases(index: Index, distribution: str) -> Releases:
    """List the files of a project on the index.

    Args:
        index: the index.
        distribution: name of the project.

    Returns:
        Its files; none if the index does not know the project.

    Raises:
        Refusal: the index can't be read.
    """
    with _make_client(index) as client:
        try:
            packages = client.get_project_page(distribution).packages
        except NoSuchProjectError:
            packages = []
        except (OSError, ValueError) as error:  # what requests raises, and for pages that are none
            raise _explain("the index can't be read", index.simple, error) from None
    files: dict[Version, dict[str, str | None]] = {}
    sdists: dict[Version, DistributionPackage] = {}
    for package in packages:
        version = _read_version(package.filename, distribution)
        if version is not None:
            files.setdefault(version, {})[package.filename] = package.digests.get("sha256")
            if package.package_type == "sdist":
                sdists[version] = package
    return Releases(files, sdists)


def fetch(index: Index, package: DistributionPackage, path: Path) -> None:
    """Fetch a file that the index lists, and check its digest.

    Args:
        index: the index.
        package: what to fetch.
        path: where to put it.

    Raises:
        Refusal: it can't be fetched.
    """
    with _make_client(index) as client:
        try:
            client.download_package(package, path)
        except (OSError, ValueError) as error:
            what = f"{package.filename} can't be fetched"
            raise _explain(what, _show_origin(package.url), error) from None


def upload(index: Index, files: Iterable[Path]) -> None:
    """Send files to the index.

    Args:
        index: the index.
        files: what to send.

    Raises:
        Refusal: the index refused them.
    """
    command = [sys.executable, "-m", "twine", "--no-color", "upload", "--non-interactive"]
    command += ["--disable-progress-bar", "--repository-url", index.upload]
    command += ["--cert", index.certificates] if index.certificates else []
    run_or_refuse(
        [*command, *map(str, files)],
        "the index refused the files",
        environment={**os.environ, "TWINE_USERNAME": index.user, "TWINE_PASSWORD": index.password},
        help="its message",
        redact=index.redactor,
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
        releases = list_releases(index, distribution).files.values()
        missing -= {name for files in releases for name in files}
        if not missing:
            return
        if time.monotonic() > end:
            raise Refusal(f"the index does not list {min(missing)}", "run the command again later")
        time.sleep(0.5)


class _Session(requests.Session):
    """A session with a timeout for every request."""

    def request(self, *arguments: Any, **options: Any) -> requests.Response:
        """Send a request."""
        options["timeout"] = options.get("timeout") or _TIMEOUT
        return super().request(*arguments, **options)


def _read_page(response: requests.Response, **options: Any) -> None:
    """Read a page, unless it is too large or comes too slowly; files are read by whoever asked for them."""
    if options.get("stream") and not response.is_redirect:
        return
    if response.is_redirect and not options.get("stream"):
        _check_redirect(response.url, response.headers["location"])
    end, pieces, size = time.monotonic() + _PAGE_SECONDS, list[bytes](), 0
    for piece in response.iter_content(1 << 16):
        pieces.append(piece)
        size += len(piece)
        if size > _PAGE_BYTES or time.monotonic() > end:
            response.close()
            raise requests.exceptions.ContentDecodingError("the page is too large or too slow")
    content = b"".join(pieces)
    response._content = content  # pyright: ignore[reportPrivateUsage]  # as `Response.content` does, which has no limit


class _OriginAuth(requests.auth.HTTPBasicAuth):
    """Basic authentication at the origin of the index, and at no other host that a page links to."""

    def __init__(self, index: Index) -> None:
        super().__init__(index.user, index.password)
        self._origin = _get_origin(index.simple)

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Add the credentials where they belong."""
        if _get_origin(request.url or "") == self._origin:
            return super().__call__(request)
        return request


def _get_origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    return parts.scheme, (parts.hostname or "").lower(), port


def _show_origin(url: str) -> str:
    """Return scheme, host and port of a URL: nothing of it that may be a secret."""
    scheme, host, port = _get_origin(url)
    is_default_port = port in (None, {"https": 443, "http": 80}.get(scheme))
    return f"{scheme}://{host}" if is_default_port else f"{scheme}://{host}:{port}"


def _check_redirect(url: str, location: str) -> None:
    """Refuse a redirect of a page to another origin, which is another index.

    Raises:
        Refusal: the redirect leads to another origin.
        ValueError: its target is no URL.
    """
    target = urljoin(url, location)
    if _get_origin(target) != _get_origin(url):
        raise Refusal(
            f"the index can't be read: {_show_origin(url)} redirects to {_show_origin(target)}, "
            "and another index says nothing about this one",
            f"name the index by the URL at which it responds itself (TWINE_REPOSITORY_URL, {SIMPLE}); "
            "pypiserver: start it with --disable-fallback",
        )


def _check_probe(response: httpx.Response) -> None:
    if response.has_redirect_location:
        _check_redirect(str(response.url), response.headers["location"])


def _explain(what: str, url: str, error: Exception) -> Refusal:
    """Return the refusal for an error of transport; one of TLS does not pass by itself."""
    causes: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in causes:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    if any(isinstance(each, (ssl.SSLError, requests.exceptions.SSLError)) for each in causes):
        return Refusal(
            f"{what}: TLS with {url} fails ({type(error).__name__})",
            "set TWINE_CERT to a file with the certificates to trust, if the index has its own authority",
        )
    return Refusal(f"{what} ({type(error).__name__})", "try again later")


def _make_client(index: Index) -> PyPISimple:
    session = _Session()
    session.trust_env = False  # no credentials of a .netrc for other hosts
    session.proxies = requests.utils.get_environ_proxies(index.simple)
    session.auth = _OriginAuth(index)
    session.hooks["response"].append(_read_page)
    session.verify = index.certificates or True
    return PyPISimple(index.simple, session=session)


def _read_version(name: str, distribution: str) -> Version | None:
    """Return the version of a file; None where it is none of the distribution's."""
    try:
        if name.endswith(".whl"):
            project, version, *_ = parse_wheel_filename(name)
        else:
            project, version = parse_sdist_filename(name)
    except (InvalidWheelFilename, InvalidSdistFilename):
        return None
    return version if project == canonicalize_name(distribution) else None
