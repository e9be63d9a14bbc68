"""The names that schemas give themselves: `$id`, `$anchor`, `$dynamicAnchor`, and a document's `$self`."""

from __future__ import annotations

from .document import Document
from .node import Node
from .uris import join


def find_names(document: Document) -> dict[str, Node]:
    """Find every address and every anchor in a document.

    Args:
        document: the one to search, all of it.

    Returns:
        Nodes by absolute address (`https://…`), and by anchor with a `#` in front.
    """
    names: dict[str, Node] = {}
    pending = [(document.root, base_uri(document.root))]
    while pending:
        node, base = pending.pop()
        id_ = node.text("$id")
        if id_ is not None:
            base = join(base, id_)
            names.setdefault(base, node)
        for keyword in ("$anchor", "$dynamicAnchor"):
            name = node.text(keyword)
            if name is not None:
                names.setdefault(f"#{name}", node)
        members = [child for _, child in node.items()] if node.is_map else list(node)
        pending += [(child, base) for child in reversed(members) if child.is_map or child.is_list]
    return names


def find_enclosing_id(node: Node) -> Node | None:
    """Return the nearest schema around a node, itself included, that has an `$id` of its own."""
    at: Node | None = node
    while at is not None:
        if at.text("$id") is not None:
            return at
        at = at.parent
    return None


def base_uri(node: Node) -> str:
    """Return the address that references written at a node are relative to."""
    ids: list[str] = []
    at: Node | None = node
    while at is not None:
        id_ = at.text("$id") or (at.text("$self") if at.parent is None else None)
        if id_ is not None:
            ids.append(id_)
        at = at.parent
    base = ""
    for id_ in reversed(ids):
        base = join(base, id_)
    return base
