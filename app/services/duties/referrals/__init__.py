"""Use cases of what passes between this centre and others."""
