"""A dispute from registration on: its case, parties, source, type, risk and states."""
