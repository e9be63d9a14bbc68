"""Is it OpenAPI? The checks of the bundled document.

1. Which version is it? Only this can end the run.
2. Does it follow the metamodel: keywords, vendor keys, references, types?
3. Where a type is in doubt, does openapi-python-client's typed schema accept it? It knows 3.0 and 3.1 and refuses a few
   things that these allow; `_is_allowed` lists them.
4. Does it have an operation?
"""

from __future__ import annotations

from ...diagnostics import Report, did_you_mean
from ..loading import Node, Source
from ..loading.gc_pause import gc_paused
from ..metamodel import HTTP_METHODS
from .grammar_check import check_schema
from .metamodel_check import check_document


def check_grammar(source: Source, report: Report) -> bool:
    """Check that a description follows OpenAPI's grammar.

    Args:
        source: the loaded description.
        report: takes an error for what is not OpenAPI 3 at all or has no operation, and a warning for every other break.

    Returns:
        Whether the generator can go on.
    """
    if not is_openapi(source.root, report):
        return False
    with gc_paused():
        doubts = check_document(source, report)
        if doubts:
            check_schema(source, doubts, report)
    return _has_operations(source, report)


def _has_operations(source: Source, report: Report) -> bool:
    """Return whether a document that has paths has an operation; report an error if not."""
    paths = source.root / "paths"
    items = [item for key, item in paths.items() if not key.startswith("x-")]
    if not items and not (paths.exists and not paths.is_map):
        return True
    for item in items:
        resolved = source.resolve(item)
        if resolved is not None and any(
            _is_operation(resolved, key) for key, _ in resolved.items()
        ):
            return True
    report.error(
        "no-operation",
        paths,
        "this document has paths, but no operation",
        "add an operation such as `get` to a path, or correct the references to them",
    )
    return False


def _is_operation(item: Node, key: str) -> bool:
    if key == "additionalOperations":
        return any(operation.is_map for _, operation in (item / key).items())
    return key in HTTP_METHODS and (item / key).is_map


def is_openapi(root: Node, report: Report) -> bool:
    """Return whether a document is OpenAPI of a version that is read; report an error if not."""
    if root.value is None:
        report.error("not-openapi", root, "this file is empty", "begin it with `openapi: 3.1.0`")
        return False
    if not root.is_map:
        report.error(
            "not-openapi",
            root,
            "this is not an OpenAPI document: it is not a mapping",
            "begin it with `openapi: 3.1.0`",
        )
        return False
    if "swagger" in root and "openapi" not in root:
        report.error(
            "openapi-version",
            root / "swagger",
            f"Swagger `{str(root.value['swagger'])[:20]}` is not a version that this generator reads",
            "write the document in Swagger 2.0 or OpenAPI 3",
        )
        return False
    if "openapi" not in root:
        help = did_you_mean(
            "openapi",
            list(root.value),
            "begin it with `openapi: 3.1.0`",
            show="`openapi` by `{}`".format,
        )
        report.error("not-openapi", root, "this document does not say which OpenAPI it is", help)
        return False
    return _check_version(root / "openapi", report)


def _check_version(node: Node, report: Report) -> bool:
    text = str(node.value)
    if not text.startswith("3") or text[1:2] not in ("", "."):
        report.error(
            "openapi-version",
            node,
            f"OpenAPI `{text[:20]}` is not a version that this generator reads",
            "write the document in OpenAPI 3.0, 3.1 or 3.2",
        )
        return False
    if not node.is_str or text[:4] not in ("3.0.", "3.1.", "3.2."):
        report.warning(
            "openapi-version",
            node,
            f"`{text[:20]}` is not spelled as a version of OpenAPI; it is read as 3.2",
            'write it as text with three numbers, e.g. "3.1.0"',
        )
    return True
