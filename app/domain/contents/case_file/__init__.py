"""What the papers of the case file print, frozen: cover, catalogue, note, back cover."""
