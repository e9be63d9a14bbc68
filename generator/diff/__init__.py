"""Two versions of a description and their packages compared: changes with verdicts. May import `ir`, `python`, `output`, `openapi` and `pipeline`."""
