"""Use cases of the case file: its record, its review, and the one PDF of it all."""
