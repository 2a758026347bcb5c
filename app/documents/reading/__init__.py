"""Reading papers that are handed in: the text of their pages and the codes on them."""
