"""Session records while they are written."""
