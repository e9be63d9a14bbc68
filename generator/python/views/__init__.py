"""The views that templates see; every string in them is final. May import the rest of `python` and `ir`."""
