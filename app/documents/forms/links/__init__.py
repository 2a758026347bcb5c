"""Papers that pass between this centre and other organs."""
