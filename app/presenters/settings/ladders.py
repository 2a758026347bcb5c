"""时钟 (335730): the ladders of the centre, the presets to take over, and what a ladder gives for a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from app.domain.changes import Changes
from app.domain.duties.ladder import EscalationLadder, in_force, level_days
from app.domain.errors import InvalidInput
from app.domain.values.days.calendar_days import parse_day
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import EntryForm, Saved
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.sentences import sentence
from app.presenters.settings.ladder_form import confirm_form, ladder_form, rung_lines
from app.presenters.settings.organisations import NamedLine


@dataclass(frozen=True, slots=True)
class LadderLine:
    """One ladder of the centre; ``can_confirm`` offers 核实."""

    line: NamedLine
    can_confirm: bool


class LaddersView(Protocol):
    """What the section can show."""

    def show_ladders(self, ladders: Sequence[LadderLine]) -> None:
        """Show the ladders of the centre."""

    def show_presets(self, presets: Sequence[NamedLine]) -> None:
        """Show what may be taken over."""

    def show_example(self, words: str, *, is_wrong: bool) -> None:
        """Show what the ladder in force gives for a case registered on the typed day."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def open_ladder(self, form: EntryPresenter[EscalationLadder]) -> None:
        """Open a form of a ladder."""


class LaddersPresenter:
    """Reads ladders once and after every write."""

    def __init__(self, desk: Desk, navigator: Navigator, view: LaddersView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._ladders: tuple[EscalationLadder, ...] = ()
        self._day = desk.formats.day(desk.today)
        self._end = desk.feed.on_change(self._on_change)

    def refresh(self) -> None:
        """Read everything."""
        ladders = self._desk.services.ladders
        self._desk.runner.submit(ladders.ladders, self._arrived, self._failed)

    # user → presenter

    def edit(self, ladder_id: UUID) -> None:
        """Change a ladder of the centre."""
        found = next((one for one in self._ladders if one.id == ladder_id), None)
        if found is not None:
            self._open(ladder_form(self._desk, found, is_known=True))

    def adopt(self, preset_id: UUID) -> None:
        """Take a preset over, in force from today unless another day is typed."""
        preset = next((one for one in self._desk.services.ladders.presets if one.id == preset_id), None)
        if preset is not None:
            begun = replace(preset, effective_from=self._desk.today)
            self._open(ladder_form(self._desk, begun, is_known=False))

    def confirm(self, ladder_id: UUID) -> None:
        """Name the document that confirms a ladder."""
        found = next((one for one in self._ladders if one.id == ladder_id), None)
        if found is not None:
            self._open(confirm_form(self._desk, found))

    def show_example(self, typed: str) -> None:
        """Work the ladder in force out for a case registered on a day."""
        self._day = typed
        ladder = in_force(self._ladders, self._desk.today)
        if ladder is None:
            self._view.show_example(self._say("还没有启用的层级。"), is_wrong=False)
            return
        try:
            day = parse_day(typed, self._desk.today)
        except InvalidInput as error:
            self._view.show_example(sentence(self._desk.translator, error), is_wrong=True)
            return
        told = [
            self._say("{level}：{day} 止", level=name, day=self._desk.formats.day_long(end))
            for name, end in level_days(ladder, day, self._desk.services.ladders.calendar)
        ]
        self._view.show_example("\n".join(told), is_wrong=False)

    # services → view

    def _open(self, form: EntryForm[EscalationLadder]) -> None:
        self._view.open_ladder(EntryPresenter(self._desk, form, self._on_saved))

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)

    def _arrived(self, ladders: tuple[EscalationLadder, ...]) -> None:
        self._ladders = ladders
        self._view.show_error("")
        now = in_force(ladders, self._desk.today)
        self._view.show_ladders([self._line(one, is_now=one == now) for one in ladders])
        self._view.show_presets(
            [NamedLine(one.id, one.name, self._about(one)) for one in self._desk.services.ladders.presets]
        )
        self.show_example(self._day)

    def _line(self, ladder: EscalationLadder, *, is_now: bool) -> LadderLine:
        state = self._say("正在使用") if is_now else self._say("未启用")
        if ladder.effective_from is not None and not is_now:
            state = self._say("{day} 起", day=self._desk.formats.day(ladder.effective_from))
        mark = (
            self._say("已核实：{document}", document=ladder.verified_document)
            if ladder.is_verified
            else self._say("未核实")
        )
        about = "　".join((state, mark, self._about(ladder)))
        return LadderLine(NamedLine(ladder.id, ladder.name, about), not ladder.is_verified)

    def _about(self, ladder: EscalationLadder) -> str:
        return "；".join(line.split(" 到期")[0] for line in rung_lines(ladder.rungs).splitlines())

    def _on_change(self, changes: Changes) -> None:
        if "ladder" in changes.kinds:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))
