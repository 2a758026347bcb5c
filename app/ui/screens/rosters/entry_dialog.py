"""The window of a form: its fields, one verb, everything typed kept."""

from __future__ import annotations

from typing import ClassVar, Generic, Literal, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.presenters.rosters.entry_presenter import EntryPresenter
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_body import EntryBody
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.texts import Text

R = TypeVar("R")


class EntryDialog(Dialog, Generic[R]):
    """One form in a window; Esc closes it and keeps what was typed for the next time."""

    spare: ClassVar[int] = 190
    """Design pixels of the window kept for title, bar and the frame of the system."""
    least: ClassVar[int] = 200
    """Design pixels the scrolling middle has at least."""

    def __init__(
        self,
        kit: Kit,
        presenter: EntryPresenter[R],
        parent: QWidget | None = None,
        *,
        width: Literal[520, 720] = 720,
    ) -> None:
        super().__init__(kit, presenter.form.title, width=width, parent=parent)
        self._presenter = presenter
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words in presenter.form.words:
            self.body.addWidget(Text(kit, words, size="small", tone="text2", wrap=True))
        self.form_body = self._make_body()
        self.inside = QWidget()
        self.inside.setObjectName("page")
        self.column = QVBoxLayout(self.inside)
        """The scrolling middle: the form, and whatever a form with more puts below it."""
        kit.style.lay(self.column, (2, 2, 8, 2), gap=12)
        self.column.addWidget(self.form_body)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.inside)
        self.body.addWidget(self._area, 1)
        self.add_note(self.form_body.saved)
        self.add_verb(kit.translator.text("返回"))
        self.verb: Button = self.add_verb(
            presenter.form.verb, presenter.send, kind="primary", keys="Ctrl+Enter"
        )
        bind(self, "Ctrl+S", presenter.save_draft)
        self.finished.connect(self._on_finished)
        self._attach()

    def fit(self) -> None:
        """Be as high as the form wants and the window allows."""
        owner = self.parentWidget()
        whole = owner.window().height() if owner is not None else self.screen().availableSize().height()
        wanted = self.inside.sizeHint().height() + self._kit.style.px(4)
        room = max(self._kit.style.px(self.least), whole - self._kit.style.px(self.spare))
        self._area.setMinimumHeight(min(wanted, room))
        self.take_height()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
        if self.focusWidget() is None or self.focusWidget() is self.verb:
            self.form_body.focus_field("")

    def _make_body(self) -> DialogBody[R]:
        """Make the fields; a dialog with more than fields puts it around them here."""
        return DialogBody(self._kit, self._presenter, self)

    def _attach(self) -> None:
        self._presenter.attach(self.form_body)

    def _on_finished(self, _code: int) -> None:
        self.form_body.stop()
        self._presenter.close()


class DialogBody(EntryBody[R]):
    """The form of a dialog: saved, it closes the dialog."""

    def __init__(self, kit: Kit, presenter: EntryPresenter[R], dialog: EntryDialog[R]) -> None:
        super().__init__(kit, presenter)
        self._dialog = dialog

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nobody save twice."""
        self._dialog.verb.setEnabled(not is_busy)

    def finish(self) -> None:
        """Close: the form was saved."""
        self.stop()
        self._dialog.accept()
