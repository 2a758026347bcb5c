"""The frame around a case in words: header, clocks, stepper and timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import leading
from app.domain.disputes.states import CLOSED_STATES, CaseState, Stage
from app.domain.duties.next_steps import NextStep, NextStepKind, next_step
from app.domain.trust.history import HistoryEntry
from app.domain.values.days.moments import local_day
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.cases.rows import GAP, risk_level
from app.presenters.due_words import Chip, ChipKind, clock_chip, waiting_chip
from app.presenters.history_values import HistoryValues
from app.presenters.history_words import act_sentence, moment_words
from app.presenters.step_words import StepWords, step_words
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.field_names import field_name

STAGES = tuple(Stage)
_QUIET = frozenset({"case.triaged", "duties.opened", "document.stored"})
_KEY_ACTS = frozenset(
    {
        "case.accepted",
        "case.suspended",
        "case.resumed",
        "case.extended",
        "case.declined",
        "case.terminated",
        "session.finished",
        "case.took_effect",
        "case.closed",
    }
)


@dataclass(frozen=True, slots=True)
class ClockWords:
    """One running clock: its chip, its name, and how its last day was counted."""

    chip: Chip
    name: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderWords:
    """The head of the workspace; ``clocks`` are all that run, the leading one is ``chip``."""

    title: str
    facts: str
    tags: tuple[str, ...]
    risk_level: int
    risk: str
    chip: Chip
    clocks: tuple[ClockWords, ...]
    step: StepWords
    stage: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One entry of the timeline; ``details`` tell field by field what the act changed."""

    key: str
    when: str
    what: str
    who: str
    is_key: bool
    is_quiet: bool
    details: tuple[tuple[str, str, str], ...]


class FrameWords:
    """Words the frame in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._translator, self._formats = translator, formats
        self._say = translator.text
        self._values = HistoryValues(translator, formats)

    def header(self, folder: CaseFolder, type_name: str, today: date) -> HeaderWords:
        """Word the head of a case as it stands today."""
        case = folder.case
        step = next_step(case, folder.sessions, folder.agreements)
        return HeaderWords(
            title=case.title,
            facts=self._facts(case),
            tags=tuple(tag for tag in (type_name, case.tier, *self._end(case)) if tag),
            risk_level=risk_level(case.risk),
            risk=self._say(case.risk.term),
            chip=self._chip(folder, today),
            clocks=(*self._running(folder, today), *self._waiting(folder)),
            step=self._step(step),
            stage=len(STAGES) if case.state is CaseState.CLOSED else STAGES.index(case.stage),
            missing=tuple(self.missing(folder, stage) for stage in STAGES),
        )

    def timeline(self, folder: CaseFolder, today: date) -> tuple[TimelineLine, ...]:
        """Tell the history, newest first; saves of one record by one person in a row count once."""
        ordered = sorted(folder.history, key=lambda entry: (entry.at, entry.id), reverse=True)
        shown: list[HistoryEntry] = []
        for entry in ordered:
            if not shown or not _is_same_saving(shown[-1], entry):
                shown.append(entry)
        return tuple(self._line(entry, today) for entry in shown)

    def missing(self, folder: CaseFolder, stage: Stage) -> str:
        """Say what a later step still needs; empty for steps reached."""
        case = folder.case
        if case.state in CLOSED_STATES or STAGES.index(stage) <= STAGES.index(case.stage):
            return ""
        needs = {
            Stage.ACCEPTANCE: self._acceptance(case),
            Stage.INVESTIGATION: self._say("受理后可收集证据、调查核实"),
            Stage.MEDIATION: self._mediation(case),
            Stage.AGREEMENT: self._say("调解成功后起草协议"),
            Stage.PERFORMANCE: self._say("各方、调解员签名并盖章，协议生效后记录履行"),
            Stage.FOLLOW_UP: self._say("履行完毕或终止调解后回访"),
            Stage.ARCHIVE: self._say("回访后结案"),
        }
        return needs.get(stage, "")

    def look_back(self, folder: CaseFolder, stage: Stage, today: date) -> str:
        """Tell what a step reached has left: who, when, how many."""
        case, day = folder.case, self._formats.day
        if stage is Stage.REGISTRATION:
            when = moment_words(self._translator, self._formats, case.registered_at, today)
            return self._say(
                "登记：{when} {source}，登记员 {name}",
                when=when,
                source=self._say(case.source.term),
                name=case.registrar_name,
            )
        if stage is Stage.TRIAGE:
            return self._say(
                "分流：{channel}，{tier}，风险{risk}",
                channel=self._say(case.channel.term),
                tier=case.tier or self._say("层级未定"),
                risk=self._say(case.risk.term),
            )
        told = {
            Stage.ACCEPTANCE: self._say("受理：{day}", day=day(case.accepted_on)) if case.accepted_on else "",
            Stage.INVESTIGATION: self._say("调查：证据 {n} 件", n=len(folder.attachments)),
            Stage.MEDIATION: self._say("调解：笔录 {n} 次", n=len(folder.sessions)),
            Stage.AGREEMENT: self._say("协议：{n} 份", n=len(folder.agreements)),
            Stage.PERFORMANCE: self._say("履行：{day}", day=day(case.performed_on))
            if case.performed_on
            else "",
            Stage.FOLLOW_UP: self._say("回访：{day}", day=day(case.followed_up_on))
            if case.followed_up_on
            else "",
            Stage.ARCHIVE: self._say("结案：{day}", day=day(case.closed_on)) if case.closed_on else "",
        }
        return told.get(stage, "")

    def _facts(self, case: Case) -> str:
        applicants = self._people(case.on_side(PartySide.APPLICANT))
        respondents = self._people(case.on_side(PartySide.RESPONDENT))
        sides = self._say("{a} 对 {b}", a=applicants, b=respondents) if applicants else respondents
        lead = self._say("承办 {name}", name=case.lead.name) if case.lead else self._say("未指派调解员")
        return GAP.join(part for part in (case.intake_number, sides, lead) if part)

    def _people(self, parties: tuple[CaseParty, ...]) -> str:
        if len(parties) > 2:  # noqa: PLR2004 - names give way after the second party
            heads = sum(party.headcount for party in parties)
            return self._say("{name}等 {n} 人", name=parties[0].name, n=heads)
        return "、".join(party.name for party in parties)

    def _end(self, case: Case) -> tuple[str, ...]:
        ended = case.state in {
            CaseState.SUSPENDED,
            CaseState.NOT_ACCEPTED,
            CaseState.TERMINATED,
            CaseState.CLOSED,
        }
        return (self._say(case.state.term),) if ended else ()

    def _chip(self, folder: CaseFolder, today: date) -> Chip:
        if folder.case.state in CLOSED_STATES:
            return Chip(ChipKind.DONE, self._say(folder.case.state.term))
        first = leading(folder.clocks)
        if first is None and folder.waiting_periods:
            return waiting_chip(self._translator, folder.waiting_periods[0].explanation)
        return clock_chip(self._translator, first, today)

    def _running(self, folder: CaseFolder, today: date) -> Iterator[ClockWords]:
        for clock in folder.clocks:
            chip = clock_chip(self._translator, clock, today)
            yield ClockWords(chip, self._say(clock.kind.term), chip.detail)

    def _waiting(self, folder: CaseFolder) -> Iterator[ClockWords]:
        for waiting in folder.waiting_periods:
            chip = waiting_chip(self._translator, waiting.explanation)
            yield ClockWords(chip, self._say(waiting.rule.kind.term), chip.detail)

    def _step(self, step: NextStep) -> StepWords:
        words = step_words(self._translator, step)
        if step.kind is NextStepKind.NOTHING:
            return StepWords(self._say("查看文书"), words.icon, words.tab, words.acts)
        return words

    def _acceptance(self, case: Case) -> str:
        waiting = case.not_yet_consenting()
        if not waiting:
            return self._say("各方已同意，可以受理")
        return self._say("还差 {names} 的同意", names="、".join(party.name for party in waiting[:3]))

    def _mediation(self, case: Case) -> str:
        needs = []
        if not case.mediators:
            needs.append(self._say("指派调解员"))
        if case.rights_notice_on is None:
            needs.append(self._say("告知权利义务"))
        return self._say("先{acts}，再调解", acts="、".join(needs)) if needs else self._say("可以调解")

    def _line(self, entry: HistoryEntry, today: date) -> TimelineLine:
        return TimelineLine(
            key=str(entry.id),
            when=moment_words(self._translator, self._formats, entry.at, today),
            what=act_sentence(self._translator, entry),
            who=entry.actor_name,
            is_key=entry.act in _KEY_ACTS,
            is_quiet=entry.act in _QUIET,
            details=tuple(
                (
                    field_name(self._translator, change.field),
                    self._values.word(entry.kind, change.field, change.before),
                    self._after(entry.kind, change.field, change.after),
                )
                for change in entry.changes
                if self._values.is_shown(entry.kind, change)
            ),
        )

    def _after(self, kind: str, field: str, after: str) -> str:
        """Never show the mediator's own notes in a history that parties may see."""
        is_private = field.split(".", maxsplit=1)[0] == "caucus_notes"
        return self._say("有改动") if is_private else self._values.word(kind, field, after)


def _is_same_saving(newer: HistoryEntry, older: HistoryEntry) -> bool:
    return (
        newer.act == older.act
        and newer.act in {"session.saved", "agreement.saved"}
        and newer.subject_id == older.subject_id
        and newer.actor_id == older.actor_id
        and local_day(newer.at) == local_day(older.at)
    )
