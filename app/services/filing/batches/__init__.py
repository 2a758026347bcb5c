"""Papers of one kind for many cases, one case a transaction."""
