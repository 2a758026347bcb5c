"""Papers of performance: receipt, urging letter, follow-up record."""
