"""Binding a file: stored papers and scans become pages of one PDF, stamped, named and described."""
