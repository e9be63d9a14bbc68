"""The far end: rendering, formatting, and the tree of files in memory."""
