"""Papers of one kind for many cases: choose, watch, stop, print."""
