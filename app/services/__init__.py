"""Use cases: one public method is one transaction is one intent of a user."""
