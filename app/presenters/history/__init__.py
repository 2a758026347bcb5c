"""The history of a case in words: what was done, and the values it changed."""
