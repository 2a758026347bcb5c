"""Use cases of watching: orders, whistles, proactive handling, their lists and papers."""
