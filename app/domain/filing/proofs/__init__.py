"""What a page carries to prove itself, and what its verification finds."""
