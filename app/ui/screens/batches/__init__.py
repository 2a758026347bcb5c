"""The window of a batch of papers."""
