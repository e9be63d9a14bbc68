"""The run-time core: hand-written, the same for every generated package, private to it."""
