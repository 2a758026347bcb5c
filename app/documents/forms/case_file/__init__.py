"""The papers of the case file on paper: cover, catalogue, note, back cover."""
