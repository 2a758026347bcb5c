"""Who takes part in the cases a page is about, while names are hidden."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from app.domain.disputes.case_lines import CaseLine
from app.presenters.desk import Desk


def case_lines(desk: Desk, case_ids: Iterable[UUID]) -> tuple[CaseLine, ...]:
    """Read the lines of cases, which name everybody their titles may name; nothing while names are shown.

    It reads the database, so call it on the database lane.
    """
    if not desk.names.is_masked:
        return ()
    return tuple(desk.services.lists.line(case_id) for case_id in dict.fromkeys(case_ids))
