"""Use cases of duties: who answers for what, and until when."""
