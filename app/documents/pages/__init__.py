"""Pages: blocks of a form laid out as strips, cut into pages, bound into a PDF file."""
