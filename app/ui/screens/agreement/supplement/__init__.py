"""The terms of the original in widgets."""
