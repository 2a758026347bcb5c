"""Which papers a case can have now, drafts of them, and one of every kind."""
