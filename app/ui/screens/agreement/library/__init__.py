"""Choosing from the library of clauses."""
