"""From reality back to the description: where recorded answers differ from it, and an overlay that says so."""
