"""What a centre and its users set: organisations, studios, numbers, looks, and where the data are."""
