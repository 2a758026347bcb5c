"""Keeping clocks inside one transaction: by the rules as the database has them."""
