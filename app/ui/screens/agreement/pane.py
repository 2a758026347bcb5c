"""协议书: the pane of the workspace; the paper beside it is its context."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.duties.next_steps import NextStepKind
from app.domain.settlements.terms import TermKind
from app.presenters.agreement.versions.presenter import VersionsPresenter
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.workspace.folder import CaseFolder
from app.ui.kit import Kit
from app.ui.screens.agreement.face import AgreementFace
from app.ui.screens.agreement.library.picker import open_clause_picker
from app.ui.screens.agreement.versions import VersionsDialog
from app.ui.shell.pages import bind


class AgreementPane(QWidget):
    """``AgreementPane(kit, desk, navigator)``; keys work while the focus is inside it."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        self._face = AgreementFace(kit, desk, navigator)
        self.presenter = self._face.presenter
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(self._face)
        self._face.paper.check.clicked.connect(lambda _on=False: self.presenter.paper.check_stored())
        self._face.head.versions.clicked.connect(lambda _on=False: self.compare_versions())
        self._bind_keys()
        bind(self, "Alt+K", self.open_library)

    @property
    def face(self) -> AgreementFace:
        """Give what is shown."""
        return self._face

    # the workspace → pane

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case, or the same case read again; what is being typed stays."""
        self.presenter.show_case(folder)

    def has_unsaved(self) -> bool:
        """Tell whether anything typed is not yet on the disk."""
        return self.presenter.has_unsaved()

    def save_now(self) -> None:
        """Keep everything typed at once."""
        self.presenter.save_now()

    def context(self) -> QWidget:
        """Give the paper beside the editor."""
        return self._face.paper

    def take_step(self, kind: NextStepKind, subject_id: UUID | None) -> None:
        """Start 起草协议, 送签 or 登记签字."""
        self.presenter.take_step(kind, subject_id)

    def on_step_words(self, callback: Callable[[str], None]) -> None:
        """Call back with other words for the filled button."""
        self._face.on_step_words(callback)

    def open_library(self) -> None:
        """Open 条款库 over the draft."""
        open_clause_picker(self._kit, self.presenter.library, self)

    def _bind_keys(self) -> None:
        checks, terms = self.presenter.checks, self.presenter.terms
        bind(self, "F8", checks.walk, everywhere=True)
        bind(self, "Shift+F8", lambda: checks.walk(-1), everywhere=True)
        bind(self, "Alt+Return", checks.fix, everywhere=True)
        bind(self, "Alt+Enter", checks.fix, everywhere=True)
        bind(self, "Alt+G", lambda: self._if_drafting(lambda: terms.add(TermKind.PAYMENT)))
        bind(self, "Alt+X", lambda: self._if_drafting(lambda: terms.add(TermKind.ACT)))
        bind(self, "Alt+Q", lambda: self._if_drafting(lambda: terms.add(TermKind.CLAUSE)))
        bind(self, "Alt+I", lambda: self._in_term(terms.add_instalment))
        bind(self, "Alt+Up", lambda: self._in_term(lambda term: terms.move(term, -1)))
        bind(self, "Alt+Down", lambda: self._in_term(lambda term: terms.move(term, 1)))
        bind(self, "Ctrl+Del", self._remove_line)
        bind(self, "Ctrl+Shift+Del", lambda: self._in_term(terms.remove))
        bind(self, "Alt+V", self.compare_versions)
        bind(self, "Ctrl+P", self.presenter.paper.print_draft)
        bind(self._face.signing, "Ctrl+Return", self._face.signing.sign_all)
        bind(self._face.signing, "Ctrl+Enter", self._face.signing.sign_all)
        bind(self._face.signing, "Alt+D", self._face.signing.open_detail)
        bind(self._face.signing, "Alt+J", self._face.signing.open_refusal)
        bind(self._face.signing, "Alt+H", self._face.signing.open_drawing)

    def compare_versions(self) -> None:
        """Open two versions side by side, where there are two."""
        if VersionsPresenter.is_possible(self.presenter.page):
            VersionsDialog(self._kit, self.presenter.page, self).open()

    def _if_drafting(self, act: Callable[[], None]) -> None:
        if self.presenter.page.is_editing:
            act()

    def _in_term(self, act: Callable[[UUID], None]) -> None:
        """Act on the term the user is in, or on the last one."""
        term, _line = self._face.editor.here()
        terms = self.presenter.page.entry.terms
        if self.presenter.page.is_editing and (term is not None or terms):
            act(term if term is not None else terms[-1].id)

    def _remove_line(self) -> None:
        term, line = self._face.editor.here()
        if term is not None and line is not None:
            self.presenter.terms.remove_line(term, line)
