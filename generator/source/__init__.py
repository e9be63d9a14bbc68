"""Reading descriptions: documents, nodes that know their place, references across files."""

from .document import Document
from .loading import load
from .node import MISSING, Missing, Node
from .references import Source

__all__ = ["MISSING", "Document", "Missing", "Node", "Source", "load"]
