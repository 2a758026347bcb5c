"""The card of one block: its form, the fields to put in by a key, and whether it can be put in force."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.filing.wordings.places import BlockState
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.settings.wordings.form import TEXT, VALID_FROM
from app.ui.kit import Kit
from app.ui.screens.intake.binding import leaves
from app.ui.screens.rosters.entry_body import EntryBody
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import TextField
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.texts import Text


class WordingCard(Card):
    """Ctrl+Enter puts in force, Ctrl+1 and on put a field in, Ctrl+R brings the default back."""

    def __init__(
        self, kit: Kit, *, before: QWidget, typed: Callable[[], None], restore: Callable[[], None]
    ) -> None:
        super().__init__(kit, kit.translator.text("本单位的用语"), icon="sliders")
        say = kit.translator.text
        self._before, self._typed = before, typed
        self._form: _Body | None = None
        self._chips: list[Button] = []
        self._keys: list[QShortcut] = []
        self.why = Text(kit, "", tone="text2", wrap=True)
        self.trial = Text(kit, "", size="small", wrap=True)
        self._offer = QWidget()
        self._flow = FlowLayout(self._offer)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._offer_words = Text(kit, say("光标处插入字段："), size="small", tone="text2")
        self._place = QVBoxLayout()
        kit.style.lay(self._place)
        self.verb = Button(kit, say("启用"), kind="primary", keys="Ctrl+Enter")
        self.restore = Button(kit, say("恢复默认"), keys="Ctrl+R")
        self._lay_out(kit)
        self.verb.clicked.connect(lambda _on=False: self._send())
        self.restore.clicked.connect(lambda _on=False: restore())
        bind(self, "Ctrl+Return", self.verb.click_if_enabled)
        bind(self, "Ctrl+R", self.restore.click_if_enabled)
        self.show_fixed("")

    @property
    def editor(self) -> TextField | None:
        """The field the text of the block is typed into."""
        box = None if self._form is None else self._form.fields.box(TEXT)
        return box.editor if box is not None and isinstance(box.editor, TextField) else None

    # presenter → view

    def show_form(self, form: EntryPresenter[BlockState], fields: Sequence[str]) -> None:
        """Show the form of another block and the fields it must carry."""
        self._drop_form()
        body = _Body(self._kit, form, self.verb, self._typed)
        self._form = body
        self._place.addWidget(body)
        form.attach(body)
        self._show_fields(fields)
        for widget in (self.verb, self._offer, self._offer_words):
            widget.setVisible(widget is self.verb or bool(fields))
        self.why.setVisible(False)
        self._order_tabs(body)

    def show_fixed(self, words: str) -> None:
        """Say why there is no form."""
        self._drop_form()
        self._show_fields(())
        self.why.setText(words)
        self.why.setVisible(bool(words))
        for widget in (self.verb, self._offer, self._offer_words, self.restore):
            widget.setVisible(False)

    def show_restore(self, *, is_own: bool) -> None:
        """Offer to bring the default back."""
        self.restore.setVisible(is_own)

    def show_trial(self, words: str, *, is_good: bool) -> None:
        """Say whether what is typed can be put in force."""
        self.trial.setText(words)
        self.trial.set_tone("ok" if is_good else "err")
        self.trial.setVisible(bool(words))

    # pieces

    def _lay_out(self, kit: Kit) -> None:
        row = QHBoxLayout()
        kit.style.lay(row, gap=12)
        row.addWidget(self.restore)
        row.addStretch(1)
        row.addWidget(self.verb)
        self.body.addWidget(self.why)
        self.body.addLayout(self._place)
        for widget in (self.trial, self._offer_words, self._offer):
            self.body.addWidget(widget)
        self.body.addLayout(row)

    def _order_tabs(self, body: _Body) -> None:
        """Let Tab go from the table to the form: made after the verbs, it would come behind them."""
        boxes = [box for key in (TEXT, VALID_FROM) if (box := body.fields.box(key)) is not None]
        fields = [leaf for box in boxes for leaf in leaves(box.editor)]
        for before, after in pairwise([self._before, *fields, *self._chips, self.restore, self.verb]):
            QWidget.setTabOrder(before, after)

    def _drop_form(self) -> None:
        if self._form is not None:
            self._form.stop()
            self._place.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = None

    def _show_fields(self, fields: Sequence[str]) -> None:
        for old in (*self._chips, *self._keys):
            old.deleteLater()
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
        self._chips, self._keys = [], []
        for number, term in enumerate(fields, start=1):
            put = partial(self._put, f"{{{term}}}")
            chip = Button(self._kit, f"{{{term}}}", keys=f"Ctrl+{number}", height="small")
            chip.clicked.connect(lambda _on=False, put=put: put())
            self._chips.append(chip)
            self._keys.append(bind(self, f"Ctrl+{number}", put))
            self._flow.addWidget(chip)

    def _put(self, text: str) -> None:
        editor = self.editor
        if editor is not None:
            editor.insert(text)
            editor.setFocus()

    def _send(self) -> None:
        if self._form is not None:
            self._form.send()


class _Body(EntryBody[BlockState]):
    """The form of the card: saved, it stays."""

    def __init__(
        self, kit: Kit, presenter: EntryPresenter[BlockState], verb: Button, typed: Callable[[], None]
    ) -> None:
        super().__init__(kit, presenter)
        self._verb, self._changed = verb, typed
        self.layout().addWidget(self.saved)  # type: ignore[union-attr]  # EntryBody lays itself out

    def send(self) -> None:
        """Put in force what stands in the fields."""
        self._presenter.send()

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nobody save twice."""
        self._verb.setEnabled(not is_busy)

    def finish(self) -> None:
        """Stay: the page shows what was saved."""
        self.stop()

    def note_typed(self) -> None:
        """Tell that something was typed."""
        self._changed()
