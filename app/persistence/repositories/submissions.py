"""Papers handed in at other organs."""

from __future__ import annotations

from uuid import UUID

from app.domain.filing.submissions import Submission
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.filing import SubmissionRow


class SubmissionRepository(Repository[Submission]):
    """Every handing in, mistaken entries included."""

    kind = "submission"
    _row = SubmissionRow
    _entity = Submission

    def of_case(self, case_id: UUID) -> tuple[Submission, ...]:
        """Give the submissions of a case, the oldest first."""
        return self._of_case(case_id)
