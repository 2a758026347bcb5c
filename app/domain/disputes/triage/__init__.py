"""Targeted triage (靶向分流): who is competent for a dispute, with reasons and points; people decide."""
