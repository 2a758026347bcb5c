"""A case at a glance: its clock, its next step, who and what, the four duties, and what happened last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock, leading
from app.domain.disputes.states import CLOSED_STATES
from app.domain.duties.four_duties import DutyStatus, FourDuties
from app.domain.values.days.moments import local_day
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.cases.rows import GAP, risk_level
from app.presenters.due_words import Chip, ChipKind, clock_chip
from app.presenters.history.words import act_sentence, moment_words
from app.presenters.step_words import StepWords, step_words
from app.services.disputes.case_folder import CaseFolder

_EVENTS = 4
_GIST = 120


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of facts; ``note`` explains the value below it, ``is_late`` marks an overdue clock."""

    label: str
    value: str
    note: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class DutyCard:
    """One of the four duties in two words, with who and until when as ``detail``."""

    name: str
    status: DutyStatus
    words: str
    detail: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """One entry of the history."""

    when: str
    what: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePreview:
    """Everything the preview pane shows of one case."""

    case_id: UUID
    chip: Chip
    risk_level: int
    risk: str
    title: str
    origin: str
    step: StepWords
    facts: tuple[Fact, ...]
    duties: tuple[DutyCard, ...]
    events: tuple[EventLine, ...]


class CasePreviews:
    """Makes previews in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._translator = translator
        self._say = translator.text
        self._formats = formats

    def preview(self, folder: CaseFolder, today: date) -> CasePreview:
        """Word a case as it stands today."""
        case = folder.case
        clock = leading(folder.clocks)
        return CasePreview(
            case_id=case.id,
            chip=self.chip(case, clock, today),
            risk_level=risk_level(case.risk),
            risk=self._say(case.risk.term),
            title=case.title,
            origin=self._origin(case, today),
            step=step_words(
                self._translator,
                folder.next_step,
            ),
            facts=self._facts(folder, clock, today),
            duties=self._duties(folder.duties, today),
            events=self._events(folder, today),
        )

    def chip(self, case: Case, clock: CaseClock | None, today: date) -> Chip:
        """Give the chip of the clock that leads, or how the case ended."""
        if case.state in CLOSED_STATES:
            return Chip(ChipKind.DONE, self._say(case.state.term))
        return clock_chip(self._translator, clock, today)

    def _origin(self, case: Case, today: date) -> str:
        day = local_day(case.registered_at)
        year = "" if day.year == today.year else self._say("{year} 年 ", year=day.year)
        registered = self._say(
            "{year}{month} 月 {day} 日{source}登记",
            year=year,
            month=day.month,
            day=day.day,
            source=self._say(case.source.term),
        )
        return f"{case.intake_number}{GAP}{registered}"

    def _facts(self, folder: CaseFolder, clock: CaseClock | None, today: date) -> tuple[Fact, ...]:
        case = folder.case
        sides = [
            Fact(self._say(side.term), self._people(case.on_side(side), today))
            for side in PartySide
            if case.on_side(side)
        ]
        asked = " ".join(case.requests.split())
        told = Fact(self._say("诉求"), _gist(asked)) if asked else Fact(self._say("经过"), _gist(case.facts))
        return (*sides, told, *self._clock(clock, today), Fact(self._say("承办"), self._lead(folder)))

    def _people(self, parties: Sequence[CaseParty], today: date) -> str:
        first = parties[0]
        heads = sum(party.headcount for party in parties)
        if len(parties) > 2:  # noqa: PLR2004 - names give way after the second party
            return self._say("{name}等 {n} 人", name=first.name, n=heads)
        if len(parties) > 1:
            return "、".join(party.name for party in parties)
        age = first.age_on(today) if first.is_person else None
        parts = (
            first.name,
            self._say("{n} 岁", n=age) if age is not None else "",
            self._say("{n} 人", n=heads) if heads > 1 else "",
            first.language,
        )
        return GAP.join(part for part in parts if part)

    def _clock(self, clock: CaseClock | None, today: date) -> tuple[Fact, ...]:
        if clock is None:
            return ()
        if clock.is_paused:
            value = self._say("{kind}停走", kind=self._say(clock.kind.term))
            return (Fact(self._say("时钟"), value, clock.explanation),)
        value = self._say(
            "{kind}，{day} 到期",
            kind=self._say(clock.kind.term),
            day=self._formats.day(clock.last_day),
        )
        note = clock_chip(self._translator, clock, today).detail
        return (Fact(self._say("时钟"), value, note, is_late=clock.last_day < today),)

    def _lead(self, folder: CaseFolder) -> str:
        lead = folder.case.lead
        studio = folder.organisation.studio(folder.case.studio_id)
        if lead is None:
            return self._say("未指派")
        if studio is None:
            return lead.name
        return self._say("{name}（{studio}）", name=lead.name, studio=studio.name)

    def _duties(self, duties: FourDuties, today: date) -> tuple[DutyCard, ...]:
        cards = []
        for duty in duties.duties:
            status = duties.status(duty.kind, today)
            due = self._say("{day} 到期", day=self._formats.day(duty.due_on)) if duty.due_on else ""
            detail = GAP.join(part for part in (duty.responsible_person, due) if part)
            cards.append(DutyCard(self._say(duty.kind.term), status, self._say(status.term), detail))
        return tuple(cards)

    def _events(self, folder: CaseFolder, today: date) -> tuple[EventLine, ...]:
        latest = sorted(folder.history, key=lambda entry: (entry.at, entry.id), reverse=True)[:_EVENTS]
        return tuple(
            EventLine(
                moment_words(self._translator, self._formats, entry.at, today),
                act_sentence(self._translator, entry),
                entry.actor_name,
            )
            for entry in latest
        )


def _gist(text: str) -> str:
    """Give the beginning of a long text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _GIST else f"{line[:_GIST]}…"
