"""Times of day in the forms of sessions."""

from app.domain.values.days.clock_times import parse_time

__all__ = ["parse_time"]
