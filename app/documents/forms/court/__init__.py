"""Applications to the court: joint confirmation, and enforcement."""
