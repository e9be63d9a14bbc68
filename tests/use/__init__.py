"""The proof by use: what the README promises, exercised on any package. Used for the cases and for the corpus."""
