"""Use cases of settlements: drafting, issuing and signing agreements."""
