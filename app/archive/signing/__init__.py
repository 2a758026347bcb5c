"""Keys that sign pages: made, kept in a file, used."""
