"""Appointments, and the shifts and leaves that say who is here."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from app.domain.mediation.schedule.appointments import Appointment
from app.domain.people.duty_roster import Leave, Shift
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.mediation import AppointmentRow
from app.persistence.rows.people import LeaveRow, ShiftRow


class AppointmentRepository(Repository[Appointment]):
    """Appointments of cases and others."""

    kind = "appointment"
    _row = AppointmentRow
    _entity = Appointment

    def of_case(self, case_id: UUID) -> tuple[Appointment, ...]:
        """Give the appointments of a case by time, cancelled ones too."""
        return _by_time(self._of_case(case_id))

    def between(self, start: datetime, until: datetime) -> tuple[Appointment, ...]:
        """Give every appointment that begins in a stretch of time, by time, cancelled ones too."""
        return _by_time(self._where(AppointmentRow.starts_at >= start, AppointmentRow.starts_at < until))


class ShiftRepository(Repository[Shift]):
    """Days set for members of staff."""

    kind = "shift"
    _row = ShiftRow
    _entity = Shift

    def between(self, first: date, last: date) -> tuple[Shift, ...]:
        """Give the days set from one day to another, both included."""
        return self._where(ShiftRow.day >= first, ShiftRow.day <= last)


class LeaveRepository(Repository[Leave]):
    """Days of absence."""

    kind = "leave"
    _row = LeaveRow
    _entity = Leave

    def between(self, first: date, last: date) -> tuple[Leave, ...]:
        """Give the leaves that touch a stretch of days, withdrawn ones too."""
        return self._where(LeaveRow.last_day >= first, LeaveRow.first_day <= last)

    def of_staff(self, staff_id: UUID) -> tuple[Leave, ...]:
        """Give every leave of somebody."""
        return self._where(LeaveRow.staff_id == staff_id)


def _by_time(found: tuple[Appointment, ...]) -> tuple[Appointment, ...]:
    return tuple(sorted(found, key=lambda appointment: (appointment.starts_at, appointment.id)))
