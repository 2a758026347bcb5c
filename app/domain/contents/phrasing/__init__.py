"""Contents with fixed sentences: the wording frozen with them, and examples to look at it by."""
