"""The next version and the changelog entry, proposed from what changed since the last release."""
