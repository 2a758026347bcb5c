"""Reads of what passes between this centre and others."""
