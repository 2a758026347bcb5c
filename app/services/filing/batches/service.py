"""Papers of one kind for many cases: each case by itself, whatever becomes of the others."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from app.archive.files import FileStore
from app.archive.resources import fonts_folder
from app.domain.changes import Changes
from app.domain.disputes.case_lines import CaseFilter
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, NotFound, RuleRefusal, StorageRefusal
from app.domain.filing.batches import BatchCase, BatchLine, BatchOutcome, BatchWish
from app.domain.filing.documents import IssuedDocument
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import SHANGHAI, Clock
from app.persistence.store import Store
from app.services.done import Done
from app.services.filing.batches.writing import CaseBatch, CasePapers
from app.services.transactions.looking import look
from app.services.transactions.numbered import Issue
from app.services.transactions.printing import Printing

_LOG = logging.getLogger(__name__)

MOST_CASES = 5000
"""A batch holds no more: a day's work of a printer."""
_PAGE = 500


@dataclass(frozen=True, slots=True)
class PrintPart:
    """One paper of the print: what the outline calls it, its stored bytes by digest, and its copies."""

    title: str
    digest: str
    copies: int = 1


class BatchService:
    """Writes a batch case by case; whoever runs it decides how long to go on.

    One case is one transaction, so its numbers are gap-free and a process that dies leaves every case
    either whole or untouched. What stands already is not issued again: running the same batch anew
    goes on where the last one ended.
    """

    def __init__(
        self, store: Store, clock: Clock, rules: Rules, files: FileStore, printing: Printing
    ) -> None:
        self._store, self._clock, self._rules = store, clock, rules
        self._files, self._printing = files, printing

    # which cases

    def found(self, wanted: CaseFilter, staff_id: UUID | None = None) -> tuple[BatchCase, ...]:
        """Give the cases a filter finds, in its order, up to ``MOST_CASES``."""
        found: list[BatchCase] = []
        with self._store.reads() as reads:
            today = self._clock.now().astimezone(SHANGHAI).date()
            while len(found) < MOST_CASES:
                lines = reads.cases.page(wanted, today, offset=len(found), limit=_PAGE, staff_id=staff_id)
                found += (BatchCase(id=one.id, number=one.intake_number, title=one.title) for one in lines)
                if len(lines) < _PAGE:
                    break
        return tuple(found)

    def on_day(self, day: date) -> tuple[BatchCase, ...]:
        """Give the cases with an appointment still to take place on a day, by time."""
        begins = datetime.combine(day, time.min, tzinfo=SHANGHAI)
        with look(self._store) as work:
            planned = work.appointments.between(begins, begins + timedelta(days=1))
            ids = dict.fromkeys(one.case_id for one in planned if one.is_active and one.case_id is not None)
        return self.chosen(ids)

    def chosen(self, case_ids: Iterable[UUID]) -> tuple[BatchCase, ...]:
        """Give cases by their ids, in the same order."""
        with self._store.reads() as reads:
            lines = [reads.cases.line(case_id) for case_id in case_ids]
        return tuple(BatchCase(id=one.id, number=one.intake_number, title=one.title) for one in lines)

    # one case

    def issue(self, wish: BatchWish, case: BatchCase, *, actor: Actor) -> Done[BatchLine]:
        """Issue what one case is missing, and draw it; never raises but tells in the line what went wrong.

        A refusal leaves the case SKIPPED with its reason. Anything else leaves it FAILED, to be tried
        again; papers that were committed by then are finished and not written a second time.
        """
        changes = Changes()
        try:
            papers, changes = self._written(wish, case, actor)
        except (RuleRefusal, InvalidInput, NotFound) as refusal:
            return Done(BatchLine(case=case, outcome=BatchOutcome.SKIPPED, trouble=refusal), changes)
        except Exception as problem:  # noqa: BLE001 - one case must not end the others
            _LOG.exception("a batch could not write case %s", case.number)
            return Done(BatchLine(case=case, outcome=BatchOutcome.FAILED, trouble=problem), changes)
        outcome = BatchOutcome.ISSUED if papers.issued else BatchOutcome.STANDING
        trouble: Exception | None = None
        for paper in papers.documents:
            if not paper.sha256:
                try:
                    changes = changes | self._printing.finish(paper, actor=actor).changes
                except Exception as problem:  # noqa: BLE001 - the same: the page is drawn later
                    _LOG.exception("document %s of a batch is issued and waits for its page", paper.id)
                    outcome, trouble = BatchOutcome.FAILED, problem
        line = BatchLine(
            case=case,
            outcome=outcome,
            document_ids=tuple(paper.id for paper in papers.documents),
            issued=papers.issued,
            trouble=trouble,
        )
        return Done(line, changes)

    def _written(self, wish: BatchWish, case: BatchCase, actor: Actor) -> tuple[CasePapers, Changes]:
        with self._store.unit_of_work(actor) as work:
            work.cases.hold_lines((case.id,))  # two batches at once do not both find nothing issued
            issue = Issue(work, self._printing, self._rules, actor, self._clock.now())
            papers = CaseBatch(issue, wish, work.cases.get(case.id)).write()
            return papers, work.commit() if papers.issued else Changes()

    # the print

    def parts(self, document_ids: Iterable[UUID]) -> tuple[PrintPart, ...]:
        """Give the papers of a batch in their order; a page that waits is not among them."""
        with look(self._store) as work:
            papers = [work.documents.get(id_) for id_ in document_ids]
        return tuple(PrintPart(_named(paper), paper.sha256, paper.copies) for paper in papers if paper.sha256)

    def join(self, parts: Iterable[PrintPart], output: Path, *, is_each_copy: bool = False) -> int:
        """Write papers as one PDF in their order, and give its pages; touches no database.

        ``is_each_copy`` prints every paper as often as it goes out, each copy with its number; else once.
        Raises StorageRefusal ``file.not_written``; then what was there before is still there.
        """
        from app.documents.binding.joining import JoinedPaper, join

        wanted = (
            JoinedPaper(part.title, self._files.get(part.digest), part.copies if is_each_copy else 1)
            for part in parts
        )
        try:
            return join(wanted, output, fonts_folder())
        except OSError as error:
            raise StorageRefusal("file.not_written", name=output.name, reason=str(error)) from error


def _named(paper: IssuedDocument) -> str:
    return f"{paper.number}\u3000{paper.title}"
