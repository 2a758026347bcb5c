"""协议书: which agreement is on show, what is typed into it, and the steps that lead to its signatures."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.domain.duties.next_steps import NextStepKind
from app.domain.settlements.agreements import MediationAgreement
from app.presenters.agreement.checking import AgreementChecks
from app.presenters.agreement.issuing import AgreementIssuing
from app.presenters.agreement.library.choices import ClauseChoices
from app.presenters.agreement.opening import AgreementOpening
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.paper import AgreementPaper
from app.presenters.agreement.reading import field_name, holder_of, term_id_of
from app.presenters.agreement.shown import AgreementView, Moment
from app.presenters.agreement.signing.session import AgreementSigning
from app.presenters.agreement.supplement.acts import AgreementSupplement
from app.presenters.agreement.terms import AgreementTerms
from app.presenters.desk import Desk
from app.presenters.navigation import TAB_OVERVIEW, Navigator
from app.presenters.workspace.folder import CaseFolder
from app.services.done import Done

_REDRAWS = frozenset({"kind", "unit", "payer_ids", "payee_ids", "is_joint"})
"""Fields that change which other fields a term has."""


class AgreementPresenter:
    """Everything the pane does; the parts it is made of have the rest."""

    def __init__(self, desk: Desk, view: AgreementView, navigator: Navigator) -> None:
        self._desk, self._view, self._navigator = desk, view, navigator
        self.page = AgreementPage(desk, view)
        self.terms = AgreementTerms(self.page, navigator)
        self.amending = AgreementSupplement(self.page, navigator)
        self.library = ClauseChoices(self.page, navigator)
        self.checks = AgreementChecks(self.page, navigator)
        self.paper = AgreementPaper(self.page, navigator)
        self.issuing = AgreementIssuing(self.page, self.checks, navigator)
        self.signing = AgreementSigning(self.page, navigator)
        self.opening = AgreementOpening(self.page, self._show_current, self._redraw, self._go_on)
        self.page.on_changed(self._show_current)
        self._wanted: tuple[NextStepKind, UUID | None] | None = None
        self._is_beginning = False

    # the workspace → presenter

    def show_case(self, folder: CaseFolder) -> None:
        """Take the case, or the same case read again; what is being typed stays."""
        before, self.page.folder = self.page.folder, folder
        is_other = before is None or before.case.id != folder.case.id
        if is_other:
            self.page.agreement = None
        shown = self.page.agreement
        known = next((a for a in folder.agreements if shown is not None and a.id == shown.id), None)
        if shown is None:
            self._open_newest()
        elif known is not None and known.version > shown.version:
            self.opening.take_newer(known)
        elif shown.is_draft:
            self._refresh_parties(before)
            self.checks.say_step()
        else:
            self.signing.show()
        self._show_head()
        self._go_on()

    def take_step(self, kind: NextStepKind, subject_id: UUID | None) -> None:
        """Start the case's next step; it waits until its agreement has been read."""
        self._wanted = (kind, subject_id)
        self._go_on()

    def has_unsaved(self) -> bool:
        """Tell whether anything typed is not on the disk."""
        return self.page.is_editing and not self.page.keeper.is_kept

    def save_now(self) -> None:
        """Keep everything typed at once (Ctrl+S, leaving the pane)."""
        if self.page.is_editing:
            self.page.keeper.flush()
            self.page.keeper.store()

    # the list

    def choose(self, agreement_id: UUID) -> None:
        """Show another agreement of the case; what is typed here is kept first."""
        folder = self.page.folder
        found = next((a for a in folder.agreements if a.id == agreement_id), None) if folder else None
        if found is not None and (self.page.agreement is None or found.id != self.page.agreement.id):
            self.save_now()
            self.opening.open(found)

    def draft(self) -> None:
        """起草协议: the facts come from the case."""
        folder = self.page.folder
        if folder is None or self._is_beginning:
            return
        services, actor, case_id = self._desk.services, self._desk.actor, folder.case.id
        self._begin_with(lambda: services.settlements.new_agreement(case_id, actor=actor))

    def supplement(self) -> None:
        """补充协议: the only way to change what was issued."""
        agreement = self.page.agreement
        if agreement is None or self._is_beginning:
            return
        services, actor = self._desk.services, self._desk.actor
        self._begin_with(lambda: services.settlements.supplement(agreement.id, actor=actor))

    def edit_parties(self) -> None:
        """Go where the details of the parties are changed."""
        if self.page.folder is not None:
            self._navigator.open_case(self.page.folder.case.id, TAB_OVERVIEW)

    # fields → presenter

    def typed(self, key: str, value: object) -> None:
        """Take what now stands in a field, readable or not."""
        page = self.page
        holder = holder_of(page.entry, key)
        if holder is None or not page.is_editing:
            return
        name = field_name(key)
        if getattr(holder, name) == value:
            return
        setattr(holder, name, value)
        if name in _REDRAWS and key.startswith("terms."):
            term = page.entry.term(UUID(key.split(".")[1]))
            if term is not None:
                self._view.show_term(term)
        if key in ("party_ids", "court_copy"):
            page.show_copies()
        page.touched(key)

    def focused(self, key: str, cursor: int = -1) -> None:
        """Note where the user is, for the draft, for Alt+Enter and for the light on the paper."""
        if term_id_of(key) != term_id_of(self.page.focus):
            self._view.light_up(self.page.printed_start(term_id_of(key)))
        self.page.focus, self.page.cursor = key, cursor

    def left(self, key: str, cursor: int = -1) -> None:
        """Note that a field was left: it may be marked now, and everything is stored."""
        if not self.page.is_editing:
            return
        if key == self.page.focus:
            self.page.cursor = cursor
        if key not in self.page.seen:
            self.page.seen.add(key)
            self._view.expect(Moment.CHECK)
        if not self.page.keeper.is_stored:
            self.page.keeper.store()

    def due(self, moment: Moment) -> None:
        """Do what a breath after typing is for."""
        if moment is Moment.CHECK:
            self.checks.run()
        elif moment is Moment.PAPER:
            self.paper.refresh()
        elif self.page.is_editing:
            self.page.keeper.keep()

    # pieces

    def _open_newest(self) -> None:
        self.opening.open_newest()
        if self.page.agreement is None:
            self.checks.clear()

    def _refresh_parties(self, before: CaseFolder | None) -> None:
        """Word the parties anew when somebody changed them; what is typed stays."""
        folder = self.page.folder
        if before is not None and folder is not None and before.case.parties != folder.case.parties:
            self.page.show_all()
            self._redraw()

    def _redraw(self) -> None:
        self.checks.run()
        self.paper.refresh()

    def _show_current(self) -> None:
        if self.page.is_editing:
            self.page.show_all()
        else:
            self.signing.show()
        self._show_head()
        self._redraw()

    def _show_head(self) -> None:
        if self.page.folder is not None:
            self._view.show_head(self.opening.head())

    def _begin_with(self, work: Callable[[], Done[MediationAgreement]]) -> None:
        self._is_beginning = True
        self.save_now()
        self._desk.runner.submit(work, self._on_begun, self._on_not_begun)

    def _on_begun(self, done: Done[MediationAgreement]) -> None:
        self._is_beginning = False
        self.opening.open(done.value)
        self._desk.feed.announce(done.changes)
        self._view.focus_field("matters")

    def _on_not_begun(self, error: Exception) -> None:
        self._is_beginning = False
        self.page.fail(error)

    def _go_on(self) -> None:
        """Do the step that was asked for, once its agreement is on show."""
        folder, wanted = self.page.folder, self._wanted
        if folder is None or wanted is None:
            return
        kind, subject_id = wanted
        if subject_id is not None and subject_id in {a.id for a in folder.agreements}:
            self._wanted = None
            self.choose(subject_id)
            self._wanted = wanted
        if not self.opening.is_ready:
            return
        self._wanted = None
        if kind is NextStepKind.DRAFT:
            self.draft()
            return
        if kind is NextStepKind.ISSUE:
            self.issuing.ask()
        elif kind is NextStepKind.SIGN:
            self._view.focus_signing()
