"""Follow-up visits (回访): planned, made, and what was found."""
