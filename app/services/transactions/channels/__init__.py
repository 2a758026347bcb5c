"""The channel a case runs in, for whoever writes inside one transaction."""
