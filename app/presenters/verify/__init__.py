"""查验: what verifying a paper found, in words."""
