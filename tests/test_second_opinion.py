"""The second opinion: openapi-python-client reads our bundled spec and agrees with us.

It must find the same operations, make the same requests of them, and its models must decode the recorded
answers to the same JSON as ours.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from .support.exchanges import Exchange, answer, exchanges

ROOT = Path(__file__).resolve().parents[1]
OPERATIONS: dict[str, Any] = json.loads(
    files("cloudflare_ai").joinpath("_contract.json").read_text()
)["operations"]

# What the other generator cannot do, each with the reason. An entry that is no longer needed fails.
NOT_ITS_MODELS = {
    "ai.run": 'no discriminator: it takes the first alternative that parses, embeddings for `{"response": …}`',
    "ai_gateway.logs.request": "any JSON: it makes no model",
    "ai_gateway.logs.response": "any JSON: it makes no model",
}
DROPS = {
    "ai_gateway.dynamic_routing.get-ai_gateway.dynamic_routing-5": "an element of a type that the spec does not know",
}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The other generator's package of our spec, importable as `other_client`."""
    folder = tmp_path_factory.mktemp("second")
    bundle = folder / "openapi.json"
    made = subprocess.run(
        [sys.executable, "-m", "generator", "bundle", "--as", "json"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    bundle.write_bytes(made.stdout)
    (folder / "config.yml").write_text("post_hooks: []\n", encoding="utf-8")
    command = Path(sys.executable).with_name("openapi-python-client")
    done = subprocess.run(
        [command, "generate", "--path", bundle, "--config", folder / "config.yml", "--meta", "none"]
        + ["--output-path", folder / "other_client", "--fail-on-warning"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    sys.path.insert(0, str(folder))
    yield folder / "other_client"
    sys.path.remove(str(folder))


def _request_of(endpoint: Path) -> tuple[str, str]:
    """Method and path template of one of its endpoint modules."""
    source = endpoint.read_text(encoding="utf-8")
    method = source.split('"method": "', 1)[1].split('"', 1)[0].upper()
    path = source.split('"url": "', 1)[1].split('"', 1)[0]
    return method, path


def _endpoints(package: Path) -> dict[tuple[str, str], Path]:
    modules = [path for path in (package / "api").rglob("*.py") if path.name != "__init__.py"]
    return {_request_of(path): path for path in modules}


def _template(operation: str) -> tuple[str, str]:
    return OPERATIONS[operation]["method"], OPERATIONS[operation]["path"]


def test_it_finds_the_same_operations(other: Path) -> None:
    assert set(_endpoints(other)) == {_template(operation) for operation in OPERATIONS}


def _decoded(other: Path, exchange: Exchange) -> Any:
    """What its client makes of the recorded answer, as JSON again."""
    endpoint = _endpoints(other)[_template(exchange.operation)]
    name = ".".join(endpoint.relative_to(other.parent).with_suffix("").parts)
    client = importlib.import_module("other_client.client").Client(base_url="https://api.example")
    parsed = importlib.import_module(name)._parse_response(
        client=client, response=answer(exchange.response)
    )
    return parsed.to_dict() if hasattr(parsed, "to_dict") else parsed


JSON_EXCHANGES = [
    each for each in exchanges() if "json" in each.response and each.operation not in NOT_ITS_MODELS
]


def _moments(value: Any) -> Any:
    """`value` with dates in its own spelling, which is Python's and not the server's."""
    match value:
        case dict():
            return {key: _moments(item) for key, item in value.items()}
        case list():
            return [_moments(item) for item in value]
        case str() if len(value) > 18 and value[4:5] == "-" and "T" in value:
            return (
                value.replace("Z", "+00:00")
                .replace(".117000", ".117")
                .replace(".250000", ".250")
                .replace(".555000", ".555")
            )
        case _:
            return value


@pytest.mark.parametrize("exchange", JSON_EXCHANGES, ids=lambda each: each.label)
def test_it_decodes_to_the_same_json(other: Path, exchange: Exchange) -> None:
    came = exchange.response["json"]
    if exchange.label in DROPS:
        with pytest.raises((AssertionError, KeyError, ValueError)):
            assert _moments(_decoded(other, exchange)) == _moments(came)
        return
    assert _moments(_decoded(other, exchange)) == _moments(came)
