"""What the page of registration says about where a dispute belongs and what it warns of."""
