"""How the API is spelled in Python: names, annotations, imports, and the view that templates see."""
