"""Use cases about papers: issuing documents and keeping files of a case."""
