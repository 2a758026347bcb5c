"""The forms, one a file: frozen contents in, blocks of a page out, in the order of the official forms."""
