"""The records of case files, each under the id of its case."""

from __future__ import annotations

from uuid import UUID

from app.domain.case_file.records import CaseFile
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.filing import CaseFileRow


class CaseFileRepository(Repository[CaseFile]):
    """Case files."""

    kind = "case_file"
    _row = CaseFileRow
    _entity = CaseFile

    def of_case(self, case_id: UUID) -> CaseFile | None:
        """Give the record of a case's file; None until something of it was recorded."""
        return next(iter(self._of_case(case_id)), None)
