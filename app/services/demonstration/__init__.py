"""The demo centre: invented people and disputes, led through the same services as real ones."""

from app.services.demonstration.centre import fill_demo
from app.services.demonstration.movable_clock import MovableClock

__all__ = ["MovableClock", "fill_demo"]
