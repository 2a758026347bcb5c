"""The four duties as widgets: the board, the cards of one case, the form."""
