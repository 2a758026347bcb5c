"""The agreement check: what each rule asks, a small pure function for each, and what an organisation set."""
