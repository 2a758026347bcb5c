"""Finding cases and parties by what is typed, the same on both databases."""
