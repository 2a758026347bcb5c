"""Two versions of an agreement beside each other."""
