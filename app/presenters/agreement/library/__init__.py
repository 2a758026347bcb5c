"""The library of clauses in the agreement pane."""
