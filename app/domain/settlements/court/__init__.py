"""Going to court with an agreement: what cannot be confirmed, and what has to go along."""
