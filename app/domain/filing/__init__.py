"""Kinds of document, numbers and what has been issued."""
