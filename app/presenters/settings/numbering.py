"""编号: the pattern of every series with what it gives this year, and the numbers taken so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.changes import Changes
from app.domain.errors import DomainError, InvalidInput
from app.domain.filing.documents import IssuedNumber
from app.domain.filing.kinds import NumberSeries
from app.domain.people.organisations import Organisation
from app.domain.values.numbering import NumberPattern
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldProblem, Saved, Values
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.sentences import sentence
from app.presenters.showing.turns import TURNS

_FAR = 1000
"""A number beyond 999 must not surprise anybody."""
_TOUCHING = frozenset({"settings", "case", "document", "agreement", "organisation"}) | TURNS


@dataclass(frozen=True, slots=True)
class Numbering:
    """Patterns and numbers of one organisation in one year."""

    organisation: Organisation
    year: int
    patterns: Mapping[NumberSeries, str]
    taken: Mapping[NumberSeries, tuple[IssuedNumber, ...]]


@dataclass(frozen=True, slots=True)
class NumberLine:
    """One number taken; ``voided`` gives the reason of a voided one."""

    text: str
    taken: str
    state: str
    is_voided: bool

    @property
    def spoken(self) -> str:
        """Give the line as one sentence."""
        return f"{self.text}，{self.taken}，{self.state}"


class NumberingView(Protocol):
    """What the section can show."""

    def show_form(self, form: EntryPresenter[Numbering]) -> None:
        """Show the fields of the patterns."""

    def show_examples(self, hints: Mapping[str, str]) -> None:
        """Show below each pattern what it gives."""

    def show_series(self, series: Sequence[tuple[str, str]]) -> None:
        """Offer the series whose numbers can be looked at, with how many there are."""

    def show_numbers(self, words: str, lines: Sequence[NumberLine]) -> None:
        """Show the numbers of a series, the latest first."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""


class NumberingPresenter:
    """Shows patterns as they are typed, and what has been taken."""

    def __init__(self, desk: Desk, navigator: Navigator, view: NumberingView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._form: EntryPresenter[Numbering] | None = None
        self._series = NumberSeries.INTAKE
        self._end = desk.feed.on_change(self._on_change)

    def refresh(self) -> None:
        """Read patterns and numbers."""
        self._desk.runner.submit(self._read, self._arrived, self._failed)

    # user → presenter

    def look_at(self, key: str) -> None:
        """Show the numbers of another series."""
        self._series = next(series for series in NumberSeries if series.value == key)
        self._show_numbers()

    def typed(self) -> None:
        """Show what the patterns give as they are typed now."""
        if self._form is not None:
            self._view.show_examples(self._examples(self._form.values, self._form.record))

    # services → view

    def _read(self) -> Numbering:
        services, year = self._desk.services, self._desk.today.year
        own = services.people.organisation(self._desk.me.organisation_id)
        taken = {series: services.settings.numbers(own.id, series, year) for series in NumberSeries}
        return Numbering(own, year, services.settings.patterns(own.id), taken)

    def _arrived(self, numbering: Numbering) -> None:
        self._view.show_error("")
        if self._form is None:
            self._form = EntryPresenter(self._desk, self._asked(numbering), self._on_saved)
            self._view.show_form(self._form)
        else:
            self._form.follow(numbering)
        self.typed()
        self._view.show_series(
            [
                (series.value, f"{self._say(series.term)} {len(numbering.taken[series])}")
                for series in NumberSeries
            ]
        )
        self._show_numbers()

    def _asked(self, numbering: Numbering) -> EntryForm[Numbering]:
        desk, say = self._desk, self._say

        def write(values: Values, stored: Numbering) -> Saved:
            changes = Changes()
            for series in NumberSeries:
                text = NumberPattern.parse(values.get(series.value, "")).text
                if text != stored.patterns[series]:
                    done = desk.services.settings.set_pattern(
                        stored.organisation.id, series, text, actor=desk.actor
                    )
                    changes |= done.changes
            return Saved(changes, say("编号格式已保存，以后的编号照此"))

        return EntryForm(
            draft_key=f"numbering/{numbering.organisation.id}",
            title=say("编号格式"),
            verb=say("保存"),
            fields=tuple(
                EntryField(key=series.value, label=say(series.term), is_required=True)
                for series in NumberSeries
            ),
            seen=numbering,
            read=self._read,
            values=lambda stored: {series.value: text for series, text in stored.patterns.items()},
            write=write,
            check=_problems,
        )

    def _examples(self, values: Values, stored: Numbering) -> dict[str, str]:
        code = stored.organisation.number_code
        hints = {}
        for series in NumberSeries:
            try:
                pattern = NumberPattern.parse(values.get(series.value, ""))
            except InvalidInput:
                hints[series.value] = ""  # the refusal itself stands below the field
                continue
            following = max((number.sequence for number in stored.taken[series]), default=0) + 1
            hints[series.value] = self._say(
                "今年下一号 {next}；第 1000 号 {far}",
                next=pattern.format(stored.year, code, following),
                far=pattern.format(stored.year, code, _FAR),
            )
        return hints

    def _show_numbers(self) -> None:
        if self._form is None:
            return
        record, day = self._form.record, self._desk.formats.moment
        taken = record.taken[self._series]
        lines = [
            NumberLine(
                number.text,
                day(number.taken_at),
                self._say("作废：{reason}", reason=self._desk.names.sentence(number.void_reason))
                if number.void_reason
                else self._say("在用"),
                bool(number.void_reason),
            )
            for number in reversed(taken)
        ]
        voided = sum(line.is_voided for line in lines)
        words = self._say(
            "{year} 年已用 {n} 号，作废 {k} 号，无缺号", year=record.year, n=len(lines), k=voided
        )
        gap = next((n for n, number in enumerate(taken, start=1) if number.sequence != n), None)
        if gap is not None:
            words = self._say("第 {n} 号缺失，请到“数据”检查", n=gap)
        self._view.show_numbers(words if lines else self._say("今年还没有编号。"), lines)

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)
        self.refresh()

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING and self._form is not None:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))


def _problems(values: Values) -> tuple[FieldProblem, ...]:
    found = []
    for series in NumberSeries:
        try:
            NumberPattern.parse(values.get(series.value, ""))
        except DomainError as error:
            found.append(FieldProblem(series.value, error))
    return tuple(found)
