"""What receipts, urging letters and records of visits print, and how it is copied from a case."""
