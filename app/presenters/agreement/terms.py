"""Acts on the terms and their lines: add, remove with a way back, move, split, list, paste."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from uuid import UUID

from app.domain.disputes.case_parties import PartySide
from app.domain.errors import InvalidInput
from app.domain.settlements.terms import DueKind, TermKind
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.presenters.agreement.entries import (
    AgreementEntry,
    InstalmentEntry,
    ShareEntry,
    TermEntry,
    blank_term,
)
from app.presenters.agreement.fixes import equal_parts, read_day_or_none
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.reading import read_count, read_term, sum_or_none
from app.presenters.navigation import Navigator

MOST_INSTALMENTS = 360
"""Thirty years of months."""


class AgreementTerms:
    """Every act keeps at once; what is removed comes back by the toast."""

    def __init__(self, page: AgreementPage, navigator: Navigator) -> None:
        self._page, self._navigator = page, navigator

    # terms

    def add(self, kind: TermKind) -> None:
        """Add a term; where there are two sides, the respondents act and the applicants receive."""
        page, term = self._page, blank_term(kind)
        if kind is not TermKind.CLAUSE and page.folder is not None:
            case, taking = page.folder.case, page.entry.party_ids
            payers = [p.id for p in case.on_side(PartySide.RESPONDENT) if p.id in taking]
            payees = [p.id for p in case.on_side(PartySide.APPLICANT) if p.id in taking]
            term.payer_ids = tuple(payers)
            term.payee_ids = tuple(payees) if kind is TermKind.PAYMENT else ()
        page.fresh.add(term.id)
        page.entry.terms = (*page.entry.terms, term)
        page.restructured()
        page.view.focus_field(f"terms.{term.id}.{first_field(kind)}")

    def remove(self, term_id: UUID) -> None:
        """Remove a term; the toast brings it back."""
        page, position = self._page, _place(self._page, term_id) + 1
        before = deepcopy(page.entry.terms)
        page.entry.terms = tuple(term for term in page.entry.terms if term.id != term_id)
        page.restructured()
        say = page.desk.translator.text
        offer_back(
            self._page,
            self._navigator,
            say("已删第 {n} 条", n=position),
            lambda entry: setattr(entry, "terms", before),
        )

    def move(self, term_id: UUID, by: int) -> None:
        """Move a term up or down (Alt+↑, Alt+↓)."""
        page, here = self._page, _place(self._page, term_id)
        there = here + by
        if not 0 <= there < len(page.entry.terms):
            return
        terms = list(page.entry.terms)
        terms[here], terms[there] = terms[there], terms[here]
        page.entry.terms = tuple(terms)
        page.restructured()
        page.view.focus_field(page.focus, page.cursor)

    # the sentence

    def edit_text(self, term_id: UUID) -> None:
        """Begin to edit the sentence by hand."""
        term = self._term(term_id)
        if term is not None and term.edited_text is None:
            term.edited_text = term.edited_from = _generated(term, self._page)
            self._redrawn(term, f"terms.{term.id}.edited_text")

    def restore_text(self, term_id: UUID) -> None:
        """Give the sentence back to its fields; the toast brings the edited one back."""
        term = self._term(term_id)
        if term is None or term.edited_text is None:
            return
        text, source = term.edited_text, term.edited_from
        term.edited_text, term.edited_from = None, ""
        self._redrawn(term, "")

        def back(entry: AgreementEntry) -> None:
            found = entry.term(term_id)
            if found is not None:
                found.edited_text, found.edited_from = text, source

        offer_back(self._page, self._navigator, self._page.desk.translator.text("已恢复生成的文字"), back)

    # lines

    def add_instalment(self, term_id: UUID) -> None:
        """Add an empty line."""
        term = self._term(term_id)
        if term is None:
            return
        line = InstalmentEntry(id=new_id())
        self._page.fresh.add(line.id)
        term.instalments = (*term.instalments, line)
        self._redrawn(term, f"terms.{term.id}.instalments.{line.id}.due")

    def remove_line(self, term_id: UUID, line_id: UUID) -> None:
        """Remove an instalment or a share; the toast brings it back."""
        term = self._term(term_id)
        if term is None:
            return
        instalments, shares = deepcopy(term.instalments), deepcopy(term.shares)
        term.instalments = tuple(line for line in term.instalments if line.id != line_id)
        term.shares = tuple(share for share in term.shares if share.id != line_id)
        self._redrawn(term, "")

        def back(entry: AgreementEntry) -> None:
            found = entry.term(term_id)
            if found is not None:
                found.instalments, found.shares = instalments, shares

        offer_back(self._page, self._navigator, self._page.desk.translator.text("已删一行"), back)

    def split(self, term_id: UUID, count: int) -> None:
        """Split the sum evenly into monthly instalments, to the fen, the rest in the last one."""
        term = self._term(term_id)
        total = sum_or_none(term.amount) if term is not None else None
        if term is None or not total:
            self._page.view.show_failure(self._page.desk.translator.text("先填总额，再平均分期"))
            self._page.view.focus_field(f"terms.{term_id}.amount")
            return
        count = max(1, min(count, MOST_INSTALMENTS, total.fen))
        before = deepcopy(term.instalments)
        manner = next((x.manner for x in term.instalments if x.manner.strip()), term.manner)
        term.instalments = equal_parts(
            total, count, _first_day(term, self._page), manner, self._page.desk.formats
        )
        self._page.view.show_failure("")
        self._redrawn(term, f"terms.{term.id}.instalments.{term.instalments[0].id}.due")

        def back(entry: AgreementEntry) -> None:
            found = entry.term(term_id)
            if found is not None:
                found.instalments = before

        offer_back(self._page, self._navigator, self._page.desk.translator.text("已分 {n} 期", n=count), back)

    def split_as_typed(self, term_id: UUID, typed: str) -> None:
        """Split into as many instalments as somebody typed; what is no number is told."""
        try:
            count = read_count(typed)
        except InvalidInput as refusal:
            self._page.fail(refusal)
            return
        self.split(term_id, count or 1)

    def list_shares(self, term_id: UUID) -> None:
        """List every payee with a sum to fill in."""
        term = self._term(term_id)
        if term is None:
            return
        listed = {share.party_id: share for share in term.shares}
        term.shares = tuple(
            listed.get(payee) or ShareEntry(id=new_id(), party_id=payee) for payee in term.payee_ids
        )
        self._page.fresh.update(share.id for share in term.shares if share.party_id not in listed)
        first = f"terms.{term.id}.shares.{term.shares[0].id}.amount" if term.shares else ""
        self._redrawn(term, first)

    def paste(self, key: str, text: str) -> bool:
        """Put a column of sums from a spreadsheet into the lines from this one on; False when it is none.

        More rows than lines make new instalments; of shares the rest is told, not dropped.
        """
        values = [line.strip() for line in text.replace("\r\n", "\n").strip("\n").split("\n")]
        parts = key.split(".")
        term = self._term(UUID(parts[1]))
        is_column = len(values) > 1 and parts[-1] == "amount" and len(parts) > 3  # noqa: PLR2004 - a line's field
        if term is None or not is_column:
            return False
        before = deepcopy((term.instalments, term.shares))
        lines: tuple[InstalmentEntry | ShareEntry, ...]
        lines = term.instalments if parts[2] == "instalments" else term.shares
        start = [line.id for line in lines].index(UUID(parts[3]))
        more = max(0, start + len(values) - len(lines))
        if parts[2] == "instalments" and more:
            term.instalments = (*term.instalments, *(InstalmentEntry(id=new_id()) for _ in range(more)))
            lines, more = term.instalments, 0
        for place, value in enumerate(values[: len(lines) - start]):
            lines[start + place].amount = _in_form(value, self._page)
        self._redrawn(term, key)
        say = self._page.desk.translator.text
        told = say("已粘贴 {n} 行", n=len(values) - more)
        if more:
            told = say("{told}，多出 {n} 行没有用", told=told, n=more)

        def back(entry: AgreementEntry) -> None:
            found = entry.term(term.id)
            if found is not None:
                found.instalments, found.shares = before

        offer_back(self._page, self._navigator, told, back)
        return True

    # pieces

    def _redrawn(self, term: TermEntry, focus: str) -> None:
        page = self._page
        page.view.show_term(term)
        page.touched(f"terms.{term.id}.amount")
        page.keeper.store()
        if focus:
            page.view.focus_field(focus)

    def _term(self, term_id: UUID) -> TermEntry | None:
        return self._page.entry.term(term_id)


def offer_back(
    page: AgreementPage, navigator: Navigator, text: str, back: Callable[[AgreementEntry], None]
) -> None:
    """Say what was done with a way back, as long as the same agreement is on show."""
    shown = page.agreement

    def undo() -> None:
        if page.agreement is not None and shown is not None and page.agreement.id == shown.id:
            back(page.entry)
            page.restructured()

    navigator.toast(text, undo)


def first_field(kind: TermKind) -> str:
    """Name the field a term of a kind begins with."""
    return "amount" if kind is TermKind.PAYMENT else "act"


def _in_form(value: str, page: AgreementPage) -> str:
    try:
        return page.desk.formats.money(Money.parse(value)) if value else ""
    except InvalidInput:
        return value


def _first_day(term: TermEntry, page: AgreementPage) -> date | None:
    """Find the day the first instalment is due: as listed already, or as the term names it."""
    if term.instalments:
        due = read_day_or_none(term.instalments[0].due, page.today)
        return due.day if due.kind is DueKind.ON_DAY else None
    return read_term(term, page.today).term.due.day


def _generated(term: TermEntry, page: AgreementPage) -> str:
    read = read_term(term, page.today).term
    return page.words.term(term, read, 1, page.names()).generated


def _place(page: AgreementPage, term_id: UUID) -> int:
    return [term.id for term in page.entry.terms].index(term_id)
