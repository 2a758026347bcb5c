"""Changing, dropping and keeping terms of the original in the draft of a supplement."""

from __future__ import annotations

from copy import deepcopy
from uuid import UUID

from app.domain.settlements.performance.amendments import remaining
from app.domain.settlements.supplementing import place_of
from app.domain.settlements.terms import Term, TermKind
from app.domain.values.ids import new_id
from app.presenters.agreement.entries import DueEntry, TermEntry, term_entry
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.terms import first_field, offer_back
from app.presenters.navigation import Navigator

_LAST = 1_000_000


class AgreementSupplement:
    """Every act keeps at once; the toast takes it back."""

    def __init__(self, page: AgreementPage, navigator: Navigator) -> None:
        self._page, self._navigator = page, navigator

    def change(self, term_id: UUID) -> None:
        """Put in what is still to be performed of a term, to be changed, and go to its first field."""
        page, term, say = self._page, self._term(term_id), self._page.desk.translator.text
        whole = page.supplemented
        if term is None or whole is None:
            return
        entry = term_entry(remaining(term, whole.plan), page.desk.formats)
        self._put(term_id, entry, say("已放入原协议第 {n} 条，改成新的约定", n=self._place(term_id)))
        page.view.focus_field(f"terms.{entry.id}.{first_field(entry.kind)}")

    def drop(self, term_id: UUID) -> None:
        """Say that a term of the original is no longer to be performed."""
        say = self._page.desk.translator.text
        if self._term(term_id) is not None:
            entry = TermEntry(id=new_id(), kind=TermKind.DROPPED, due=DueEntry(), amends_id=term_id)
            self._put(term_id, entry, say("已取消原协议第 {n} 条", n=self._place(term_id)))

    def keep(self, term_id: UUID) -> None:
        """Leave a term of the original as it is."""
        say = self._page.desk.translator.text
        if self._term(term_id) is not None:
            self._put(term_id, None, say("原协议第 {n} 条不变", n=self._place(term_id)))

    def _put(self, term_id: UUID, entry: TermEntry | None, told: str) -> None:
        """Put a term in place of what the draft said of that term; in the order of the original."""
        page = self._page
        before = deepcopy(page.entry.terms)
        terms = [term for term in page.entry.terms if term.amends_id != term_id]
        if entry is not None:
            at = next((n for n, term in enumerate(terms) if self._rank(term) > self._rank(entry)), len(terms))
            terms.insert(at, entry)
            page.fresh.add(entry.id)
        page.entry.terms = tuple(terms)
        page.restructured()
        offer_back(page, self._navigator, told, lambda typed: setattr(typed, "terms", before))

    def _rank(self, term: TermEntry) -> int:
        whole = self._page.supplemented
        place = None if whole is None else place_of(term.amends_id, whole.original)
        return _LAST if place is None else place

    def _place(self, term_id: UUID) -> int:
        whole = self._page.supplemented
        return 0 if whole is None else place_of(term_id, whole.original) or 0

    def _term(self, term_id: UUID) -> Term | None:
        """Find a term of the original while a supplement is being drafted."""
        whole = self._page.supplemented
        if whole is None or not self._page.is_editing:
            return None
        return next((term for term in whole.original.terms if term.id == term_id), None)
