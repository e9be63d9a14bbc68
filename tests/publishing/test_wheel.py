"""The promises about the wheel of the client: small, few files, two dependencies."""

from __future__ import annotations

import re
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from generator.publishing.build import Built, build
from generator.publishing.project import Project, read_project

ROOT = Path(__file__).resolve().parents[2]
# Named inputs of `ai.run` and a sentence for every member are worth 7,000 bytes.
BYTES, FILES = 212_000, 90


@pytest.fixture(scope="module")
def project() -> Project:
    return read_project(ROOT / "generated")


@pytest.fixture(scope="module")
def built(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(project, ROOT / "spec" / "openapi.yaml", tmp_path_factory.mktemp("dist"))


def test_it_is_small(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as wheel:
        names = wheel.namelist()
    assert built.wheel.stat().st_size <= BYTES
    assert len(names) <= FILES


def test_it_needs_httpx_and_attrs_alone(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as wheel:
        (name,) = (each for each in wheel.namelist() if each.endswith("METADATA"))
        told = message_from_bytes(wheel.read(name))
    needed = [each for each in told.get_all("Requires-Dist", []) if "extra ==" not in each]
    assert sorted(re.match(r"[\w.-]+", each)[0] for each in needed) == ["attrs", "httpx"]  # type: ignore[index]


def test_it_holds_the_package_and_nothing_else(built: Built, project: Project) -> None:
    with zipfile.ZipFile(built.wheel) as wheel:
        tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert tops == {"cloudflare_ai", f"cloudflare_ai_client-{project.version}.dist-info"}
