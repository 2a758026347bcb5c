"""The fields of one session record; each tells its presenter at once what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from app.domain.mediation.sessions import SessionResult
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.days.clock_times import parse_time
from app.presenters.desk import Desk
from app.presenters.workspace.sessions.entries import SessionEntry
from app.presenters.workspace.sessions.presenter import SessionsPresenter
from app.presenters.workspace.sessions.view import Speaker
from app.ui.kit import Kit
from app.ui.screens.workspace.sessions.caucus import CaucusNotes
from app.ui.screens.workspace.sessions.guests import GuestLines
from app.ui.screens.workspace.sessions.speakers import Speakers
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import (
    ChipGroup,
    ChipItem,
    DayField,
    FieldBox,
    LineField,
    ParsedField,
    TextField,
    TickField,
)


class SessionEditor(QWidget):
    """``show_entry`` puts a record in; typing comes out through the presenter, then ``typed`` is called."""

    def __init__(self, kit: Kit, desk: Desk, presenter: SessionsPresenter, typed: Callable[[], None]) -> None:
        super().__init__()
        self._kit, self._desk, self._presenter, self._typed = kit, desk, presenter, typed
        self.setObjectName("page")
        self._boxes: dict[str, FieldBox] = {}
        self._ticks: dict[str, TickField] = {}
        self._speakers = Speakers(kit, presenter, typed)
        column = QVBoxLayout(self)
        kit.style.lay(column, (16, 14, 16, 16), gap=12)
        self.caucus = CaucusNotes(kit, partial(self._set, "caucus_notes"))
        for card in (*self._heads(), *self._talk(), self.caucus, self._result_card()):
            column.addWidget(card)
        column.addStretch(1)

    def show_entry(self, entry: SessionEntry, speakers: Sequence[Speaker], *, is_finished: bool) -> None:
        """Show a record; a closed one can be read and copied, not changed."""
        for name, box in self._boxes.items():
            editor = box.editor
            if isinstance(editor, (LineField, TextField)):
                editor.show_value(str(getattr(entry, name)))
                editor.setReadOnly(is_finished)
        self.caucus.field.show_value(entry.caucus_notes)
        self.caucus.field.setReadOnly(is_finished)
        self.caucus.cover()
        for name, tick in self._ticks.items():
            tick.show_value(bool(getattr(entry, name)))
            tick.setEnabled(not is_finished)
        self._result.show_value(entry.result)
        self._result.setEnabled(not is_finished)
        self._guests.show_guests(entry.guests, is_fixed=is_finished)
        self._add_guest.setVisible(not is_finished)
        self._speakers.show_speakers(entry, speakers, is_finished=is_finished)
        self._show_routes(entry.result)

    def set_problem(self, field: str, words: str) -> bool:
        """Show what is wrong beside a field and go there; False when the field has no place here."""
        if field in self._boxes:
            self._boxes[field].set_problem("error", words)
            self._boxes[field].focus()
            return True
        if field in self._ticks:
            self._ticks[field].setFocus()
        elif field == "result":
            self._result.focus_chosen()
        return False

    def show_told(self, rights: str, routes: str) -> None:
        """Word the two ticks about what the parties were told."""
        self._ticks["rights_told"].set_words(rights)
        self._ticks["routes_told"].set_words(routes)

    def clear_problems(self) -> None:
        """Take every problem away."""
        for box in self._boxes.values():
            box.set_problem(None)

    def go_to(self, focus: str) -> None:
        """Put the focus on a field by its name in drafts."""
        kind, _, id_ = focus.partition(".")
        if kind == "statement":
            self._speakers.focus(id_)
        elif kind == "guest":
            self._guests.focus(UUID(id_))
        elif focus == "caucus_notes":
            self.caucus.setFocus()
        elif focus in self._boxes:
            self._boxes[focus].focus()

    def go_to_speaker(self, place: int) -> None:
        """Go to what the party at this place says (Ctrl+1 is the first)."""
        self._speakers.focus_place(place)

    def stamp(self, words: str) -> None:
        """Put the time in where the user writes."""
        held = QApplication.focusWidget()
        target = held if isinstance(held, TextField) and self.isAncestorOf(held) else None
        record = self._boxes["record"].editor
        field = target or (record if isinstance(record, TextField) else None)
        if field is not None and not field.isReadOnly():
            field.insert(self._kit.translator.text("［{time}］", time=words))
            field.setFocus()

    # building

    def _heads(self) -> tuple[Card, ...]:
        kit = self._kit
        say = self._kit.translator.text
        when = Card(kit, say("时间与人"))
        grid = QGridLayout()
        kit.style.lay(grid, gap=(14, 9))
        day = DayField(kit, lambda typed: parse_day(typed, self._desk.today))
        start: ParsedField[time] = ParsedField(kit, parse_time, _written)
        end: ParsedField[time] = ParsedField(kit, parse_time, _written)
        moments: tuple[tuple[str, str, LineField], ...] = (
            ("day", say("日期"), day),
            ("start", say("开始"), start),
            ("end", say("结束"), end),
        )
        for place, (name, label, field) in enumerate(moments):
            grid.addWidget(self._box(name, label, field), 0, place)
        grid.addWidget(self._box("place", say("地点"), LineField(kit)), 0, 3)
        grid.addWidget(self._box("matter", say("事由"), LineField(kit)), 1, 0, 1, 2)
        grid.addWidget(self._box("mediators", say("调解员"), LineField(kit)), 1, 2)
        grid.addWidget(self._box("recorder", say("记录人"), LineField(kit)), 1, 3)
        when.body.addLayout(grid)
        when.body.addWidget(self._speakers.attending)
        when.body.addWidget(self._tick("is_public", say("公开调解")))
        self._guests = GuestLines(kit, self._set_guest, self._presenter.remove_guest)
        self._add_guest = Button(kit, say("加参加人"), kind="link", icon="plus", height="small")
        self._add_guest.clicked.connect(lambda _on=False: self._presenter.add_guest())
        when.body.addWidget(self._guests)
        when.body.addWidget(self._add_guest, 0, Qt.AlignmentFlag.AlignLeading)
        return (when,)

    def _talk(self) -> tuple[Card, ...]:
        kit = self._kit
        say = self._kit.translator.text
        said = Card(kit, say("告知与陈述"))
        said.body.addWidget(self._tick("rights_told", say("已告知当事人权利义务")))
        said.body.addWidget(self._speakers)
        record = Card(kit, say("调解经过"))
        record.body.addWidget(self._text("record", say("调解记录"), 10, 26))
        record.body.addWidget(self._text("undisputed_facts", say("无争议事实"), 3, 12))
        offers = Card(kit, say("让步"), note=say("只供调解，不打印"), accent="orange")
        offers.body.addWidget(self._text("concessions", say("各方为达成协议作出的让步"), 3, 10))
        return (said, record, offers)

    def _result_card(self) -> Card:
        kit = self._kit
        say = self._kit.translator.text
        card = Card(kit, say("结果"))
        self._result: ChipGroup[SessionResult] = ChipGroup(
            kit, [ChipItem(result, say(result.term)) for result in SessionResult], name=say("调解结果")
        )
        self._result.on_chosen(self._choose_result)
        card.body.addWidget(self._result)
        card.body.addWidget(self._text("result_note", say("结果说明"), 2, 8))
        card.body.addWidget(self._tick("routes_told", say("已告知仲裁、行政、司法途径")))
        return card

    def _box(self, name: str, label: str, field: LineField) -> FieldBox:
        field.on_typed(partial(self._set, name))
        field.on_left(self._presenter.keep_draft)
        self._boxes[name] = FieldBox(self._kit, label, field)
        return self._boxes[name]

    def _text(self, name: str, label: str, least: int, most: int) -> FieldBox:
        field = TextField(self._kit, least=least, most=most)
        field.on_typed(partial(self._set, name))
        field.on_left(self._presenter.keep_draft)
        self._boxes[name] = FieldBox(self._kit, label, field, counted=True)
        return self._boxes[name]

    def _tick(self, name: str, words: str) -> TickField:
        tick = TickField(self._kit, words)
        tick.on_ticked(partial(self._set, name))
        self._ticks[name] = tick
        return tick

    # user → presenter

    def _set(self, name: str, value: object) -> None:
        self._presenter.set(name, value)
        self._typed()

    def _set_guest(self, guest_id: UUID, field: str, value: object) -> None:
        self._presenter.set_guest(guest_id, field, value)
        self._typed()

    def _choose_result(self, result: SessionResult) -> None:
        self._set("result", result)
        self._show_routes(result)

    def _show_routes(self, result: SessionResult | None) -> None:
        """Ask for the other routes only where mediation failed."""
        tick = self._ticks["routes_told"]
        tick.setVisible(result is SessionResult.FAILED or tick.value())


def _written(value: time) -> str:
    return value.strftime("%H:%M")
