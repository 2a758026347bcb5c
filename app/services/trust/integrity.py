"""Whether everything is still there and unchanged: database, files, numbers, documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from uuid import UUID

from app.archive.files import FileStore
from app.domain.disputes.case_lines import CaseFilter, CaseSort, CaseView
from app.domain.errors import Fact, StorageRefusal
from app.domain.filing.documents import Attachment, IssuedDocument
from app.domain.filing.kinds import NumberSeries
from app.domain.filing.proofs.pages import PageClaim
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.termed import Termed
from app.persistence.store import Store
from app.services.transactions.looking import look
from app.services.transactions.proofs.page_keys import PageKeys

MOST_CASES = 100_000_000
"""No limit worth the name: a check looks at every case."""
SERIES_WITHOUT_YEAR = 0
FIRST_YEAR = 2000
"""No centre numbers further back: 人民调解 cases older than this are on paper."""


class ProblemKind(Termed):
    """What a problem concerns."""

    DATABASE = "database", "数据库"
    DOCUMENT = "document", "文书"
    ATTACHMENT = "attachment", "附件"
    SEALED_COPY = "sealed_copy", "签章副本"
    NUMBER = "number", "编号"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is not as it should be; ``code`` names its sentence, ``facts`` fill it."""

    kind: ProblemKind
    subject: str
    code: str
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IntegrityReport:
    """What was looked at, and every problem found."""

    problems: tuple[Problem, ...]
    cases: int
    documents: int
    attachments: int
    numbers: int

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing was found."""
        return not self.problems


@dataclass(slots=True)
class _Counts:
    cases: int = 0
    documents: int = 0
    attachments: int = 0
    numbers: int = 0


class IntegrityService:
    """Checks everything and repairs nothing."""

    def __init__(self, store: Store, clock: Clock, files: FileStore, keys: PageKeys) -> None:
        self._store = store
        self._clock = clock
        self._files = files
        self._keys = keys

    def check(self) -> IntegrityReport:
        """Read the whole database and every file once; takes time with many cases."""
        counts = _Counts()
        problems = [
            Problem(
                kind=ProblemKind.DATABASE, subject=found, code="check.database", facts=(("found", found),)
            )
            for found in self._store.check()
        ]
        is_ours = self._keys.judge()
        everything = CaseFilter(view=CaseView.ALL, sort=CaseSort.REGISTERED)
        with self._store.reads() as reads:
            for case_id in reads.cases.ids(everything, local_day(self._clock.now()), limit=MOST_CASES):
                counts.cases += 1
                documents = reads.documents.of_case(case_id)
                for document in documents:
                    counts.documents += 1
                    problems += self._document(document)
                    problems += self._pages(document, is_ours)
                problems += self._sealed_copies(case_id) if documents else ()
                for attachment in reads.attachments.of_case(case_id):
                    counts.attachments += 1
                    problems += self._attachment(attachment)
        problems += self._numbers(counts)
        return IntegrityReport(
            problems=tuple(problems),
            cases=counts.cases,
            documents=counts.documents,
            attachments=counts.attachments,
            numbers=counts.numbers,
        )

    def _document(self, document: IssuedDocument) -> Iterator[Problem]:
        name = f"{document.title} {document.number}".strip()
        if not document.sha256:
            yield Problem(kind=ProblemKind.DOCUMENT, subject=name, code="check.document_not_stored")
            return
        yield from self._file(ProblemKind.DOCUMENT, name, document.sha256)

    def _pages(
        self, document: IssuedDocument, is_ours: Callable[[PageClaim, str, bytes], bool]
    ) -> Iterator[Problem]:
        """Look whether the register still says what was signed; older documents are not in it."""
        name = f"{document.title} {document.number}".strip()
        with look(self._store) as work:
            proofs = work.proofs.of_document(document.id)
        for proof in proofs:
            if not is_ours(proof.claim(document.number), proof.key_id, bytes.fromhex(proof.signature)):
                yield Problem(
                    kind=ProblemKind.DOCUMENT,
                    subject=name,
                    code="check.page_changed",
                    facts=(("page", proof.page),),
                )
        if proofs and len(proofs) != document.pages:
            yield Problem(kind=ProblemKind.DOCUMENT, subject=name, code="check.page_missing")

    def _sealed_copies(self, case_id: UUID) -> Iterator[Problem]:
        with look(self._store) as work:
            copies = work.sealed_copies.of_case(case_id)
        for copy in copies:
            yield from self._file(ProblemKind.SEALED_COPY, copy.reason, copy.sha256)

    def _attachment(self, attachment: Attachment) -> Iterator[Problem]:
        yield from self._file(ProblemKind.ATTACHMENT, attachment.name, attachment.sha256)

    def _file(self, kind: ProblemKind, name: str, digest: str) -> Iterator[Problem]:
        try:
            self._files.get_original(digest)
        except StorageRefusal as refusal:
            yield Problem(kind=kind, subject=name, code=refusal.code, facts=tuple(refusal.facts.items()))

    def _numbers(self, counts: _Counts) -> Iterator[Problem]:
        """Look for holes: a series counts 1, 2, 3 … per organisation and year, voided numbers included."""
        this_year = local_day(self._clock.now()).year
        years = (SERIES_WITHOUT_YEAR, *range(FIRST_YEAR, this_year + 2))
        with look(self._store) as work:
            for organisation, series, year in product(work.organisations.all(), NumberSeries, years):
                numbers = work.numbers.of_series(series, organisation.id, year)
                counts.numbers += len(numbers)
                for expected, number in enumerate(numbers, start=1):
                    if number.sequence != expected:
                        yield Problem(
                            kind=ProblemKind.NUMBER,
                            subject=number.text,
                            code="check.number_gap",
                            facts=(
                                ("series", series.term),
                                ("expected", expected),
                                ("found", number.sequence),
                            ),
                        )
                        break
