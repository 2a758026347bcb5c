"""What the applications to the court print, and how it is copied from a case."""
