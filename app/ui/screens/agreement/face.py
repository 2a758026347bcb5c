"""What the pane looks like: head, notes, editor with 检查 below, signing panel, and the paper beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.duties.next_steps import NextStepKind
from app.presenters.agreement.entries import AgreementEntry, TermEntry
from app.presenters.agreement.original.lines import OriginalWords
from app.presenters.agreement.presenter import AgreementPresenter
from app.presenters.agreement.shown import (
    CheckWords,
    FieldMark,
    IssueForm,
    Moment,
    PaneHead,
    PartyLine,
    SectionWords,
    SigningWords,
    TermWords,
)
from app.presenters.desk import Desk
from app.presenters.intake.shown import SavedNote
from app.presenters.navigation import Navigator
from app.presenters.workspace.forms.view import Conflict
from app.ui.kit import Kit
from app.ui.screens.agreement.check_panel import CheckPanel
from app.ui.screens.agreement.dialogs import IssueDialog, VoidDialog
from app.ui.screens.agreement.editor import AgreementEditor
from app.ui.screens.agreement.head import AgreementHead, ConflictPanel
from app.ui.screens.agreement.paper import PaperColumn
from app.ui.screens.agreement.signing.panel import SigningPanel
from app.ui.widgets.notices import EmptyState, ErrorStrip


class AgreementFace(QWidget):
    """The view of the presenter; the pane around it speaks with the workspace."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        self._step_words: list[Callable[[str], None]] = []
        self._dialog: IssueDialog | None = None
        self.setObjectName("plain")
        self.paper = PaperColumn(kit)
        self._timers = {moment: _timer(self, moment, self._due) for moment in Moment}
        self.presenter = AgreementPresenter(desk, self, navigator)
        self._build(desk)

    def on_step_words(self, callback: Callable[[str], None]) -> None:
        """Call back with other words for the filled button."""
        self._step_words.append(callback)

    # presenter → view

    def show_head(self, head: PaneHead) -> None:
        """Show which agreements there are and what can be done."""
        folder = self.presenter.page.folder
        is_frames = False
        if folder is not None:
            step = folder.next_step
            is_frames = step.kind is NextStepKind.ISSUE and step.subject_id == head.current
        self.head.show_head(head, can_send=head.can_send and not is_frames)

    def show_nothing(self, sentence: str, *, can_draft: bool) -> None:
        """Show that there is no agreement."""
        self._empty.say(sentence, self._kit.translator.text("起草协议") if can_draft else "")
        self._front(self._empty)
        self.paper.show_nothing()

    def show_entry(self, entry: AgreementEntry, parties: Sequence[PartyLine]) -> None:
        """Show a draft as a whole."""
        self.editor.show_entry(entry, parties)
        self._front(self._drafting)

    def show_terms(self, terms: Sequence[TermEntry]) -> None:
        """Show the terms anew."""
        self.editor.show_terms(terms)

    def show_term(self, term: TermEntry) -> None:
        """Show one term anew."""
        self.editor.show_term(term)

    def show_value(self, key: str, value: object) -> None:
        """Show a value in its written form."""
        self.editor.fields.show_value(key, value)

    def show_term_words(self, term_id: UUID, words: TermWords) -> None:
        """Show what a term says about itself."""
        self.editor.show_term_words(term_id, words)

    def show_sections(self, sections: Mapping[str, SectionWords]) -> None:
        """Show how every section stands."""
        self.editor.show_sections(sections)

    def show_original(self, words: OriginalWords) -> None:
        """Show the terms of the agreement that a supplement changes."""
        self.editor.show_original(words)

    def show_copies(self, copies: str, signers: str) -> None:
        """Show copies and signers in words."""
        self.editor.show_copies(copies, signers)

    def show_checks(self, checks: CheckWords) -> None:
        """Show what was found."""
        self.checks.show_checks(checks)

    def show_marks(self, marks: Mapping[str, FieldMark]) -> None:
        """Mark these fields and no others."""
        self.editor.fields.show_marks(marks)

    def show_saved(self, note: SavedNote) -> None:
        """Show how far what is typed is kept."""
        self.head.show_saved(note)

    def show_paper(self, pdf: bytes, *, is_draft: bool) -> None:
        """Show the paper."""
        self.paper.show_paper(pdf, is_draft=is_draft)

    def show_paper_failure(self, sentence: str) -> None:
        """Say why the paper is not what is typed."""
        self.paper.show_failure(sentence)

    def light_up(self, text: str) -> None:
        """Light up a text on the paper."""
        self.paper.light_up(text)

    def show_failure(self, sentence: str) -> None:
        """Say at the top what failed."""
        if sentence:
            self._strip.tell(sentence)
        else:
            self._strip.clear()

    def show_conflicts(self, sentence: str, conflicts: Sequence[Conflict]) -> None:
        """Show both values of what two people saved differently."""
        self._conflicts.show_conflicts(sentence, conflicts)

    def show_signing(self, words: SigningWords) -> None:
        """Show the signing panel instead of the editor."""
        self.signing.show_signing(words)
        self._front(self.signing)

    def show_step_words(self, words: str) -> None:
        """Change the words of the filled button."""
        for callback in self._step_words:
            callback(words)

    def focus_field(self, key: str, cursor: int = -1) -> None:
        """Open what hides a field and take the user there."""
        self.editor.focus_field(key, cursor)

    def focus_signing(self) -> None:
        """Take the user to the first place that is not signed."""
        self.signing.focus()

    def expect(self, moment: Moment) -> None:
        """Call ``due(moment)`` a breath after the last of these calls."""
        self._timers[moment].start()

    def ask_issue(self, form: IssueForm) -> None:
        """Open the 送签 dialog."""
        issuing = self.presenter.issuing
        self._dialog = IssueDialog(
            self._kit,
            form,
            self.paper.page_count,
            lambda day, prints, too: issuing.issue(day, prints=prints, summarises=too),
            self,
        )
        self._dialog.open()

    def refuse_issue(self, sentence: str) -> None:
        """Say in the dialog why it was not issued."""
        if self._dialog is not None:
            self._dialog.refuse(sentence)

    def issued(self) -> None:
        """Close the dialog."""
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None

    # building

    def _build(self, desk: Desk) -> None:
        kit, presenter = self._kit, self.presenter
        self._strip = ErrorStrip(kit)
        self.head = AgreementHead(kit, presenter.choose)
        self._conflicts = ConflictPanel(kit, lambda ours: presenter.page.settle_conflict(keep_ours=ours))
        self.editor = AgreementEditor(kit, presenter)
        checks = presenter.checks
        self.checks = CheckPanel(kit, checks.walk, checks.go_to, checks.fix)
        self._drafting = QWidget()
        self._drafting.setObjectName("plain")
        drafting = QVBoxLayout(self._drafting)
        kit.style.lay(drafting)
        drafting.addWidget(self.editor, 1)
        drafting.addWidget(self.checks)
        self.signing = SigningPanel(kit, presenter.signing, desk.today)
        self._empty = EmptyState(kit, "", icon="doc")
        self._empty.on_action(presenter.draft)
        self._stack = QStackedWidget()
        for page in (self._empty, self._drafting, self.signing):
            self._stack.addWidget(page)
        notes = QVBoxLayout()
        kit.style.lay(notes, (16, 0, 16, 0), gap=6)
        notes.addWidget(self._strip)
        notes.addWidget(self._conflicts)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(self.head)
        column.addLayout(notes)
        column.addWidget(self._stack, 1)
        self.head.setVisible(False)
        self.head.send.clicked.connect(lambda _on=False: presenter.issuing.ask())
        self.head.draft.clicked.connect(lambda _on=False: presenter.draft())
        self.head.supplement.clicked.connect(lambda _on=False: presenter.supplement())
        self.head.void.clicked.connect(lambda _on=False: self.ask_void())
        self.head.saved.on_retry(presenter.save_now)
        self.paper.print.clicked.connect(lambda _on=False: presenter.paper.print_draft())

    def ask_void(self) -> None:
        """Ask for the reason of voiding what is on show."""
        page, agreement = self.presenter.page, self.presenter.page.agreement
        if agreement is not None:
            title = page.words.title(agreement, page.folder)
            VoidDialog(self._kit, title, self.presenter.issuing.void, self).open()

    def _due(self, moment: Moment) -> None:
        self.presenter.due(moment)

    def _front(self, page: QWidget) -> None:
        self.head.setVisible(page is not self._empty)
        self._stack.setCurrentWidget(page)


def _timer(owner: QWidget, moment: Moment, due: Callable[[Moment], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(moment.value)
    timer.timeout.connect(lambda: due(moment))
    return timer
