"""Use cases of people: organisations, staff and the register of parties."""
