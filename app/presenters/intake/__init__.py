"""登记: what was typed, what it means, what stands in the way, and what the screen shows of it."""
