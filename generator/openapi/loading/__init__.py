"""Reading descriptions: files, one assembled document, nodes that know their place. May import `metamodel`."""

from .document import Document
from .loader import edit, load, read
from .node import MISSING, Missing, Node
from .source import Source

__all__ = ["MISSING", "Document", "Missing", "Node", "Source", "edit", "load", "read"]
