"""Names: cleaned, read aloud as initials, cut into search tokens, masked."""
