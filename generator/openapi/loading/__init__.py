"""Reading descriptions: documents, nodes that know their place, references across files."""

from .document import Document
from .loader import load
from .node import MISSING, Missing, Node
from .resolver import Source

__all__ = ["MISSING", "Document", "Missing", "Node", "Source", "load"]
