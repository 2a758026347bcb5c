"""Frozen contents in, PDF bytes out: Chinese typesetting on reportlab's PDF objects."""
