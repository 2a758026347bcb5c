"""The cards of advice and of warnings beside the form of registration."""
