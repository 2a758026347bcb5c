"""文书: what may be issued now, what was issued, and the page of either at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.workspace.documents import DocumentRow, DocumentsPresenter
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.form_choices import FormChoice
from app.presenters.workspace.forms.presenter import FormPresenter
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.kit import Kit
from app.ui.screens.workspace.document_verbs import DocumentVerbs
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.notices import BusyBar, EmptyState, ErrorStrip
from app.ui.widgets.pdf_preview import PdfPreview
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel


class DocumentsPane(QWidget):
    """A case pane with a context: a press on a form previews it, 出具 issues what is on show."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        self._choices: dict[str, Button] = {}
        self._offered: list[tuple[str, str]] = []
        self._build()
        self._presenter = DocumentsPresenter(desk, navigator, self)
        self._verbs.serve(self._presenter)
        self._connect()

    # the pane

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case."""
        self._presenter.show_case(folder)

    def has_unsaved(self) -> bool:
        """Nothing is typed here: reasons are typed in a form, which keeps them."""
        return False

    def save_now(self) -> None:
        """Nothing is typed here."""

    def context(self) -> QWidget:
        """Give the page at the right."""
        return self._paper

    # presenter → view

    def show_choices(self, choices: Sequence[FormChoice], chosen: str) -> None:
        """Offer the forms that may be issued now."""
        offered = [(choice.key, choice.text) for choice in choices]  # a hidden name changes the text alone
        if offered != self._offered:
            self._offered = offered
            self._make_choices(choices)
        for key, button in self._choices.items():
            button.setChecked(key == chosen)
            # The chosen one is bold, therefore wider: the lines of the flow may break elsewhere.
            button.updateGeometry()
        self._issue.setVisible(bool(chosen))

    def show_documents(self, rows: Sequence[DocumentRow]) -> None:
        """Show what was issued."""
        self._model.show_items(rows)
        self._table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._verbs.show_row(self._table.current())

    def show_pdf(self, pdf: bytes, title: str, *, is_issued: bool) -> None:
        """Show a page."""
        if not self._preview.show_pdf(pdf):
            self.show_error(self._kit.translator.text("{name} 打不开，请重试", name=title))
            return
        self._paper.setAccessibleName(title)
        self._print.setVisible(True)
        say = self._kit.translator.text
        self._print.set_text(say("打印") if is_issued else say("打印草稿"))

    def show_error(self, words: str) -> None:
        """Say what failed."""
        if words:
            self._strip.tell(words)
        else:
            self._strip.clear()

    def show_told(self, words: str) -> None:
        """Say what was found to be in order."""
        self._strip.tell(words, kind="info")

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that a page is being drawn."""
        if is_busy:
            self._busy.begin()
        else:
            self._busy.end()

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""
        FormDialog(self._kit, form, self).open()

    # building

    def _build(self) -> None:
        kit = self._kit
        say = self._kit.translator.text
        self._strip = ErrorStrip(kit)
        self._busy = BusyBar(kit)
        offered = Card(kit, say("出具"), note=say("先看预览，再出具"))
        inside = QWidget()
        inside.setObjectName("plain")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        inside.setSizePolicy(policy)
        self._flow = FlowLayout(inside)
        kit.style.lay(self._flow, gap=8)
        offered.body.addWidget(inside)
        self._model = _document_model(say)
        self._table = ListTable(kit, self._model, name=say("已出具的文书"))
        self._empty = EmptyState(kit, say("还没有出具文书。"), icon="doc")
        kit.style.least(self._table, height=180)
        self._verbs = DocumentVerbs(kit)
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        kit.style.lay(column, (16, 14, 16, 12), gap=10)
        for widget in (self._strip, offered, self._busy):
            column.addWidget(widget)
        column.addWidget(self._table, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._verbs)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside takes the focus and scrolls into view
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        outer = QVBoxLayout(self)
        kit.style.lay(outer)
        outer.addWidget(area)
        self._paper = self._paper_pane()

    def _paper_pane(self) -> QWidget:
        kit = self._kit
        say = self._kit.translator.text
        self._preview = PdfPreview(kit, say("预览"))
        self._print = Button(kit, say("打印"), icon="print", height="small")
        self._issue = Button(kit, say("出具"), icon="stamp", height="small")
        for button in (self._print, self._issue):
            button.setVisible(False)
            self._preview.bar_end.addWidget(button)
        return self._preview

    def _connect(self) -> None:
        self._table.on_current(self._on_current)
        self._table.on_opened(lambda row: self._presenter.look_at(row.id))
        self._table.on_menu(self._verbs.open_menu)
        self._issue.clicked.connect(lambda _on=False: self._presenter.issue())
        self._print.clicked.connect(lambda _on=False: self._presenter.print())
        bind(self, "Ctrl+P", self._print.click_if_enabled)
        bind(self._preview, "Ctrl+P", self._print.click_if_enabled)

    def _make_choices(self, choices: Sequence[FormChoice]) -> None:
        for button in self._choices.values():
            self._flow.removeWidget(button)
            button.deleteLater()
        self._choices = {}
        for choice in choices:
            button = Button(self._kit, choice.text, icon="doc", height="small")
            button.setCheckable(True)
            button.clicked.connect(partial(self._preview_form, choice.key))
            self._flow.addWidget(button)
            self._choices[choice.key] = button

    def _preview_form(self, key: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own argument
        self._presenter.preview(key)

    def _on_current(self, row: DocumentRow | None) -> None:
        self._verbs.show_row(row)
        if row is not None and self._table.hasFocus():
            self._presenter.look_at(row.id)


def _document_model(say: Callable[[str], str]) -> TableModel[DocumentRow]:
    return TableModel(
        [
            Column(say("文书"), lambda row: Cell(row.title, row.number, is_title=True), share=1.4),
            Column(say("出具"), lambda row: Cell(row.issued, f"{row.issuer}　{row.copies}"), share=1.1),
            Column(
                say("状态"),
                lambda row: (
                    Cell(say("已作废"), row.void, tone="err") if row.void else Cell(say("有效"), row.original)
                ),
                share=1.0,
            ),
        ],
        sentence=lambda row: "，".join(
            part
            for part in (row.title, row.number, row.issued, row.issuer, row.copies, row.void, row.original)
            if part
        ),
        key=lambda row: row.id,
    )
