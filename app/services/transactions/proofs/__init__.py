"""Signing pages while they are drawn."""
