"""四包 of one case in its workspace."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.duties.four_duties import FourDuties
from app.presenters.desk import Desk
from app.presenters.duties.duty_form import DutyForm
from app.presenters.duties.pane import DutiesPanePresenter, DutyPanel, PaneActs
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.workspace.folder import CaseFolder
from app.ui.kit import Kit
from app.ui.screens.duties.duty_dialog import DutyDialog
from app.ui.screens.duties.panel import DutyCardWidget
from app.ui.screens.duties.paper_dialog import PaperDialog
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.shell.headers import ScrollBody
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text


class DutiesPane(QWidget):
    """Four cards and the verbs over all of them; what is typed lives in windows of their own."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        self._say = kit.translator.text
        self._presenter = DutiesPanePresenter(desk, navigator, self)
        self._panels: tuple[DutyPanel, ...] = ()
        self._cards: list[DutyCardWidget] = []
        self._error = ErrorStrip(kit)
        self._discharged = Text(kit, "", tone="ok", wrap=True)
        say = self._kit.translator.text
        self.assign = Button(kit, "", icon="users")
        self.discharge = Button(kit, "", icon="check")
        self.preview = Button(kit, say("预览"), icon="doc")
        self.print = Button(kit, say("打印四包记录"), icon="print")
        self._build()
        presenter = self._presenter
        self.assign.clicked.connect(lambda _on=False: presenter.assign_all())
        self.discharge.clicked.connect(lambda _on=False: presenter.discharge())
        self.preview.clicked.connect(lambda _on=False: presenter.preview())
        self.print.clicked.connect(lambda _on=False: presenter.print_record())
        bind(self, "Ctrl+P", self.print.click_if_enabled)

    # workspace → pane

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case, or the same case read again; open forms keep what is typed."""
        self._presenter.show_case(folder)

    def has_unsaved(self) -> bool:
        """Tell whether anything typed here is not kept: the windows of the forms keep their own."""
        return False

    def save_now(self) -> None:
        """Nothing is typed in the pane itself."""

    # presenter → view

    def show_panels(self, panels: Sequence[DutyPanel]) -> None:
        """Show the four cards; the focus stays on the same card's verb."""
        if tuple(panels) == self._panels:
            return
        # Asked of the window: while the form of a duty is in front, no card has the focus itself.
        at = self.window().focusWidget()
        held = next((place for place, card in enumerate(self._cards) if card.verb is at), None)
        self._panels = tuple(panels)
        for old in self._cards:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = [DutyCardWidget(self._kit, panel, self._presenter.open) for panel in panels]
        for place, card in enumerate(self._cards):
            self._column.insertWidget(place + self._first, card)
        if held is not None:
            self._cards[held].verb.setFocus()

    def show_acts(self, acts: PaneActs) -> None:
        """Offer what can be done with all four."""
        for button, words in ((self.assign, acts.assign_all), (self.discharge, acts.discharge)):
            button.set_text(words)
            button.setVisible(bool(words))
        self._discharged.setText(acts.discharged)
        self._discharged.setVisible(bool(acts.discharged))

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words)
        else:
            self._error.clear()

    def open_duty(self, form: DutyForm) -> None:
        """Open the form of a duty."""
        DutyDialog(self._kit, form, self).open()

    def open_form(self, form: EntryPresenter[FourDuties]) -> None:
        """Open a form over all four."""
        EntryDialog(self._kit, form, self, width=520).open()

    def open_preview(self, pdf: bytes, title: str) -> None:
        """Show the record as it would print."""
        PaperDialog(self._kit, title, pdf, self._presenter.print_record, self).open()

    # pieces

    def _build(self) -> None:
        style = self._kit.style
        acts = QWidget()
        flow = FlowLayout(acts)
        style.lay(flow, gap=8)
        for button in (self.assign, self.discharge, self.preview, self.print):
            flow.addWidget(button)
        area = ScrollBody(self._kit, (16, 14, 16, 16), gap=12)
        self._column = area.body
        top = QHBoxLayout()
        style.lay(top)
        top.addWidget(acts, 1)
        self._column.addWidget(self._error)
        self._column.addLayout(top)
        self._column.addWidget(self._discharged)
        self._first = self._column.count()
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        style.lay(column)
        column.addWidget(area)
