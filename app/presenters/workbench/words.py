"""What is to be done, in words: one row per running clock, and the case to begin with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.domain.disputes.clocks import RIGHTS_OF_PARTIES, CaseClock, ClockKind, leading, told_once
from app.domain.disputes.states import IN_MEDIATION
from app.domain.people.staff import StaffMember
from app.domain.values.days.moments import Clock
from app.i18n.translator import Translator
from app.presenters.cases.rows import GAP, CaseRow, risk_level
from app.presenters.due_words import Chip, clock_chip
from app.presenters.navigation import TAB_DUTIES, TAB_OVERVIEW
from app.presenters.step_words import StepWords, step_words
from app.presenters.watch.acts import WatchAct
from app.services.disputes.case_folder import CaseAtWork

_DUTY_CLOCKS = frozenset(
    {
        ClockKind.DUTY_INVESTIGATE,
        ClockKind.DUTY_MEDIATE,
        ClockKind.DUTY_CLOSE,
        ClockKind.DUTY_FOLLOW_UP,
    }
)
_NOTICE_STATES = IN_MEDIATION
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class WatchStep:
    """What the button of a row of 督办 or 吹哨 does."""

    act: WatchAct
    subject_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TodoRow:
    """One thing to do; ``band`` is filled on rows that are only a heading between others.

    ``is_main`` marks the one row whose button is filled.
    """

    key: str
    band: str = ""
    case_id: UUID | None = None
    chip: Chip | None = None
    number: str = ""
    verb: str = ""
    title: str = ""
    facts: str = ""
    risk_level: int = 1
    risk: str = ""
    action: str = ""
    tab: str = ""
    acts: bool = False
    is_main: bool = False
    spoken: str = ""
    watch: WatchStep | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that should be in place before mediation, and whether it is."""

    words: str
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeroCase:
    """The case to begin with: its time as a figure, who, what is in place, its next step."""

    case_id: UUID
    chip: Chip
    caption: str
    figure: str
    foot: str
    title: str
    stage: str
    people: str
    checks: tuple[Check, ...]
    step: StepWords
    prints_notice: bool


@dataclass(frozen=True, slots=True)
class Todo:
    """A running clock of a case that was read."""

    folder: CaseAtWork
    row: CaseRow
    clock: CaseClock
    is_leading: bool


def todos(folders: Sequence[tuple[CaseAtWork, CaseRow]]) -> tuple[Todo, ...]:
    """Give every running clock of the cases, the first to end first."""
    found = [
        Todo(folder, row, clock, clock is leading(folder.clocks))
        for folder, row in folders
        for clock in told_once(folder.clocks)
        if clock.kind not in RIGHTS_OF_PARTIES
    ]
    return tuple(sorted(found, key=lambda todo: (todo.clock.last_day, todo.row.number)))


class TodoWords:
    """Makes rows and the hero in one language."""

    def __init__(self, translator: Translator, me: StaffMember, clock: Clock) -> None:
        self._translator, self._me, self._clock = translator, me, clock
        self._say = translator.text

    def by_due(self, found: Sequence[Todo], today: date) -> tuple[TodoRow, ...]:
        """Give one row per case, by its leading clock, under 先办, 本周 and 以后."""
        week_ends = today + timedelta(days=_SUNDAY - today.weekday())
        bands = (
            ("now", self._say("先办") + "\n" + self._say("到期最早的排在最前"), date.min, today),
            ("week", self._say("本周"), today, week_ends),
            ("later", self._say("以后"), max(today, week_ends), date.max),
        )
        mine = [todo for todo in found if todo.is_leading or self._watched(todo) is not None]
        rows: list[TodoRow] = []
        for key, words, after, until in bands:
            inside = [todo for todo in mine if after < todo.clock.last_day <= until]
            if inside:
                rows.append(TodoRow(key=key, band=words))
                rows.extend(self._row(todo, today, is_main=todo is mine[0]) for todo in inside)
        return tuple(rows)

    def by_case(self, found: Sequence[Todo], today: date) -> tuple[TodoRow, ...]:
        """Give every running clock, under its case; the case with the earliest clock comes first."""
        rows: list[TodoRow] = []
        for case_id in dict.fromkeys(todo.row.id for todo in found):
            own = [todo for todo in found if todo.row.id == case_id]
            head = own[0].row
            rows.append(TodoRow(key=f"case:{case_id}", band=f"{head.title}\n{head.number}"))
            rows.extend(self._row(todo, today, is_main=todo is found[0]) for todo in own)
        return tuple(rows)

    def hero(self, todo: Todo, today: date) -> HeroCase:
        """Word the case to begin with."""
        case, clock = todo.folder.case, todo.clock
        days = (clock.last_day - today).days
        figure = self._say("今天") if days == 0 else self._say("{n} 天", n=abs(days))
        caption = self._say("到期") if days == 0 else self._say("超期") if days < 0 else self._say("还有")
        return HeroCase(
            case_id=case.id,
            chip=clock_chip(self._translator, clock, today),
            caption=caption,
            figure=figure,
            foot=self._say(clock.kind.term),
            title=case.title,
            stage=todo.row.stage,
            people=todo.row.people,
            checks=self._checks(todo),
            step=self._step(todo.folder),
            prints_notice=case.state in _NOTICE_STATES,
        )

    def _checks(self, todo: Todo) -> tuple[Check, ...]:
        case = todo.folder.case
        waiting = len(case.not_yet_consenting())
        consent = self._say("各方已同意") if not waiting else self._say("待征求 {n} 方", n=waiting)
        served = case.rights_notice_on is not None
        lead = case.lead
        mediator = self._say("调解员{name}", name=lead.name) if lead else self._say("待指派调解员")
        return (
            Check(consent, not waiting),
            Check(self._say("权利义务已告知") if served else self._say("权利义务待告知"), served),
            Check(mediator, lead is not None),
        )

    def _step(self, folder: CaseAtWork) -> StepWords:
        step = folder.next_step
        return step_words(self._translator, step)

    def _row(self, todo: Todo, today: date, *, is_main: bool) -> TodoRow:
        row, clock, kind = todo.row, todo.clock, self._say(todo.clock.kind.term)
        chip = clock_chip(self._translator, clock, today, self._clock.now())
        verb, action, tab, acts = self._verb(todo, kind)
        watched = self._watched(todo)
        facts = GAP.join(part for part in (row.people, "" if kind in verb else kind) if part)
        risk = self._say("风险{level}", level=row.risk)
        return TodoRow(
            key=f"{row.id}:{clock.kind}:{clock.subject_id or ''}",
            case_id=row.id,
            chip=chip,
            number=row.number,
            verb=verb,
            title=row.title,
            facts=facts,
            risk_level=risk_level(todo.folder.case.risk),
            risk=row.risk,
            action=action,
            tab=tab,
            acts=acts,
            is_main=is_main,
            spoken=f"{chip.text}，{verb}，{row.number}，{row.title}，{facts}，{risk}",
            watch=watched,
        )

    def _verb(self, todo: Todo, kind: str) -> tuple[str, str, str, bool]:
        """Give what is to be done, the word on the button, the tab, and whether the step starts there."""
        if todo.clock.kind in _DUTY_CLOCKS:
            return self._say("完成{duty}", duty=kind), self._say("填写"), TAB_DUTIES, False
        watched = self._watched(todo)
        if watched is not None:
            is_reply = watched.act is WatchAct.REPLY
            verb = self._say("回复督办") if is_reply else self._say("催到场")
            return verb, self._say("回复") if is_reply else self._say("报到"), TAB_OVERVIEW, False
        step = self._step(todo.folder)
        if todo.is_leading:
            return step.text, step.text, step.tab, step.acts
        return kind, self._say("打开"), step.tab, False

    def _watched(self, todo: Todo) -> WatchStep | None:
        """Give what this user owes by a clock of 督办 or 吹哨; another's is no to-do here."""
        subject, folder = todo.clock.subject_id, todo.folder
        if todo.clock.kind is ClockKind.SUPERVISION_REPLY:
            for order in folder.supervision:
                if order.id == subject and order.is_addressed_to(self._me.id, self._me.name):
                    return WatchStep(WatchAct.REPLY, order.id)
        if todo.clock.kind is ClockKind.WHISTLE_ARRIVAL:
            for whistle in folder.whistles:
                if whistle.id == subject and whistle.caller_id == self._me.id:
                    return WatchStep(WatchAct.ARRIVE, whistle.id)
        return None
