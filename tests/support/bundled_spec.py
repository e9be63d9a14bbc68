"""Read spec/ into one document without the generator's help, so that the two check each other.

Schemas and parameters become components named by the last segment of the reference to them; path
items and examples are put in place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

SPEC = Path(__file__).parents[2] / "spec"
METHODS = ("get", "put", "post", "delete", "patch")


class Bundler:
    """Follows references across the files of spec/; a dangling one raises."""

    def __init__(self) -> None:
        self.files: dict[Path, Any] = {}
        self.used: set[tuple[Path, str]] = set()
        self.components: dict[str, dict[str, Any]] = {"schemas": {}, "parameters": {}}
        self.owners: dict[str, Path] = {}

    def load(self, path: Path) -> Any:
        if path not in self.files:
            text = path.read_text(encoding="utf-8")
            yaml = YAML(typ="safe", pure=True)
            self.files[path] = json.loads(text) if path.suffix == ".json" else yaml.load(text)
        return self.files[path]

    def run(self) -> dict[str, Any]:
        root = SPEC / "openapi.yaml"
        document: dict[str, Any] = self.walk(self.load(root), root)
        document["components"] |= self.components
        return document

    def walk(self, value: Any, file: Path) -> Any:
        if isinstance(value, list):
            return [self.walk(item, file) for item in value]
        if not isinstance(value, dict):
            return value
        if "$ref" in value:
            rest = {key: self.walk(item, file) for key, item in value.items() if key != "$ref"}
            return {**self.follow(value["$ref"], file), **rest}
        if file.suffix == ".json":
            return value
        walked = {key: self.walk(item, file) for key, item in value.items()}
        if "discriminator" in value:
            mapping = walked["discriminator"]["mapping"]
            walked["discriminator"]["mapping"] = {
                tag: self.follow(reference, file)["$ref"] for tag, reference in mapping.items()
            }
        return walked

    def follow(self, reference: str, file: Path) -> dict[str, Any]:
        name, _, pointer = reference.partition("#")
        target = (file.parent / name).resolve() if name else file
        value = self.load(target)
        for segment in pointer.split("/")[1:]:
            value = value[segment.replace("~1", "/").replace("~0", "~")]
        self.used.add((target, pointer))
        kind = target.stem
        if kind not in self.components:
            walked = self.walk(value, target)
            assert isinstance(walked, dict)
            return walked
        component = pointer.rsplit("/", 1)[1]
        if self.owners.setdefault(component, target) != target:
            raise ValueError(f"{component} is the name of two components")
        if component not in self.components[kind]:
            self.components[kind][
                component
            ] = {}  # a place holder, for schemas that lead back to themselves
            self.components[kind][component] = self.walk(value, target)
        return {"$ref": f"#/components/{kind}/{component}"}


BUNDLER = Bundler()
DOCUMENT = BUNDLER.run()
SCHEMAS: dict[str, dict[str, Any]] = DOCUMENT["components"]["schemas"]


def resolved(value: dict[str, Any]) -> dict[str, Any]:
    """The component that `value` refers to, with what stands next to the reference, or `value`."""
    while "$ref" in value:
        _, _, kind, name = value["$ref"].split("/")
        rest = {key: item for key, item in value.items() if key != "$ref"}
        value = {**DOCUMENT["components"][kind][name], **rest}
    return value


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every operation as `METHOD path`, its path item's parameters before its own, resolved."""
    for path, item in DOCUMENT["paths"].items():
        for method in METHODS:
            if method in item:
                given = item.get("parameters", []) + item[method].get("parameters", [])
                yield f"{method.upper()} {path}", {
                    **item[method],
                    "parameters": [resolved(parameter) for parameter in given],
                }


OPERATIONS = dict(operations())


def nested(value: Any, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping in `value` with its place, leaving out examples."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from nested(item, f"{pointer}/{index}")
    elif isinstance(value, dict):
        yield pointer, value
        for key, item in value.items():
            if key != "examples":
                yield from nested(item, f"{pointer}/{key}")
