"""MapleBridge: the case manager of mediation rooms and dispute-resolution centres."""

__version__ = "0.1.0"
