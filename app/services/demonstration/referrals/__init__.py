"""What is between organs in the demo centre: what came, what left, guidance and work orders."""
