"""Who acts, and the append-only history of what was done."""
