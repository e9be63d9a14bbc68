"""One self-contained document out of many files.

Components of the root keep their names. What other files define becomes a component under the last
part of its pointer; where that name is taken, the name of its file goes in front, then a number goes
behind, in the order in which the references are met. Path items, examples, links and media types are put in
place of their reference.
"""

from __future__ import annotations

import json
import re
from io import StringIO
from itertools import chain, count
from pathlib import PurePosixPath
from typing import Any, Final

from attrs import field, frozen

from ..shapes import REFERABLE, Slot, children, is_list, is_map, slots
from .node import Node, escape
from .references import Source

_INLINED: Final = frozenset({"pathItem", "example", "link", "mediaType"})
_OF_YAML_1_1 = re.compile(
    r"(?i:y|n|yes|no|on|off)|[-+]?[0-9][0-9_:.]*|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"
)
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")


@frozen
class Bundle:
    """The document, and where its parts come from."""

    document: dict[str, Any]
    origins: dict[str, Node] = field(repr=False)
    """Nodes by the pointer (in the bundle) of everything that was moved, the root included."""

    def origin(self, pointer: str) -> Node:
        """The node of the source files that a pointer into the bundle stands for."""
        head, rest = pointer, list[str]()
        while head not in self.origins:
            head, _, token = head.rpartition("/")
            rest.append(token)
        node = self.origins[head]
        for token in reversed(rest):
            node = node / token.replace("~1", "/").replace("~0", "~")
        return node


def bundle(source: Source) -> dict[str, Any]:
    """Put a description into one document.

    Args:
        source: the loaded description.

    Returns:
        A new document in which every `$ref` is `#/components/…`; references that lead nowhere stay
        as they are, with a finding in the source's report.
    """
    return assemble(source).document


def assemble(source: Source) -> Bundle:
    """As `bundle`, together with the way back from its pointers to the files."""
    return _Bundler(source).run()


class _Bundler:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._origins: dict[str, Node] = {"": source.root}
        self._names: dict[Node, tuple[str, str]] = {}
        self._homes: dict[Node, Node] = {}
        self._taken: dict[str, set[str]] = {}
        self._hoisted: list[tuple[str, str, Node]] = []
        self._open: list[Node] = []

    def run(self) -> Bundle:
        root = self._source.root
        self._reserve(root / "components")
        document: dict[str, Any] = self._object(root, "document", "")
        components = _mapping(document.get("components"))
        while self._hoisted:
            kind, name, node = self._hoisted.pop(0)
            pointer = f"/components/{REFERABLE[kind]}/{escape(name)}"
            self._origins[pointer] = node
            section = components[REFERABLE[kind]] = _mapping(components.get(REFERABLE[kind]))
            section[name] = self._object(node, kind, pointer)
        if components:
            document["components"] = components
        return Bundle(document, self._origins)

    def _reserve(self, components: Node) -> None:
        for kind, section in REFERABLE.items():
            self._taken[kind] = set()
            for name, node in (components / section).items():
                self._names[node] = (kind, name)
                self._taken[kind].add(name)
        for node, (kind, _) in list(self._names.items()):
            self._settle(node, kind)

    def _settle(self, node: Node, kind: str) -> None:
        """A component of the root that only points into another file becomes the home of its target."""
        if is_map(node.value) and list(node.value) == ["$ref"]:
            target = self._source.step(node)
            if target is not None and target not in self._names:
                self._names[target] = self._names[node]
                self._homes[node] = target

    def _object(self, node: Node, kind: str, pointer: str) -> Any:
        """A copy of an object with every reference inside it made local."""
        value = node.value
        if not is_map(value):
            return value
        if kind in REFERABLE and type(value.get("$ref")) is str:
            return self._reference(node, kind, pointer)
        copy = dict(value)
        if kind == "schema":
            copy.pop("$id", None)
        for key, slot in slots(kind, value):
            copy[key] = self._field(node / key, slot, f"{pointer}/{escape(key)}")
        if kind == "discriminator" and is_map(value.get("mapping")):
            copy["mapping"] = {k: self._mapped(node, text) for k, text in value["mapping"].items()}
        return copy

    def _field(self, node: Node, slot: Slot, pointer: str) -> Any:
        made: list[tuple[str, Any]] = []
        for key, _ in children(slot, node.value):
            if key is None:
                return self._object(node, slot.shape, pointer)
            made.append((key, self._object(node / key, slot.shape, f"{pointer}/{escape(key)}")))
        if is_list(node.value):
            return [item for _, item in made]
        return dict(made) if is_map(node.value) else node.value

    def _reference(self, node: Node, kind: str, pointer: str) -> Any:
        if node in self._homes:
            return self._inlined(self._homes[node], kind, pointer)
        target = self._source.step(node)
        if target is None:
            return dict(node.value)
        siblings = {key: item for key, item in node.value.items() if key != "$ref"}
        if kind in _INLINED:
            return self._inlined(target, kind, pointer) | siblings
        rest = self._object(Node(node.document, siblings, node.parent, node.key), kind, pointer)
        return {"$ref": self._local(target, kind)} | rest

    def _inlined(self, node: Node, kind: str, pointer: str) -> dict[str, Any]:
        if node in self._open:
            return {}
        self._open.append(node)
        self._origins[pointer] = node
        made = self._object(node, kind, pointer)
        self._open.pop()
        return made if is_map(made) else {}

    def _local(self, target: Node, kind: str) -> str:
        if target not in self._names or self._names[target][0] != kind:
            name = self._fresh(target, kind)
            self._names[target] = (kind, name)
            self._hoisted.append((kind, name, target))
        return f"#/components/{REFERABLE[kind]}/{escape(self._names[target][1])}"

    def _fresh(self, target: Node, kind: str) -> str:
        file = (
            _UNFIT.sub("_", PurePosixPath(target.document.name).name.partition(".")[0])
            or "document"
        )
        name = _UNFIT.sub("_", target.key) or file
        numbered = (f"{file}_{name}_{number}" for number in count(2))
        wishes = chain((name, f"{file}_{name}"), numbered)
        free = next(wish for wish in wishes if wish not in self._taken[kind])
        self._taken[kind].add(free)
        return free

    def _mapped(self, node: Node, text: Any) -> Any:
        """A discriminator's target, which may be a reference or the bare name of a component."""
        if type(text) is not str or text in self._taken["schema"]:
            return text
        target = self._source.lookup(node, text)
        return self._local(target, "schema") if target is not None else text


def to_json(document: dict[str, Any]) -> str:
    """A bundled document as JSON text, indented by two spaces."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def to_yaml(document: dict[str, Any]) -> str:
    """A bundled document as YAML text without anchors, in the order it has."""
    from ruamel.yaml import YAML  # slow to import, and reading from the cache needs none

    yaml: Any = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.ignore_aliases = _never
    yaml.representer.add_representer(str, _represent_text)
    text = StringIO()
    yaml.dump(document, text)
    return text.getvalue()


def _never(_: object) -> bool:
    return True


def _represent_text(representer: Any, text: str) -> Any:
    """Quote what older YAML takes for a bool, a date or a number to the base of 60."""
    quote = '"' if _OF_YAML_1_1.fullmatch(text) else None
    return representer.represent_scalar("tag:yaml.org,2002:str", text, style=quote)


def _mapping(value: Any) -> dict[str, Any]:
    """What can take members: `value` itself, or an empty mapping in place of what is none."""
    return value if is_map(value) else {}
