"""Python identifiers, modules and the symbol table: the only callers of case conversion. May import `ir` and `text`."""
