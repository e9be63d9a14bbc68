"""Rules about operations, their tags and responses."""

from __future__ import annotations

import re

from ..diagnostics import did_you_mean
from ..openapi.loading import Node
from .linter import Linter

_SUCCESS = re.compile(r"1\d\d|[23](\d\d|XX)|default", re.IGNORECASE)
_FAILURE = re.compile(r"[45](\d\d|XX)|default", re.IGNORECASE)


def check_operation(linter: Linter, operation: Node) -> None:
    """Check an operation by itself."""
    for rule, key, what in (
        ("operation-id", "operationId", "an `operationId`"),
        ("operation-tags", "tags", "a tag"),
        ("operation-summary", "summary", "a summary"),
    ):
        if not operation.plain(key):
            linter.warn(
                rule, operation, f"this operation has no {what.split(' ', 1)[1]}", f"give it {what}"
            )
    if operation.key in ("get", "head") and "requestBody" in operation:
        linter.warn(
            "get-with-body",
            operation / "requestBody",
            f"a {operation.key.upper()} has a body, to to to to to to which HTTP gives no meaning",
            "describe it as parameters, or use POST or QUERY",
        )
    _check_tags(linter, operation)
    _check_responses(linter, operation)


def _check_tags(linter: Linter, operation: Node) -> None:
    names: set[object] = set()
    for tag in operation / "tags":
        if type(tag.value) is not str:
            continue
        if tag.value in names:
            _report_duplicate_tag(linter, tag, tag.value)
        elif linter.tags and tag.value not in linter.tags | linter.undeclared_tags:
            linter.undeclared_tags.add(tag.value)
            linter.warn(
                "undeclared-tag",
                tag,
                f"the document does not declare the tag `{tag.value}`",
                did_you_mean(tag.value, linter.tags, "list it below `tags` of the document"),
            )
        names.add(tag.value)


def check_document_tags(linter: Linter, document: Node) -> None:
    """Check that the tags of a document have different names."""
    names: set[str] = set()
    for tag in document / "tags":
        name = tag.text("name")
        if name is not None and name in names:
            _report_duplicate_tag(linter, tag, name)
        names.add(name or "")


def _report_duplicate_tag(linter: Linter, place: Node, name: str) -> None:
    linter.warn("duplicate-tag", place, f"the tag `{name}` is listed twice", "remove one of them")


def _check_responses(linter: Linter, operation: Node) -> None:
    if any(step in ("webhooks", "callbacks") for step in operation.pointer.split("/")):
        return  # which the user's server responds to
    responses = operation / "responses"
    statuses = [key.strip() for key, _ in responses.items() if not key.startswith("x-")]
    if not statuses:
        place = responses if responses.exists else operation
        linter.warn(
            "no-responses",
            place,
            "this operation has no responses",
            "describe at least its success, e.g. `'204': {description: Done.}`",
        )
        return
    if not any(map(_SUCCESS.match, statuses)):
        help = "describe the response of a request that succeeds"
        linter.warn("no-success-response", responses, "no response is a success", help)
    if not any(map(_FAILURE.match, statuses)):
        help = "describe failures, e.g. as `4XX` or `default`"
        linter.warn("operation-error-response", responses, "no response is a failure", help)


def check_link(linter: Linter, link: Node) -> None:
    """Check that a link leads to an operation."""
    name = link.text("operationId")
    listed = linter.operation_ids
    if name is not None and name not in listed:
        linter.warn(
            "link-operation",
            link / "operationId",
            f"no operation has the id `{name}`",
            did_you_mean(name, listed, "name an operation of this document"),
        )
