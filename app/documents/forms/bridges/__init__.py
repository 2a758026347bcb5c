"""Joint applications to the police and the traffic police."""
