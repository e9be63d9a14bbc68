"""Is it OpenAPI? Three questions, asked of the whole description as one document.

1. Which version is it? Only this can end the run.
2. Does openapi-python-client's typed schema accept it? Its error paths become located findings.
3. Which keywords does no version of OpenAPI know? (The schema accepts anything there.)

The schema knows 3.0 and 3.1 and refuses a few things that these allow; `_forgiven` lists them. It takes
0.4 s to import, so a description that passed once is not checked again.
"""

from __future__ import annotations

from pathlib import Path

from ...cache import Cache, digest, version_of
from ...diagnostics import Report, did_you_mean
from ..loading import Node, Source
from ..loading.bundler import Bundle, assemble
from ..loading.gc_pause import gc_paused
from ..metamodel import is_map
from .schema_check import check_schema
from .unknown_keywords import check_keywords


def check_grammar(source: Source, report: Report) -> bool:
    """Check that a description follows OpenAPI's grammar.

    Args:
        source: the loaded description.
        report: takes an error for what is no OpenAPI 3 at all, and a warning for every other break.

    Returns:
        Whether the generator can go on.
    """
    if not _is_openapi(source.root, report):
        return False
    key = _key(source)
    if Cache("grammar").get(key) == "passed":
        return True
    before = sum(report.counts().values())
    with gc_paused():
        whole = _whole(source)
        check_schema(whole, report)
        check_keywords(whole, report, source.resolve if len(source.documents) == 1 else None)
    if sum(report.counts().values()) == before:
        Cache("grammar").put(key, "passed")
    return True


def _key(source: Source) -> str:
    """Everything the verdict depends on: the files, the schema, and this code."""
    here = Path(__file__).parent
    modules = [
        *here.glob("*.py"),
        *(here.parent / "extensions").glob("*.py"),
        here.parent / "metamodel.py",
    ]
    code = [path.read_bytes() for path in sorted(modules)]
    files = [part for key, doc in sorted(source.documents.items()) for part in (key, doc.text.data)]
    files += [each.text.data for each in source.curated_by]
    return digest(version_of("openapi-python-client"), *code, *files)


def _whole(source: Source) -> Bundle:
    if len(source.documents) == 1 and is_map(source.root.value):
        return Bundle(source.root.value, {"": source.root})
    return assemble(source)


def _is_openapi(root: Node, report: Report) -> bool:
    if root.value is None:
        report.error("not-openapi", root, "this file is empty", "begin it with `openapi: 3.1.0`")
        return False
    if not root.is_map:
        report.error(
            "not-openapi",
            root,
            "this is no OpenAPI document: it is not a mapping",
            "begin it with `openapi: 3.1.0`",
        )
        return False
    if "swagger" in root and "openapi" not in root:
        report.error(
            "swagger-2",
            root / "swagger",
            "this is a Swagger 2.0 document, which this generator does not read",
            "convert it to OpenAPI 3 first, e.g. with `npx swagger2openapi`",
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
    return _version(root / "openapi", report)


def _version(node: Node, report: Report) -> bool:
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
