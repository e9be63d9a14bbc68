"""From a path, an address or standard input to a `Source`."""

from __future__ import annotations

import os
from pathlib import Path

from ...diagnostics import Report
from ..metamodel import SWAGGER_2
from .bundler import ExpansionError, bundle
from .document import AssembledDocument, Document, File, Origins
from .files import BrokenReference, Files
from .node import Node
from .source import Source


def load(source: str | Path, report: Report, *, allow_outside: bool = False) -> Source | None:
    """Read a description and every file that it refers to, as one document.

    Args:
        source: the root document, JSON or YAML, compressed or not: a path, an http address, or `-` for standard input.
        report: takes what is wrong with the files.
        allow_outside: whether references may leave the folder of the root document or go to a network.

    Returns:
        The description, or None (with an error in the report) if the root document can't be read.
    """
    files = Files(os.fspath(source), report, allow_outside=allow_outside)
    root = read_file(files, report)
    if root is None:
        return None
    document = assemble(root, files, report)
    return Source(document, files, report) if document is not None else None


def read(source: str | Path, report: Report) -> Node | None:
    """Read a file that is not a description, e.g. settings; None, with an error in the report, if it can't be read."""
    root = read_file(Files(os.fspath(source), report, allow_outside=False), report)
    return root.root if root is not None else None


def read_file(files: Files, report: Report) -> File | None:
    """Read the root document alone; None, with an error in the report, if it can't be read."""
    root = files.open_root()
    if isinstance(root, BrokenReference):
        report.error(root.code, None, root.message, root.help)
        return None
    return None if root.failed else root


def _is_swagger_2(root: Node) -> bool:
    """Return whether a document says that it is Swagger 2.0."""
    return root.is_map and "openapi" not in root and str(root.plain("swagger")).startswith("2")


def assemble(root: Document, files: Files, report: Report) -> AssembledDocument | None:
    """Put a description into one document; None, with an error, if its references multiply each other."""
    try:
        if _is_swagger_2(root.root):
            from ..swagger2.convert_document import convert  # most documents don't need it

            return convert(bundle(root, files, report, SWAGGER_2), report)
        return bundle(root, files, report)
    except ExpansionError as error:
        report.error(
            "too-large",
            error.node,
            "inlined references make this document too large",
            "refer to components, which are not copied",
        )
    except RecursionError:
        report.error(
            "too-deep", root.root, "references nest this document too deeply", "refer to components"
        )
    return None


def edit(source: Source, value: object, origins: Origins, report: Report) -> Source | None:
    """Return a description whose document was changed; references that came in with the change are followed.

    Args:
        source: the description before.
        value: the changed document, which shares no containers with it.
        origins: where the containers of `value` come from.
        report: takes what is wrong with the files.
    """
    before = source.document
    root = AssembledDocument(before.name, before.key, value, origins)
    document = assemble(root, source.files, report)
    return Source(document, source.files, report) if document is not None else None
