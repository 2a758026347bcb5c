"""The tables, one module per business word; rows never leave the persistence floor."""
