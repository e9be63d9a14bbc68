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
from typing import Any, Final, TypeAlias

from attrs import field, frozen

from ..metamodel import REFERABLE, Slot, is_list, is_map, list_slots
from .node import Node, escape
from .resolver import Source

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
        A document to be read alone, for it shares with the files what is the same there: every `$ref` is
        `#/components/…`; references that lead nowhere stay as they are, with a finding in the source's report.
    """
    return assemble(source).document


def editable(source: Source) -> Any:
    """The description as one document that may be changed, since nothing in it is part of anything else."""
    whole = bundle(source) if len(source.documents) > 1 else source.root.value
    return _copied(whole)


def _copied(value: Any) -> Any:
    if is_map(value):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if is_list(value) else value


def assemble(source: Source) -> Bundle:
    """As `bundle`, together with the way back from its pointers to the files."""
    return _Bundler(source).run()


_Way: TypeAlias = "Node | tuple[_Way, str]"
"""A node, or the way to it from another: few of those that are passed have to be made."""


def _at(way: _Way) -> Node:
    """What a way leads to."""
    return way if isinstance(way, Node) else _at(way[0]) / way[1]


class _Bundler:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._origins: dict[str, Node] = {"": source.root}
        self._names: dict[Node, tuple[str, str]] = {}
        self._homes: dict[Node, Node] = {}
        self._taken: dict[str, set[str]] = {}
        self._hoisted: list[tuple[str, str, Node]] = []
        self._open: list[Node] = []
        self._above = ("", source.root)
        """What is being put into the document as a whole: its pointer there, and its node."""
        self._known: dict[tuple[str, str, str], str] = {}
        """What references become that say the same everywhere in their document: by that, kind and text."""

    def run(self) -> Bundle:
        root = self._source.root
        self._reserve(root / "components")
        document = {**_mapping(self._object(root.value, "document", root))}
        components = {
            key: {**section} if is_map(section) else section
            for key, section in _mapping(document.get("components")).items()
        }
        while self._hoisted:
            kind, name, node = self._hoisted.pop(0)
            section = components[REFERABLE[kind]] = _mapping(components.get(REFERABLE[kind]))
            section[name] = self._put(node, kind, f"/components/{REFERABLE[kind]}/{escape(name)}")
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
            target = self._source.resolve_once(node)
            if target is not None and target not in self._names:
                self._names[target] = self._names[node]
                self._homes[node] = target

    def _put(self, node: Node, kind: str, pointer: str) -> Any:
        """What becomes of an object that stands elsewhere in the document than in the files."""
        self._origins[pointer] = node
        outside, self._above = self._above, (pointer, node)
        made = self._object(node.value, kind, node)
        self._above = outside
        return made

    def _object(self, value: Any, kind: str, way: _Way) -> Any:
        """An object with every reference inside it made local; itself where all of them are."""
        if value.__class__ is not dict:
            return value
        if "$ref" in value and kind in REFERABLE and type(value["$ref"]) is str:
            return self._reference(value, kind, way)
        changed: dict[str, Any] = {}
        for key, slot in list_slots(kind, value):
            made = self._field(value[key], slot, (way, key))
            if made is not value[key]:
                changed[key] = made
        if kind == "discriminator" and is_map(value.get("mapping")):
            node = _at(way)
            changed["mapping"] = {
                k: self._mapped(node, text) for k, text in value["mapping"].items()
            }
        if "$id" in value and kind == "schema":
            value = {key: item for key, item in value.items() if key != "$id"}
        return {**value, **changed} if changed else value

    def _field(self, value: Any, slot: Slot, way: _Way) -> Any:
        shape = slot.shape
        if slot.many == "one" or (slot.many == "either" and not is_list(value)):
            return self._object(value, shape, way)
        made: Any = value  # also where a list stands in place of a map, or the other way round
        if slot.many == "map" and is_map(value):
            made = {key: self._object(each, shape, (way, key)) for key, each in value.items()}
        elif slot.many != "map" and is_list(value):
            items = enumerate(value)
            made = [self._object(each, shape, (way, str(index))) for index, each in items]
        return value if made == value else made

    def _reference(self, value: dict[str, Any], kind: str, way: _Way) -> Any:
        if self._homes and (node := _at(way)) in self._homes:
            return self._inlined(node, self._homes[node], kind)
        siblings = {key: item for key, item in value.items() if key != "$ref"}
        if kind in _INLINED:
            node = _at(way)
            target = self._source.resolve_once(node)
            return self._inlined(node, target, kind) | siblings if target is not None else value
        local = self._localized(value["$ref"], kind, way)
        if local is None or (local == value["$ref"] and not siblings):
            return value
        if not siblings:
            return {"$ref": local}
        node = _at(way)
        beside = Node(node.document, siblings, node.parent, node.key)
        return {"$ref": local} | self._object(siblings, kind, beside)

    def _localized(self, reference: str, kind: str, way: _Way) -> str | None:
        """A reference as it is in the document; None if it leads nowhere."""
        document = self._above[1].document
        key = (document.key, kind, reference)
        known = self._known.get(key)
        if known is None and (target := self._source.resolve_once(_at(way))) is not None:
            known = self._local(target, kind)
            if not document.has_ids:  # which what a reference means depends on
                self._known[key] = known
        return known

    def _inlined(self, node: Node, target: Node, kind: str) -> dict[str, Any]:
        """What `target` is, in the place of `node`."""
        if target in self._open:
            return {}
        self._open.append(target)
        pointer, above = self._above
        made = self._put(target, kind, pointer + node.pointer.removeprefix(above.pointer))
        self._open.pop()
        return {**_mapping(made)}

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
