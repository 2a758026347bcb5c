"""Whether a mediator may mediate this case: what stands against it, and what the parties said to it."""
