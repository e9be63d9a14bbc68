"""A software bill of materials (CycloneDX 1.6): the distributions and their declared dependencies.

A library does not choose the versions of its dependencies, so components have the declared range as a property and no
version. The tests validate the text against CycloneDX's own schema.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from .project import Project, Requirement


def build_sbom(project: Project, hashes: Mapping[str, str]) -> str:
    """Build the bill of materials of a project: the same text for the same project and hashes.

    Args:
        project: what was built.
        hashes: file name of each distribution to the SHA-256 of its bytes, in hexadecimal.

    Returns:
        CycloneDX 1.6, as JSON.
    """
    package = _make_package(project, hashes)
    dependencies = [_make_component(each) for each in project.requirements]
    references = [each["bom-ref"] for each in dependencies]
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid5(NAMESPACE_URL, f"{project.stem} {sorted(hashes.items())}").urn,
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(project.epoch, UTC).isoformat(),
            "component": package,
        },
        "components": dependencies,
        "dependencies": [
            {"ref": package["bom-ref"], "dependsOn": references},
            *({"ref": each} for each in references),
        ],
    }
    return json.dumps(bill, indent=2, ensure_ascii=False) + "\n"


def _make_package(project: Project, hashes: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": f"{project.distribution}=={project.version}",
        "name": project.distribution,
        "version": project.version,
        "description": project.summary,
        **({"licenses": [{"expression": project.licence}]} if project.licence else {}),
        "purl": f"pkg:pypi/{project.distribution}@{project.version}",
        "components": [
            {
                "type": "file",
                "bom-ref": f"file:{name}",
                "name": name,
                "hashes": [{"alg": "SHA-256", "content": digest}],
            }
            for name, digest in sorted(hashes.items())
        ],
    }


def _make_component(requirement: Requirement) -> dict[str, Any]:
    properties = {"requirement": requirement.text, "extra": requirement.extra}
    return {
        "type": "library",
        "bom-ref": (
            f"{requirement.extra}:{requirement.text}" if requirement.extra else requirement.text
        ),
        "name": requirement.name,
        "scope": "optional" if requirement.extra else "required",
        "purl": f"pkg:pypi/{requirement.name.lower()}",
        "properties": [
            {"name": name, "value": value} for name, value in properties.items() if value
        ],
    }
