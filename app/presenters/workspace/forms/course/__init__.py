"""How a case is sent on and raised, and who may mediate it."""
