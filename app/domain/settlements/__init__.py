"""Agreements: structured terms, their wording, signing and effect."""
