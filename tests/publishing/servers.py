"""Package indexes on loopback, started as a maintainer's company would run them."""

from __future__ import annotations

import base64
import hashlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from attrs import frozen

USER, PASSWORD = "maintainer", "pa55/word: of+tests"


@frozen
class Server:
    """A running index.

    Attributes:
        upload: address that twine sends to.
        simple: address that installers are given.
        folder: where its files are.
    """

    upload: str
    simple: str
    folder: Path

    def files(self) -> list[str]:
        """Names of the distributions it has."""
        return sorted(
            path.name for path in self.folder.rglob("*") if path.suffix in (".whl", ".gz")
        )


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], address: str, log: Path) -> Iterator[None]:
    """Run a server while the context lasts.

    Args:
        command: how to start it.
        address: what answers once it is up.
        log: takes what it says.
    """
    with (
        log.open("wb") as output,
        subprocess.Popen(command, stdout=output, stderr=output) as process,
    ):
        try:
            while not _answers(address):  # however long that takes on a busy machine
                assert process.poll() is None, log.read_text()
                time.sleep(0.1)
            yield
        finally:
            process.terminate()


def _answers(address: str) -> bool:
    try:
        return httpx.get(address).status_code < 500
    except httpx.HTTPError:
        return False


@contextmanager
def pypiserver(folder: Path, *, protected: str = "update,download,list") -> Iterator[Server]:
    """Run pypiserver.

    Args:
        folder: an empty folder for its files.
        protected: what needs user and password; `.` for nothing.
    """
    packages, passwords = folder / "packages", folder / "passwords"
    packages.mkdir(parents=True)
    digest = base64.b64encode(hashlib.sha1(PASSWORD.encode()).digest()).decode()
    passwords.write_text(f"{USER}:{{SHA}}{digest}\n")
    address = f"http://127.0.0.1:{(port := free_port())}/"
    command = [sys.executable, "-m", "pypiserver", "run", "-p", str(port), "-i", "127.0.0.1"]
    command += ["-a", protected, "-P", "." if protected == "." else str(passwords)]
    with running([*command, "--disable-fallback", str(packages)], address, folder / "log.txt"):
        yield Server(address, f"{address}simple/", packages)


@contextmanager
def devpi(folder: Path) -> Iterator[Server]:
    """Run devpi-server with an index that keeps what it has: a version can't be replaced.

    Args:
        folder: an empty folder for its files.
    """
    state = folder / "state"
    state.mkdir(parents=True)
    root = ("--serverdir", str(state))
    subprocess.run(
        [_script_path("devpi-init"), *root, "--no-root-pypi", "--root-passwd", PASSWORD],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{(port := free_port())}/"
    command = [
        _script_path("devpi-server"),
        *root,
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--offline-mode",
    ]
    with running(command, f"{address}+api", folder / "log.txt"):
        place = f"{address}{USER}/stable/"
        with httpx.Client(timeout=None, headers={"accept": "application/json"}) as client:
            client.put(address + USER, json={"password": PASSWORD}).raise_for_status()
            login = client.post(f"{address}+login", json={"user": USER, "password": PASSWORD})
            token = login.raise_for_status().json()["result"]["password"]
            kind = {"type": "stage", "bases": [], "volatile": False}
            client.put(place.rstrip("/"), json=kind, auth=(USER, token)).raise_for_status()
        yield Server(place, f"{place}+simple/", state)


def _script_path(program: str) -> str:
    return str(Path(sys.executable).with_name(program))
