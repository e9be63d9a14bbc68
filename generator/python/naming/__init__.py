"""Python identifiers, modules and the symbol table: the only callers of snake_case and PascalCase conversion. May import `ir` and `text`."""
