"""Reads the calendar's counts."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.mediation.schedule.appointments import AppointmentState
from app.domain.values.days.moments import SHANGHAI
from app.persistence.rows.mediation import AppointmentRow


class ScheduleQueries:
    """Counts of appointments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def count_on(self, day: date) -> int:
        """Count what is still to take place on a day."""
        start = datetime(day.year, day.month, day.day, tzinfo=SHANGHAI)
        statement = (
            select(func.count())
            .select_from(AppointmentRow)
            .where(
                AppointmentRow.starts_at >= start,
                AppointmentRow.starts_at < start + timedelta(days=1),
                AppointmentRow.state.in_((AppointmentState.PLANNED, AppointmentState.MOVED)),
            )
        )
        return self._session.scalar(statement) or 0
