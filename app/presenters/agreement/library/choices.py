"""条款库: which clauses are offered for the case, in words, and putting one of them in."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.disputes.cases import Case
from app.domain.disputes.channels.law import in_law_of
from app.domain.disputes.dispute_types import DisputeTypeList
from app.domain.errors import DomainError
from app.domain.settlements.clause_library import BLANK, ModelClause, clauses_for
from app.domain.settlements.terms import Term, TermKind
from app.domain.settlements.wording import generated_text
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.presenters.agreement.entries import AgreementEntry, term_entry
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.terms import offer_back
from app.presenters.navigation import Navigator

_WHERE_BLANKS_STAND = ("nature", "act", "manner", "place", "consequence")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseChoice:
    """One clause to choose: ``group`` is its caption, ``sentence`` what it says of this case's parties."""

    clause: ModelClause
    group: str
    name: str
    sentence: str
    source: str


class ClauseChoices:
    """Clauses of the case's type first, then those for every type, then those of other types."""

    def __init__(self, page: AgreementPage, navigator: Navigator) -> None:
        self._page, self._navigator = page, navigator

    def offered(self) -> tuple[ClauseChoice, ...]:
        """Word the clauses in force today; none without a draft; what cannot be read is said above it."""
        page = self._page
        if page.folder is None or not page.is_editing:
            return ()
        case, services = page.folder.case, page.desk.services
        types = services.people.dispute_types(local_day(case.registered_at))
        try:
            kept = services.settlements.model_clauses()
        except DomainError as error:
            page.fail(error)
            return ()
        library = clauses_for(kept, case.dispute_type, page.today)
        return tuple(self._choice(clause, case, types) for clause in library)

    def insert(self, clause: ModelClause) -> None:
        """Put a clause in as a term and go to what it leaves to fill in; the toast takes it away."""
        page = self._page
        if page.folder is None or not page.is_editing:
            return
        term = self._term(clause, page.folder.case)
        page.fresh.add(term.id)
        page.entry.terms = (*page.entry.terms, term_entry(term, page.desk.formats))
        page.restructured()
        told = page.desk.translator.text("已插入“{name}”", name=clause.name)

        def back(entry: AgreementEntry) -> None:
            entry.terms = tuple(one for one in entry.terms if one.id != term.id)

        offer_back(page, self._navigator, told, back)
        field = _first_to_fill(term)
        place = BLANK.search(str(getattr(term, field, "") or ""))
        page.view.focus_field(f"terms.{term.id}.{field}", -1 if place is None else place.start())

    def _choice(self, clause: ModelClause, case: Case, types: DisputeTypeList) -> ClauseChoice:
        return ClauseChoice(
            clause=clause,
            group=self._group(clause, case, types),
            name=clause.name,
            sentence=generated_text(self._term(clause, case), self._page.names()),
            source=self._source(clause),
        )

    def _source(self, clause: ModelClause) -> str:
        folder = self._page.folder
        source = in_law_of(folder.channel if folder is not None else None, clause.source)
        return self._page.desk.translator.text("依据：{source}", source=source) if source else ""

    def _group(self, clause: ModelClause, case: Case, types: DisputeTypeList) -> str:
        if clause.suits(case.dispute_type):
            return types.name_of(case.dispute_type)
        if not clause.dispute_types:
            return self._page.desk.translator.text("各类纠纷都可以用")
        known = [kind.name for kind in types.types if kind.code in clause.dispute_types]
        return "、".join(known) or types.name_of(clause.dispute_types[0])

    def _term(self, clause: ModelClause, case: Case) -> Term:
        return clause.term(new_id(), case, self._page.entry.party_ids)


def _first_to_fill(term: Term) -> str:
    """Find the field to begin with: the first with a blank, else the sum, else the text."""
    for name in _WHERE_BLANKS_STAND[:2]:
        if BLANK.search(getattr(term, name)):
            return name
    if term.kind is TermKind.PAYMENT:
        return "amount"
    return next((name for name in _WHERE_BLANKS_STAND if BLANK.search(getattr(term, name))), "act")
