"""What each party says, with its own key, and whether it is here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.presenters.workspace.sessions.entries import SessionEntry
from app.presenters.workspace.sessions.presenter import SessionsPresenter
from app.presenters.workspace.sessions.view import Speaker
from app.ui.kit import Kit
from app.ui.widgets.fields import FieldBox, TextField, TickField
from app.ui.widgets.flow import FlowLayout


class Speakers(QWidget):
    """One text per party; ``attending`` holds their ticks and stands elsewhere on the page."""

    def __init__(self, kit: Kit, presenter: SessionsPresenter, typed: Callable[[], None]) -> None:
        super().__init__()
        self._kit, self._presenter, self._typed = kit, presenter, typed
        self.setObjectName("plain")
        self.boxes: list[tuple[UUID, FieldBox]] = []
        self.ticks: list[tuple[UUID, TickField]] = []
        self._column = QVBoxLayout(self)
        kit.style.lay(self._column, gap=8)
        self.attending = QWidget()
        self.attending.setObjectName("plain")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.attending.setSizePolicy(policy)
        self._flow = FlowLayout(self.attending)
        kit.style.lay(self._flow, gap=12)

    def show_speakers(self, entry: SessionEntry, speakers: Sequence[Speaker], *, is_finished: bool) -> None:
        """Show what everybody says; the same parties keep their fields and the focus."""
        if [id_ for id_, _box in self.boxes] != [speaker.party_id for speaker in speakers]:
            self._make(speakers)
        for party_id, box in self.boxes:
            said = entry.statement_of(party_id)
            if isinstance(box.editor, TextField):
                box.editor.show_value(said.text if said else "")
                box.editor.setReadOnly(is_finished)
        for party_id, tick in self.ticks:
            tick.show_value(party_id in entry.attending)
            tick.setEnabled(not is_finished)

    def focus(self, party_id: str) -> None:
        """Go to what a party says."""
        for id_, box in self.boxes:
            if str(id_) == party_id:
                box.focus()

    def focus_place(self, place: int) -> None:
        """Go to what the party at this place says."""
        if place < len(self.boxes):
            self.boxes[place][1].focus()

    def _make(self, speakers: Sequence[Speaker]) -> None:
        say = self._kit.translator.text
        for _id, box in self.boxes:
            self._column.removeWidget(box)
            box.deleteLater()
        for _id, tick in self.ticks:
            self._flow.removeWidget(tick)
            tick.deleteLater()
        self.boxes, self.ticks = [], []
        for speaker in speakers:
            field = TextField(self._kit, least=2, most=10)
            field.on_typed(partial(self._set_statement, speaker.party_id))
            field.on_left(self._presenter.keep_draft)
            box = FieldBox(self._kit, say("{name} 陈述", name=speaker.name), field)
            box.set_note(speaker.keys)
            self._column.addWidget(box)
            self.boxes.append((speaker.party_id, box))
            tick = TickField(self._kit, say("{name} 到场", name=speaker.name))
            tick.on_ticked(partial(self._set_attending, speaker.party_id))
            self._flow.addWidget(tick)
            self.ticks.append((speaker.party_id, tick))

    def _set_statement(self, party_id: UUID, text: str) -> None:
        self._presenter.set_statement(party_id, text)
        self._typed()

    def _set_attending(self, party_id: UUID, attends: bool) -> None:  # noqa: FBT001 - a slot's argument
        self._presenter.set_attending(party_id, attends=attends)
        self._typed()
