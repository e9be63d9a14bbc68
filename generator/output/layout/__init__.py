"""Lays out generated Python exactly as the pinned Black would, for the forms that the templates emit. May import attrs."""
