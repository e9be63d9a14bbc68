"""The run report: every operation that a finding concerns is listed, wherever the finding stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.__main__ import main

DOCUMENT = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    parameters:
      - {name: shared, in: query, schema: {type: shared}}
    get:
      operationId: listPets
      responses:
        "200": {$ref: "#/components/responses/Pets"}
    delete:
      operationId: deletePets
      responses: {"204": {description: Gone.}}
  /owners:
    get:
      operationId: listOwners
      responses:
        "200":
          description: Fine.
          content: {application/json: {schema: {$ref: "owners.yaml#/Owner"}}}
  /fine:
    get:
      operationId: fine
      responses:
        "200":
          description: Fine.
          content: {application/json: {example: {$ref: "#/components/schemas/Pet"}, schema: {type: object}}}
components:
  responses:
    Pets:
      description: Fine.
      content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
  schemas:
    Pet:
      type: object
      properties:
        parent: {$ref: "#/components/schemas/Pet"}
        kind: {type: kind}
"""
OWNERS = """\
Owner:
  type: object
  properties:
    pet: {$ref: "openapi.yaml#/components/schemas/Pet"}
    home: {type: home}
"""


def degraded(folder: Path) -> dict[str, set[str]]:
    """The pointers of the unknown types for each operation that is listed."""
    (folder / "openapi.yaml").write_text(DOCUMENT)
    (folder / "owners.yaml").write_text(OWNERS)
    report = folder / "report.json"
    command = ["generate", folder / "openapi.yaml", "--output", folder / "client"]
    assert main([*map(str, command), "--report", str(report)]) == 0
    operations: dict[str, Any] = json.loads(report.read_text())["operations"]
    assert (operations["in"], operations["out"]) == (4, 4)
    return {
        each["operation"]: {
            reason["pointer"] for reason in each["reasons"] if reason["code"] == "unknown-type"
        }
        for each in operations["degraded"]
    }


def test_findings_count_for_all_that_leads_to_them(tmp_path: Path) -> None:
    shared = "/paths/~1pets/parameters/0/schema/type"
    kind = "/components/schemas/Pet/properties/kind/type"
    assert degraded(tmp_path) == {
        "GET /pets": {shared, kind},
        "DELETE /pets": {shared},
        "GET /owners": {kind, "/Owner/properties/home/type"},
    }
