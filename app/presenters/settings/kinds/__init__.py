"""文书种类: every kind of paper to read, searched by any word of its entry."""
