"""A Swagger 2.0 document as an OpenAPI 3.1 document, in which every node knows its place in the original.

The document is bundled: its references lead to its own `definitions`, `parameters` and `responses` only.
Media types are written out at every body and response, because 3.x has no `consumes` and `produces`; a shared body
parameter becomes a body of each operation that refers to it.
"""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import urlsplit

from ...diagnostics import Report
from ..loading.document import AssembledDocument
from ..loading.node import Node
from ..metamodel import SWAGGER_2, is_map
from .component_names import rename_components, rename_in_pointer
from .convert_parameters import ParameterConverter
from .convert_schemas import SchemaConverter
from .convert_security import convert_scheme

_MOVED: Final = frozenset(
    ("swagger", "host", "basePath", "schemes", "consumes", "produces", "paths")
    + ("definitions", "parameters", "responses", "securityDefinitions")
)
_NO_FILE: Final = re.compile(r"json|^text/(plain|html)", re.IGNORECASE)
_HAS_BODY: Final = re.compile(r"2(?!0[45])\d\d")
_OPERATION_MOVED: Final = frozenset(("consumes", "produces", "parameters", "responses", "schemes"))
_METHODS: Final = frozenset(SWAGGER_2.slots["pathItem"]) - {"parameters"}


def convert(document: AssembledDocument, report: Report) -> AssembledDocument:
    """Convert a document.

    Args:
        document: one self-contained document in Swagger 2.0.
        report: takes what can't be expressed.
    """
    return _Converter(document, report).run()


class _Converter:
    def __init__(self, document: AssembledDocument, report: Report) -> None:
        self._document = document
        self._report = report
        self._root = document.root
        self._origins = document.origins.copy()
        self._renamed = {
            section: rename_components(each for each, _ in (self._root / section).items())
            for section in ("definitions", "parameters", "responses", "securityDefinitions")
        }
        self._schemas = SchemaConverter(self._origins, self._renamed["definitions"])
        self._parameters = ParameterConverter(self._schemas, self._origins, report)
        self._consumes = _as_texts(self._root / "consumes")
        self._produces = _as_texts(self._root / "produces")

    def run(self) -> AssembledDocument:
        root = self._root
        converted: dict[str, Any] = {"openapi": "3.1.0"}
        converted |= {key: value for key, value in root.value.items() if key not in _MOVED}
        if "security" in root:
            converted["security"] = self._convert_security(root / "security")
        converted["servers"] = self._convert_servers(_as_texts(root / "schemes"), root)
        paths = root / "paths"
        converted["paths"] = {
            path: self._convert_path_item(item) if not path.startswith("x-") else item.value
            for path, item in paths.items()
        }
        self._record(converted["paths"], paths)
        converted["components"] = self._convert_components()
        self._record(converted, root)
        before = self._document
        return AssembledDocument(before.name, before.key, converted, self._origins)

    def _record(self, container: Any, node: Node) -> None:
        self._origins.record(container, node.pinned())

    def _convert_servers(self, schemes: list[str], place: Node) -> list[dict[str, Any]]:
        host, base = self._root.text("host") or "", self._root.text("basePath") or ""
        before, separator, after = host.partition("://")
        if separator:  # 2.0 has the scheme elsewhere, but many write it here as well
            host, schemes = after, schemes or [before]
        host = host.rstrip("/")
        path = base if not base or base.startswith("/") else f"/{base}"
        if not host:
            servers: list[dict[str, Any]] = [{"url": path or "/"}]
        else:
            fetched = urlsplit(self._document.key).scheme
            chosen = schemes or [fetched if fetched in ("http", "https") else "https"]
            web = [each for each in ("https", "http") if each in chosen]
            ordered = [*web, *(each for each in dict.fromkeys(chosen) if each not in web)]
            servers = [{"url": f"{scheme}://{host}{path}"} for scheme in ordered]
        for server in servers:
            self._record(server, place)
        return servers

    def _convert_components(self) -> dict[str, Any]:
        root = self._root
        sections: dict[str, tuple[Node, dict[str, Any]]] = {
            "schemas": (
                root / "definitions",
                {
                    self._rename("definitions", name): self._schemas.convert(node)
                    for name, node in (root / "definitions").items()
                },
            ),
            "parameters": (
                root / "parameters",
                {
                    self._rename("parameters", name): self._parameters.convert(node)
                    for name, node in (root / "parameters").items()
                    if node.is_map and node.text("in") not in ("body", "formData")
                },
            ),
            "responses": (
                root / "responses",
                {
                    self._rename("responses", name): self._convert_response(node, self._produces)
                    for name, node in (root / "responses").items()
                },
            ),
            "securitySchemes": (
                root / "securityDefinitions",
                {
                    self._rename("securityDefinitions", name): convert_scheme(node)
                    for name, node in (root / "securityDefinitions").items()
                },
            ),
        }
        converted: dict[str, Any] = {}
        for name, (node, section) in sections.items():
            if section:
                converted[name] = section
                self._record(section, node)
        for name, node in (root / "securityDefinitions").items():
            scheme = converted["securitySchemes"][self._rename("securityDefinitions", name)]
            if is_map(scheme):
                self._record(scheme, node)
        self._record(converted, root)
        return converted

    def _rename(self, section: str, name: str) -> str:
        return self._renamed[section].get(name, name)

    def _convert_security(self, node: Node) -> Any:
        """Return security requirements with the new names of schemes."""
        if not self._renamed["securityDefinitions"] or not node.is_list:
            return node.value
        converted: list[Any] = []
        for each in node:
            requirement: Any = each.value
            if is_map(requirement):
                requirement = {
                    self._rename("securityDefinitions", name): scopes
                    for name, scopes in requirement.items()
                }
                self._record(requirement, each)
            converted.append(requirement)
        self._record(converted, node)
        return converted

    def _convert_path_item(self, item: Node) -> Any:
        if not item.is_map:
            return item.value
        shared = [self._resolve(each) for each in item / "parameters"]
        in_body = [each for each in shared if _is_in_body(each)]
        converted: dict[str, Any] = {}
        for key, child in item.items():
            if key == "parameters" and child.is_list:
                pairs = zip(child, shared, strict=True)
                converted[key] = [
                    self._convert_parameter(each) for each, end in pairs if not _is_in_body(end)
                ]
                self._record(converted[key], child)
            elif key in _METHODS and child.is_map:
                converted[key] = self._convert_operation(child, in_body)
            else:
                converted[key] = child.value
        self._record(converted, item)
        return converted

    def _convert_operation(self, node: Node, shared_body: list[Node]) -> dict[str, Any]:
        value = node.value
        converted = {key: item for key, item in value.items() if key not in _OPERATION_MOVED}
        listed = list(node / "parameters")
        ends = [self._resolve(each) for each in listed]
        parameters = [
            self._convert_parameter(each)
            for each, end in zip(listed, ends, strict=True)
            if not _is_in_body(end)
        ]
        if parameters:
            converted["parameters"] = parameters
            self._record(parameters, node / "parameters")
        elif "parameters" in node and not (node / "parameters").is_list:
            converted["parameters"] = value["parameters"]
        consumes = _as_texts(node / "consumes") if "consumes" in node else self._consumes
        body = self._convert_body([end for end in ends if _is_in_body(end)], shared_body, consumes)
        if body is not None:
            converted["requestBody"] = body
        if "responses" in node:
            converted["responses"] = self._convert_responses(node)
        if "security" in node:
            converted["security"] = self._convert_security(node / "security")
        if "schemes" in node and self._root.text("host"):
            converted["servers"] = self._convert_servers(
                _as_texts(node / "schemes"), node / "schemes"
            )
        self._record(converted, node)
        return converted

    def _convert_body(
        self, own: list[Node], shared: list[Node], consumes: list[str]
    ) -> dict[str, Any] | None:
        """Return the body of an operation: its own, else that of the path item."""
        body = next((each for each in (*own, *shared) if each.text("in") == "body"), None)
        fields = {
            each.text("name"): each for each in (*shared, *own) if each.text("in") == "formData"
        }
        if body is not None and fields and any(each.text("in") == "formData" for each in own):
            if body in own:
                message = "this operation has a body and form fields; only one of them can be sent"
                self._report.warning("swagger-parameter", body, message, "describe one of them")
            else:
                body = None
        if body is not None:
            return self._parameters.convert_body(body, consumes)
        return self._parameters.convert_form(list(fields.values()), consumes) if fields else None

    def _convert_parameter(self, node: Node) -> Any:
        if not node.is_map:
            return node.value
        reference = node.text("$ref")
        if reference is None:
            return self._parameters.convert(node)
        if reference.startswith("#/parameters/"):
            return {"$ref": self._make_reference("parameters", reference)}
        end = self._resolve(node)
        return self._parameters.convert(end) if end.is_map and "$ref" not in end else node.value

    def _make_reference(self, section: str, reference: str) -> str:
        pointer = reference.removeprefix(f"#/{section}/")
        return f"#/components/{section}/{rename_in_pointer(pointer, self._renamed[section])}"

    def _convert_responses(self, operation: Node) -> Any:
        node = operation / "responses"
        if not node.is_map:
            return node.value
        own = "produces" in operation
        produces = _as_texts(operation / "produces") if own else self._produces
        converted = {
            key: (
                child.value
                if key.startswith("x-") or not child.is_map
                else self._convert_response_or_reference(
                    child, produces, shares=produces == self._produces
                )
            )
            for key, child in node.items()
        }
        if own and not operation.pointer.endswith("/head"):
            self._add_undescribed(converted, operation / "produces")
        self._record(converted, node)
        return converted

    def _add_undescribed(self, responses: dict[str, Any], produces: Node) -> None:
        """Add content to successful responses without a schema where the operation itself produces files only."""
        media_types = [each for each in _as_texts(produces) if "/" in each]
        if not media_types or any(_NO_FILE.search(each) for each in media_types):
            return
        for status, response in responses.items():
            if _HAS_BODY.fullmatch(status) and is_map(response) and "$ref" not in response:
                content: dict[str, Any] = {each: {} for each in media_types}
                for media in (content, *content.values()):
                    self._record(media, produces)
                response.setdefault("content", content)

    def _convert_response_or_reference(
        self, node: Node, produces: list[str], *, shares: bool
    ) -> Any:
        reference = node.text("$ref")
        if reference is None:
            return self._convert_response(node, produces)
        if shares and reference.startswith("#/responses/"):
            return {"$ref": self._make_reference("responses", reference)}
        end = self._resolve(node)
        return (
            self._convert_response(end, produces)
            if end.is_map and "$ref" not in end
            else node.value
        )

    def _convert_response(self, node: Node, produces: list[str]) -> Any:
        if not node.is_map:
            return node.value
        converted = {
            key: value
            for key, value in node.value.items()
            if key not in ("schema", "headers", "examples")
        }
        converted.setdefault("description", "")
        if (node / "headers").is_map:
            converted["headers"] = {
                name: self._convert_header(each) for name, each in (node / "headers").items()
            }
            self._record(converted["headers"], node / "headers")
        content = self._convert_content(node, produces)
        if content:
            converted["content"] = content
        self._record(converted, node)
        return converted

    def _convert_content(self, node: Node, produces: list[str]) -> dict[str, Any]:
        examples = dict((node / "examples").items())
        if "schema" not in node:
            content: dict[str, Any] = {name: {} for name in examples if "/" in name}
        else:
            is_file = (node / "schema").plain("type") == "file"
            media_types = _list_media_types_of_file(produces) if is_file else produces
            schema = self._schemas.convert(node / "schema")
            content = {each: {"schema": schema} for each in media_types or ["application/json"]}
        for name, media in content.items():
            if name in examples:
                media["example"] = examples[name].value
            self._record(media, node)
        return content

    def _convert_header(self, node: Node) -> Any:
        if not node.is_map:
            return node.value
        converted = {
            key: value
            for key, value in node.value.items()
            if key == "description" or key.startswith("x-")
        }
        converted["schema"] = self._schemas.convert_value(node)
        self._record(converted, node)
        return converted

    def _resolve(self, node: Node) -> Node:
        """Return what a chain of references to parameters or responses ends at; the node itself if nowhere."""
        visited: set[str] = set()
        at = node
        while (reference := at.text("$ref")) is not None and reference.startswith("#/"):
            target = self._document.at(reference[1:])
            if reference in visited or not target.exists:
                return node
            visited.add(reference)
            at = target
        return at


def _list_media_types_of_file(produces: list[str]) -> list[str]:
    """Return the media types that a file is asked for as.

    JSON is what the other responses of an API or the errors of the operation have: a file is not read as JSON.
    """
    others = [each for each in produces if "json" not in each.lower()]
    return others or (["*/*"] if produces else ["application/octet-stream"])


def _is_in_body(node: Node) -> bool:
    return node.text("in") in ("body", "formData")


def _as_texts(node: Node) -> list[str]:
    """Return the texts of a list; a single text is taken for a list of one."""
    if node.is_str:
        return [node.value]
    return [each.value for each in node if each.is_str]
