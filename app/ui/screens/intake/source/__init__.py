"""Where a dispute came from, and the paper it came with."""
