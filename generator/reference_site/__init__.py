"""The reference of the client: read from its source, written as Markdown pages, built by Sphinx."""
