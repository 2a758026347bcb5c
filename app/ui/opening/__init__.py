"""How the window comes up: the application, the card shown meanwhile, and what is opened then."""
