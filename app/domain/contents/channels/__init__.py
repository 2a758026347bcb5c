"""Contents of forms as other channels than people's mediation word them."""
