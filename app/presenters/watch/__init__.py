"""督办 on screen: the page with its lists and loop, the forms of orders, whistles and proactive handling."""
