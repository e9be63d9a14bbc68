"""The next version and its changelog entry, from what changed since the last release. May import `diff` and `pipeline`."""
