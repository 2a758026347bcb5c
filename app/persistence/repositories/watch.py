"""Supervision orders, whistles and proactive handling, with what counting them needs."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from app.domain.duties.watch.proactive import ProactiveHandling
from app.domain.duties.watch.supervision import SupervisionOrder
from app.domain.duties.watch.whistles import Whistle
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.declared import Root
from app.persistence.rows.watch.proactive import ProactiveRow
from app.persistence.rows.watch.supervision import SupervisionRow
from app.persistence.rows.watch.whistles import WhistleRow


class SupervisionRepository(Repository[SupervisionOrder]):
    """Orders."""

    kind = "supervision"
    _row = SupervisionRow
    _entity = SupervisionOrder

    def of_case(self, case_id: UUID) -> tuple[SupervisionOrder, ...]:
        """Give the orders about a case, the oldest first, withdrawn ones too."""
        return self._of_case(case_id)

    def _derive(self, row: Root, entity: SupervisionOrder) -> None:
        kept = cast("SupervisionRow", row)
        kept.due, kept.owes_reply, kept.is_open = entity.due, entity.owes_reply, entity.is_open


class WhistleRepository(Repository[Whistle]):
    """Whistles."""

    kind = "whistle"
    _row = WhistleRow
    _entity = Whistle

    def of_case(self, case_id: UUID) -> tuple[Whistle, ...]:
        """Give the whistles about a case, the oldest first, withdrawn ones too."""
        return self._of_case(case_id)

    def _derive(self, row: Root, entity: Whistle) -> None:
        kept = cast("WhistleRow", row)
        kept.owes_arrival, kept.is_open = entity.owes_arrival, entity.is_open


class ProactiveRepository(Repository[ProactiveHandling]):
    """What was found by screening."""

    kind = "proactive"
    _row = ProactiveRow
    _entity = ProactiveHandling

    def of_case(self, case_id: UUID) -> tuple[ProactiveHandling, ...]:
        """Give what a case was registered from: one, or nothing."""
        return self._of_case(case_id)
