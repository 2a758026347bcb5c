"""Organisations, staff, parties and their identity."""
