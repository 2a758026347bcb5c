"""What every screen depends on beside the data: whether names are shown whole, and which day it is."""
