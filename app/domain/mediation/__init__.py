"""Sessions of mediation and their records."""
