"""A software bill of materials (CycloneDX 1.6) of what the distributions hold and ask for.

A library does not choose the versions of what it needs, so components have their declared range and no version.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from .project import Project, Requirement


def sbom(project: Project, hashes: Mapping[str, str]) -> str:
    """The bill of materials of a project, the same text for the same project and hashes.

    Args:
        project: what was built.
        hashes: file name of each distribution to the SHA-256 of its bytes, in hexadecimal.

    Returns:
        CycloneDX 1.6, as JSON.
    """
    whole = _whole(project, hashes)
    needed = [_component(each) for each in project.requirements]
    bom = Bom(components=needed)
    bom.metadata.component = whole
    bom.metadata.timestamp = datetime.fromtimestamp(project.epoch, UTC)
    bom.serial_number = uuid5(NAMESPACE_URL, f"{project.stem} {sorted(hashes.items())}")
    bom.register_dependency(whole, needed)
    return (
        make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2) + "\n"
    )


def _whole(project: Project, hashes: Mapping[str, str]) -> Component:
    files = [
        Component(
            type=ComponentType.FILE,
            name=name,
            bom_ref=f"file:{name}",
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
        )
        for name, digest in sorted(hashes.items())
    ]
    return Component(
        type=ComponentType.LIBRARY,
        name=project.distribution,
        version=project.version,
        description=project.summary,
        bom_ref=f"{project.distribution}=={project.version}",
        purl=PackageURL("pypi", name=project.distribution, version=project.version),
        licenses=[LicenseFactory().make_from_string(project.licence)],
        components=files,
    )


def _component(needed: Requirement) -> Component:
    told = [Property(name="requirement", value=needed.text)]
    if needed.extra:
        told.append(Property(name="extra", value=needed.extra))
    return Component(
        type=ComponentType.LIBRARY,
        name=needed.name,
        bom_ref=f"{needed.extra}:{needed.text}" if needed.extra else needed.text,
        purl=PackageURL("pypi", name=needed.name.lower()),
        scope=ComponentScope.OPTIONAL if needed.extra else ComponentScope.REQUIRED,
        properties=told,
    )
