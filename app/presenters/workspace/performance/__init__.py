"""履行 of one case: its plan, what came in, urgings, the court and visits as cards."""
