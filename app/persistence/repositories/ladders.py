"""The escalation ladders of a centre."""

from __future__ import annotations

from app.domain.duties.ladder import EscalationLadder
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.duties import LadderRow


class LadderRepository(Repository[EscalationLadder]):
    """Ladders, those not in force too."""

    kind = "ladder"
    _row = LadderRow
    _entity = EscalationLadder
