"""The signed originals of papers, each under the id of its document."""

from __future__ import annotations

from uuid import UUID

from app.domain.filing.originals import SignedOriginal
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.filing import SignedOriginalRow


class OriginalRepository(Repository[SignedOriginal]):
    """Where originals lie and which scans show them."""

    kind = "original"
    _row = SignedOriginalRow
    _entity = SignedOriginal

    def of_case(self, case_id: UUID) -> tuple[SignedOriginal, ...]:
        """Give what is recorded of the originals of a case."""
        return self._of_case(case_id)
