"""The records of case files, each under the id of its case, and the books of how long they are kept."""

from __future__ import annotations

from uuid import UUID

from app.domain.case_file.records import CaseFile
from app.domain.case_file.retention import RetentionBook
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.filing import CaseFileRow, RetentionBookRow


class CaseFileRepository(Repository[CaseFile]):
    """Case files."""

    kind = "case_file"
    _row = CaseFileRow
    _entity = CaseFile

    def of_case(self, case_id: UUID) -> CaseFile | None:
        """Give the record of a case's file; None until something of it was recorded."""
        return next(iter(self._of_case(case_id)), None)


class RetentionBookRepository(Repository[RetentionBook]):
    """How long organisations keep their files, one book for each."""

    kind = "retention_book"
    _row = RetentionBookRow
    _entity = RetentionBook

    def of_organisation(self, organisation_id: UUID) -> RetentionBook | None:
        """Give what an organisation set, or None where the shipped classes stand."""
        found = self._where(RetentionBookRow.organisation_id == organisation_id)
        return found[0] if found else None
