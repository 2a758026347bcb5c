"""What in a dispute warns of worse, what each warning demands, and how a centre grades risk."""
