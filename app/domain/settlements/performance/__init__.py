"""Performance of an agreement: what is due from whom, what came in, what was urged and agreed since."""
