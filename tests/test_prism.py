"""Another tool understands the bundle: Prism's mock server accepts every recorded call, and refuses a wrong one."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from generator.diagnostics import Report
from generator.pipeline import Compilation

from .support.exchanges import Exchange, exchanges

SPEC = Path(__file__).parents[1] / "spec" / "openapi.yaml"
VERSION = "5.16.0"
EXCHANGES = list(exchanges())
_LISTENING = re.compile(r"Prism is listening on (http://127\.0\.0\.1:\d+)")


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The program: the one on the path, else one that npm installs for these tests."""
    installed, npm = shutil.which("prism"), shutil.which("npm")
    if installed is not None:
        return installed
    if npm is None:
        pytest.skip("neither prism nor npm is installed")
    folder = tmp_path_factory.mktemp("npm")
    arguments = ["install", "--silent", "--fetch-retries=0", f"@stoplight/prism-cli@{VERSION}"]
    if subprocess.run([npm, *arguments], cwd=folder, check=False).returncode:
        pytest.skip("npm can't install prism")
    return str(folder / "node_modules" / ".bin" / "prism")


@pytest.fixture(scope="module")
def server(command: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A mock server of the bundle, on a port that the system chooses."""
    text = Compilation(SPEC, Report()).bundle("json")
    assert text is not None
    folder = tmp_path_factory.mktemp("prism")
    (folder / "openapi.json").write_text(text, encoding="utf-8")
    arguments = [command, "mock", "--host", "127.0.0.1", "--port", "0", "openapi.json"]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(arguments, stdout=log, stderr=subprocess.STDOUT, cwd=folder)
    try:
        with httpx.Client(
            base_url=_wait_for_address(process, folder / "log"), timeout=None
        ) as client:
            yield client
    finally:
        process.terminate()
        process.wait()


def _wait_for_address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Return where the server listens, once it says so."""
    while (match := _LISTENING.search(log.read_text(encoding="utf-8"))) is None:
        if process.poll() is not None:
            pytest.fail(log.read_text(encoding="utf-8"))
        time.sleep(0.05)
    return match[1]


def send(server: httpx.Client, exchange: Exchange) -> httpx.Response:
    """Send what a recorded call sends; a parameter with slashes is one that Prism can't route otherwise."""
    request = exchange.request
    path, mark, query = request["target"].partition("?")
    before, run, model = path.partition("/ai/run/")
    target = f"{before}{run}{quote(model, safe='%')}{mark}{query}"
    headers = {
        name: value for name, value in request["headers"].items() if name != "content-length"
    }
    if "text/event-stream" in headers["accept"]:  # which Prism has no way to write
        headers["accept"] = "application/json"
    return server.request(request["method"], target, headers=headers, json=request["body"])


def test_every_operation_is_called() -> None:
    assert len({each.operation for each in EXCHANGES}) == 48


@pytest.mark.parametrize("exchange", EXCHANGES, ids=lambda each: each.label)
def test_valid_calls_are_accepted(server: httpx.Client, exchange: Exchange) -> None:
    response = send(server, exchange)
    assert response.is_success, response.text


def test_a_wrong_call_is_refused(server: httpx.Client) -> None:
    headers = {"authorization": "Bearer token"}
    path = "/accounts/acc/ai-gateway/gateways/g/datasets"
    response = server.post(path, headers=headers, json={"name": "n", "enable": "x"})
    assert response.status_code == 422
