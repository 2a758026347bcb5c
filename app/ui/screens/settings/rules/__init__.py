"""The pages of rules: deadlines, channels and the agreement check."""
