"""Use cases of mediation: sessions and their records."""
