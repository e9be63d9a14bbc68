"""Text to safe Python source: literals, docstrings, annotations, imports. May import `ir` and `python.naming`."""
