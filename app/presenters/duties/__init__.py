"""The four duties on screen: the board over many cases, the four cards of one case, and their form."""
