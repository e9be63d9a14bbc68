"""The names that schemas give themselves: `$id`, `$anchor`, `$dynamicAnchor`, and a document's `$self`."""

from __future__ import annotations

from .document import Document
from .node import Node
from .uris import join


def find_identities(document: Document) -> dict[str, Node]:
    """Every address and every anchor in a document.

    Args:
        document: the one to look through, all of it.

    Returns:
        Nodes by absolute address (`https://…`), and by anchor with a `#` in front.
    """
    found: dict[str, Node] = {}
    todo = [(document.root, base_uri(document.root))]
    while todo:
        node, base = todo.pop()
        given = node.text("$id")
        if given is not None:
            base = join(base, given)
            found.setdefault(base, node)
        for keyword in ("$anchor", "$dynamicAnchor"):
            name = node.text(keyword)
            if name is not None:
                found.setdefault(f"#{name}", node)
        below = [child for _, child in node.items()] if node.is_map else list(node)
        todo += [(child, base) for child in reversed(below) if child.is_map or child.is_list]
    return found


def find_enclosing_id(node: Node) -> Node | None:
    """The nearest schema around a node, itself included, that has an `$id` of its own."""
    at: Node | None = node if node.document.has_ids else None
    while at is not None:
        if at.text("$id") is not None:
            return at
        at = at.parent
    return None


def base_uri(node: Node) -> str:
    """The address that references written at a node are relative to."""
    ids: list[str] = []
    at: Node | None = node
    while at is not None:
        given = at.text("$id") or (at.text("$self") if at.parent is None else None)
        if given is not None:
            ids.append(given)
        at = at.parent
    base = ""
    for given in reversed(ids):
        base = join(base, given)
    return base
