"""The life of a case as data: the table of transitions, its guards, the log of moves, links."""
