"""What may be done with the terms of the original in a supplement."""
