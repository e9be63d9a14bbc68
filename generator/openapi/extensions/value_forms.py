"""The forms of values of `x-` keys: the check of each, and its JSON Schema for editors."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from attrs import frozen

from ...diagnostics import did_you_mean
from ..loading import Node

Complaint = tuple[Node, str, str]
"""Where, what is wrong, and how to fix it."""

Check = Callable[[Node], Iterator[Complaint]]


@frozen
class Form:
    """The form of a value.

    Attributes:
        check: yields problems of a value.
        schema: the same as a JSON Schema, for editors.
    """

    check: Check
    schema: dict[str, Any]

    def __call__(self, node: Node) -> Iterator[Complaint]:
        """Yield what is wrong with a value."""
        return self.check(node)


_DOTTED = re.compile(r"[^.\s]+(\.[^.\s]+)*")
_NAMES = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*")
_RESOURCE = re.compile(f"({_NAMES.pattern})?")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DISTRIBUTION = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
_SUGGESTED = 60
"""Characters of a text that is suggested instead of a wrong one."""
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)((a|b|rc)\d+)?")


def _check_flag(node: Node) -> Iterator[Complaint]:
    if type(node.value) is not bool:
        yield _not(node, "true or false")


def _check_text(node: Node) -> Iterator[Complaint]:
    if not node.is_str or not node.value.strip():
        yield _not(node, "text")


def _check_zero_or_one(node: Node) -> Iterator[Complaint]:
    if type(node.value) is not int or node.value not in (0, 1):
        yield _not(node, "0 or 1")


def _check_schema(node: Node) -> Iterator[Complaint]:
    if not node.is_map:
        yield _not(node, "a schema")


schema = Form(_check_schema, {"type": "object"})
flag = Form(_check_flag, {"type": "boolean"})
text = Form(_check_text, {"type": "string", "pattern": r"\S"})
zero_or_one = Form(_check_zero_or_one, {"enum": [0, 1]})


def matching(pattern: re.Pattern[str], noun: str, example: str) -> Form:
    """Return the form of text that matches `pattern`, called `noun` in messages.

    The help for a name is the text with underscores if that matches, such as `my_shop` for `my-shop`; else the example.
    """

    def check(node: Node) -> Iterator[Complaint]:
        if not node.is_str or not pattern.fullmatch(node.value):
            is_name = node.is_str and pattern is _VARIABLE
            corrected = re.sub(r"\W+", "_", node.value).strip("_") if is_name else ""
            is_correct = len(corrected) <= _SUGGESTED and pattern.fullmatch(corrected)
            help = (
                f"write `{corrected}`" if is_correct and corrected else f"for example `{example}`"
            )
            yield _not(node, noun, help)

    anchored = f"^(?:{pattern.pattern})$"
    return Form(check, {"type": "string", "pattern": anchored, "examples": [example]})


path = matching(_DOTTED, "a dotted path of members", "result.items")
resource = matching(_RESOURCE, "names joined by dots", "ai_gateway.logs")
_NAME = "a name of letters, digits and underscores"
name = matching(_VARIABLE, _NAME, "list_all")
package_name = matching(_VARIABLE, _NAME, "petstore_client")
class_name = matching(_VARIABLE, _NAME, "Petstore")
variable_name = matching(_VARIABLE, _NAME, "PETSTORE_BASE_URL")
distribution = matching(_DISTRIBUTION, "a name that an index accepts", "acme-client")
version = matching(_VERSION, "a version of three numbers", "1.4.0")


def _check_license(node: Node) -> Iterator[Complaint]:
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    try:
        canonicalize_license_expression(node.value if node.is_str else "")
    except InvalidLicenseExpression:
        yield _not(node, "an SPDX licence expression", "for example `MIT` or `Apache-2.0`")


license_expression = Form(_check_license, {"type": "string", "examples": ["MIT", "Apache-2.0"]})


def one_of(*allowed: str) -> Form:
    """Return the form of one of a few words."""

    def check(node: Node) -> Iterator[Complaint]:
        if node.value not in allowed:
            message = f"`{node.key}` is one of {', '.join(allowed)}"
            yield node, message, did_you_mean(str(node.value), allowed, "write one of them")

    return Form(check, {"enum": list(allowed)})


def items(form: Form, *, or_one: bool = False) -> Form:
    """Return the form of a list, or with `or_one` also of a single item without the list."""

    def check(node: Node) -> Iterator[Complaint]:
        if node.is_list:
            for item in node:
                yield from form(item)
        elif or_one:
            yield from form(node)
        else:
            yield _not(node, "a list")

    listed = {"type": "array", "items": form.schema}
    return Form(check, {"anyOf": [listed, form.schema]} if or_one else listed)


def mapping(form: Form) -> Form:
    """Return the form of a mapping from any key to values of a form."""

    def check(node: Node) -> Iterator[Complaint]:
        if not node.is_map:
            yield _not(node, "a mapping")
        for _, member in node.items():
            yield from form(member)

    return Form(check, {"type": "object", "additionalProperties": form.schema})


def record(required: dict[str, Form], optional: dict[str, Form] | None = None) -> Form:
    """Return the form of a mapping with certain keys and no others."""
    fields = required | (optional or {})

    def check(node: Node) -> Iterator[Complaint]:
        if not node.is_map:
            yield _not(node, f"a mapping with {', '.join(f'`{key}`' for key in fields)}")
            return
        for key in required:
            if key not in node:
                yield node, f"`{key}` is missing in `{node.key}`", f"add `{key}`"
        for key, member in node.items():
            if key in fields:
                yield from fields[key](member)
            else:
                help = did_you_mean(key, fields, f"it has {', '.join(fields)}")
                yield member, f"`{node.key}` has no `{key}`", help

    return Form(check, object_schema(fields, required))


def object_schema(fields: Mapping[str, Form], required: Collection[str] = ()) -> dict[str, Any]:
    """Return the JSON Schema of a mapping with certain keys and no others."""
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {key: form.schema for key, form in fields.items()},
        "additionalProperties": False,
    }
    return schema | ({"required": list(required)} if required else {})


def _not(node: Node, noun: str, help: str = "") -> Complaint:
    return node, f"`{node.key}` is not {noun}", help or f"write {noun}"
