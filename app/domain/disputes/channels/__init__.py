"""The channels of mediation as dated rules: who mediates, what paper comes of it, what may not be done."""
