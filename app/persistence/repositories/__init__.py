"""Aggregates kept whole, one repository for each kind."""
