"""All rules of `lint`, in one walk over the document."""

from __future__ import annotations

from ..diagnostics import Report
from ..openapi.loading import Node, Source
from . import operations, parameters, paths, schemas, security
from .components import ComponentCheck
from .examples import ExampleCheck
from .linter import Check, Linter
from .openapi_versions import VersionCheck, check_siblings
from .walk import walk

_CHECKS: dict[str, tuple[Check, ...]] = {
    "document": (
        security.check_servers,
        security.check_requirements,
        operations.check_document_tags,
    ),
    "server": (security.check_server,),
    "operation": (operations.check_operation, security.check_requirements),
    "parameter": (parameters.check_parameter,),
    "header": (parameters.check_header,),
    "mediaType": (parameters.check_media_type,),
    "link": (operations.check_link,),
    "schema": (schemas.check_schema,),
    "securityScheme": (security.check_security_scheme,),
}


def check_document(source: Source, report: Report) -> None:
    """Add to `report` what breaks the rules that only `lint` checks."""
    linter = Linter(source, report)
    components, versions = ComponentCheck(linter), VersionCheck(linter)
    examples = ExampleCheck(linter)
    for visit in walk(source.root):
        components.note(visit)
        versions.check(visit.shape, visit.node)
        examples.check(visit)
        if visit.is_reference and visit.shape == "schema":
            check_siblings(linter, visit.node)
        if not visit.is_reference or visit.shape == "schema":
            for check in _CHECKS.get(visit.shape, ()):
                check(linter, visit.node)
    components.report()
    versions.report()
    _check_operations(linter, source.root)


def _check_operations(linter: Linter, root: Node) -> None:
    paths.check_paths(linter, root / "paths")
    if not (root / "paths").value and not (root / "webhooks").value:
        linter.warn("no-paths", root / "paths", "the document describes no operation", "add a path")
