"""电子签章 of a case's papers: sealing, the sealed copies under a paper, withdrawing."""
