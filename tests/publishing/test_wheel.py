"""The promises about wheels of clients: small, few files, two dependencies."""

from __future__ import annotations

import re
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.publishing.build import Built, build
from generator.publishing.project import Project, read_project

ROOT = Path(__file__).resolve().parents[2]
# What keeps deadlines while a head is read, checks server variables, and makes responses from the description
# came to 20,000 bytes.
BYTES, FILES = 245_000, 100
SMALLEST = 163_000
"""For a package with one operation. Three quarters of it are what every package promises: requests, retries, both
transports, decoding, redaction, the fake transport and the checks of the contract."""

PETS = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: "https://pets.example"}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: A pet., content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
components: {schemas: {Pet: {type: object, properties: {id: {type: string}, name: {type: string}}}}}
"""


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


def test_a_package_with_one_operation_is_smaller(tmp_path: Path) -> None:
    document = tmp_path / "openapi.yaml"
    document.write_text(PETS)
    assert main(["generate", "-q", str(document), "--output", str(tmp_path / "pets")]) == 0
    wheel = build(read_project(tmp_path / "pets"), document, tmp_path / "dist").wheel
    assert wheel.stat().st_size <= SMALLEST


def test_it_needs_httpx_and_attrs_alone(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as wheel:
        (name,) = (each for each in wheel.namelist() if each.endswith("METADATA"))
        metadata = message_from_bytes(wheel.read(name))
    needed = [each for each in metadata.get_all("Requires-Dist", []) if "extra ==" not in each]
    assert sorted(re.match(r"[\w.-]+", each)[0] for each in needed) == ["attrs", "httpx"]  # type: ignore[index]


def test_it_holds_the_package_and_nothing_else(built: Built, project: Project) -> None:
    with zipfile.ZipFile(built.wheel) as wheel:
        tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert tops == {"cloudflare_ai", f"cloudflare_ai_client-{project.version}.dist-info"}
