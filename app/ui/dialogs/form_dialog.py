"""The window of a form: fields from its list, one verb, everything typed kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.presenters.intake.shown import SavedNote, SavedState
from app.presenters.workspace.forms.asked import FieldKind, Values
from app.presenters.workspace.forms.presenter import FormPresenter
from app.presenters.workspace.forms.view import Conflict
from app.ui.dialogs.form_fields import FormRow
from app.ui.kit import Kit
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import FILE_KEYS
from app.ui.widgets.notices import ErrorStrip, SavedMark
from app.ui.widgets.texts import Text

_KEEP_AFTER_MS = 1500
_TALLEST, _AROUND = 460, 270


class FormDialog(Dialog):
    """One form of the workspace; Esc closes it and keeps what was typed for the next time."""

    def __init__(self, kit: Kit, presenter: FormPresenter, parent: QWidget | None = None) -> None:
        form = presenter.form
        super().__init__(kit, form.title, width=720 if form.is_wide else 520, parent=parent)
        self._presenter = presenter
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._rows: dict[str, FormRow] = {}
        self._placed: list[FormRow] = []
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_KEEP_AFTER_MS)
        self._wait.timeout.connect(presenter.save_draft)
        self._build()
        self.finished.connect(lambda _code: presenter.close())
        bind(self, FILE_KEYS, self._choose_file)
        presenter.attach(self)

    # presenter → view

    def show_values(self, values: Values, focus: str) -> None:
        """Put values into the fields and the focus where it was."""
        for key, row in self._rows.items():
            row.show(values.get(key, ""))
        self._show_needed()
        if focus in self._rows:
            self._rows[focus].focus()

    def show_kept(self, words: str) -> None:
        """Say that an unfinished form was taken up again, with a way to start over."""
        if words:
            self._kept.tell(
                words,
                kind="info",
                retry=self._presenter.start_over,
                retry_text=self._kit.translator.text("重新填写"),
            )
        else:
            self._kept.clear()

    def show_problem(self, key: str, words: str) -> None:
        """Show what is wrong beside its field, or at the top."""
        row = self._rows.get(key)
        if row is None:
            self._strip.tell(words)
            return
        row.set_problem(words)
        row.focus()
        if row.box is None:
            self._strip.tell(words)

    def clear_problems(self) -> None:
        """Take every problem away."""
        self._strip.clear()
        self._conflict_words.setVisible(False)
        for row in self._rows.values():
            row.set_problem("")

    def show_conflicts(self, words: str, conflicts: Sequence[Conflict]) -> None:
        """Show both values; sending again is up to the user."""
        self._strip.tell(words, kind="warning")
        self._conflict_words.setText("\n".join(_both(self._kit, entry) for entry in conflicts))
        self._conflict_words.setVisible(bool(conflicts))

    def show_saved(self, note: SavedNote) -> None:
        """Show how far what is typed is kept."""
        if note.state is SavedState.SAVING:
            self._saved.show_saving()
        elif note.state is SavedState.FAILED:
            self._saved.show_failed()
        else:
            self._saved.show_saved(note.time if note.state is SavedState.SAVED else "")

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nobody send twice."""
        self._verb.setEnabled(not is_busy)

    def finish(self) -> None:
        """Close: the form was sent."""
        self.accept()

    # building

    def _build(self) -> None:
        kit, form = self._kit, self._presenter.form
        say = self._kit.translator.text
        self._kept, self._strip = ErrorStrip(kit), ErrorStrip(kit)
        self._conflict_words = Text(kit, "", tone="text2", wrap=True)
        self._conflict_words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._conflict_words.setVisible(False)
        for widget in (self._kept, self._strip, self._conflict_words):
            self.body.addWidget(widget)
        for words in form.words:
            self.say(words)
        for words in form.earlier:
            self.body.addWidget(Text(kit, words, size="small", tone="text2", wrap=True))
        self._saved = SavedMark(kit)
        self._saved.on_retry(self._presenter.save_draft)
        if form.fields:
            self._build_fields()
            self.add_note(self._saved)
        self.add_verb(say("返回"))
        self._verb: Button = self.add_verb(
            form.verb,
            self._presenter.send,
            kind="danger" if form.is_danger else "primary",
            keys="Ctrl+Enter",
            is_default=not form.fields and not form.is_danger,
        )

    def _build_fields(self) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        self._kit.style.lay(column, (2, 2, 8, 2))
        self._grid = QGridLayout()
        self._kit.style.lay(self._grid, gap=(14, 9))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        for field in self._presenter.form.fields:
            self._rows[field.key] = FormRow(
                self._kit,
                field,
                lambda: self._presenter.today,
                partial(self._typed, field.key),
                self._presenter.save_draft,
                choose_file=partial(self._presenter.choose_file, field.key),
            )
        for row in self._rows.values():
            row.widget.setParent(inside)  # shown without a parent it would be a window that takes the focus
        column.addLayout(self._grid)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self.body.addWidget(self._area, 1)
        self._inside = inside

    def _choose_file(self) -> None:
        """Choose the file of the first file field asked for (Ctrl+U)."""
        for row in self._placed:
            if row.field.kind is FieldKind.FILE:
                self._presenter.choose_file(row.field.key)
                return

    def _typed(self, key: str, value: str) -> None:
        self._presenter.type(key, value)
        self._show_needed()
        self._wait.start()

    def _show_needed(self) -> None:
        """Show the fields that are asked for now, without holes where others are not."""
        needed = [row for row in self._rows.values() if self._presenter.is_shown(row.field)]
        if needed == self._placed:
            return
        self._placed = needed
        for row in self._rows.values():
            self._grid.removeWidget(row.widget)
            row.widget.setVisible(row in needed)
        _lay_out(self._grid, needed)
        self._fit()
        if self.isVisible():
            # Fields that appear later would lie below the edge: the window grows with what it asks.
            QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        self._fit()
        self.take_height()

    def _fit(self) -> None:
        if self._rows:
            wanted = self._inside.sizeHint().height() + self._kit.style.px(4)
            layout = self._inside.layout()
            if layout is not None and layout.hasHeightForWidth():
                width = self.width() - self._kit.style.px(60)
                wanted = max(wanted, layout.heightForWidth(width) + self._kit.style.px(4))
            room = self._window_height() - max(self._kit.style.px(_AROUND), _around(self, self._area))
            self._area.setMinimumHeight(min(wanted, self._kit.style.px(_TALLEST), max(room, 120)))

    def _window_height(self) -> int:
        """Measure the window behind, which the dialog must not outgrow."""
        parent = self.parentWidget()
        return parent.window().height() if parent is not None else self._kit.style.px(_TALLEST + _AROUND)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self.take_height()
        first = next(iter(self._rows.values()), None)
        if first is not None and not self.focusWidget():
            first.focus()


def _around(dialog: Dialog, area: QScrollArea) -> int:
    """Measure what stands above and below the fields: many words leave them less room."""
    layout = dialog.layout()
    if layout is None:
        return 0
    return layout.totalMinimumHeightForWidth(dialog.width()) - area.minimumHeight()


def _lay_out(grid: QGridLayout, rows: Sequence[FormRow]) -> None:
    """Place rows one below the other, halves in pairs."""
    line = place = 0
    for row in rows:
        if row.field.is_half:
            grid.addWidget(row.widget, line, place)
            line, place = (line + 1, 0) if place else (line, 1)
        else:
            line = line + 1 if place else line
            grid.addWidget(row.widget, line, 0, 1, 2)
            line, place = line + 1, 0


def _both(kit: Kit, entry: Conflict) -> str:
    """Say what another wrote into a field and what this user typed."""
    if not entry.ours:
        return f"{entry.label}　{entry.theirs}"
    return kit.translator.text(
        "{field}：对方 {theirs}；您 {ours}", field=entry.label, theirs=entry.theirs, ours=entry.ours
    )
