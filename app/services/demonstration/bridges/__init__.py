"""What of the demo's cases goes on to the police."""
