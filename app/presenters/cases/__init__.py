"""The list of cases: what it asks, shows and keeps, without any toolkit."""
