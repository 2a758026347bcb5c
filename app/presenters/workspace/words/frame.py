"""The frame around a case in words: header, clocks, stepper and timeline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case
from app.domain.disputes.states import CLOSED_STATES, CaseState, Stage
from app.domain.duties.next_steps import NextStep, NextStepKind
from app.domain.trust.history import HistoryEntry
from app.domain.values.days.moments import local_day
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.calendar.words import CalendarWords
from app.presenters.cases.rows import GAP, risk_level
from app.presenters.due_words import Chip, ChipKind
from app.presenters.history.values import HistoryValues
from app.presenters.history.words import act_sentence, moment_words
from app.presenters.step_words import StepWords, step_words
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.field_names import field_name
from app.presenters.workspace.move_words import entry_to_undo, moves_told
from app.presenters.workspace.words.clocks import ClockWords, clock_words, leading_chip

STAGES = tuple(Stage)
_QUIET = frozenset({
    "case.triaged", "duties.opened", "document.stored", "oral.numbered", "oral.recorded",
    "referral.lettered", "guidance.lettered",
})  # fmt: skip
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
        "case.guided_out",
        "case.withdrawn",
        "case.refused",
        "case.rest_ended",
        "case.agreed_orally",
        "case.channel_changed",
        "case.merged",
        "case.archived",
        "case.reopened",
        "case.transferred",
        "case.reported",
    }
)
_BROKEN_OFF = frozenset({CaseState.SUSPENDED, CaseState.TERMINATED, CaseState.REOPENED, CaseState.PARTIAL})
"""States that the head of a case names beside its title; how a closed one ended says its chip."""


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
    """One entry of the timeline; ``details`` tell field by field what the act changed.

    ``may_undo`` marks the act that may be taken back now.
    """

    key: str
    when: str
    what: str
    who: str
    is_key: bool
    is_quiet: bool
    details: tuple[tuple[str, str, str], ...]
    may_undo: bool = False


class FrameWords:
    """Words the frame in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._translator, self._formats = translator, formats
        self._say = translator.text
        self._values = HistoryValues(translator, formats)

    def header(
        self, folder: CaseFolder, type_name: str, today: date, now: datetime | None = None
    ) -> HeaderWords:
        """Word the head of a case as it stands today; ``now`` tells the minutes left of 督办 and 吹哨."""
        case = folder.case
        step = folder.next_step
        return HeaderWords(
            title=case.title,
            facts=self._facts(folder, today),
            tags=tuple(tag for tag in (type_name, case.tier, *self._end(case)) if tag),
            risk_level=risk_level(case.risk),
            risk=self._say(case.risk.term),
            chip=self._chip(folder, today),
            clocks=clock_words(self._translator, folder, today, now),
            step=self._step(step),
            stage=len(STAGES) if case.state is CaseState.ARCHIVED else STAGES.index(_reached(case)),
            missing=tuple(self.missing(folder, stage) for stage in STAGES),
        )

    def timeline(self, folder: CaseFolder, today: date) -> tuple[TimelineLine, ...]:
        """Tell the history, newest first; saves of one record by one person in a row count once."""
        ordered = sorted(folder.history, key=lambda entry: (entry.at, entry.id), reverse=True)
        shown: list[HistoryEntry] = []
        for entry in ordered:
            if not shown or not _is_same_saving(shown[-1], entry):
                shown.append(entry)
        last = entry_to_undo(folder)
        return tuple(
            replace(self._line(entry, today), may_undo=last is not None and entry.id == last.id)
            for entry in shown
        )

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
            Stage.ARCHIVE: self._say("回访后结案、归档"),
        }
        return needs.get(stage, "")

    def look_back(self, folder: CaseFolder, stage: Stage, today: date) -> str:
        """Tell what a step reached has left, then its moves: who, when, why, on which paper."""
        moves = moves_told(self._translator, self._formats, folder, stage, today)
        left = self._left(folder, stage, today)
        return "；".join(part for part in (left, moves) if part)

    def _left(self, folder: CaseFolder, stage: Stage, today: date) -> str:
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

    def _facts(self, folder: CaseFolder, today: date) -> str:
        case = folder.case
        applicants = self._people(case.on_side(PartySide.APPLICANT))
        respondents = self._people(case.on_side(PartySide.RESPONDENT))
        sides = self._say("{a} 对 {b}", a=applicants, b=respondents) if applicants else respondents
        lead = self._say("承办 {name}", name=case.lead.name) if case.lead else self._say("未指派调解员")
        return GAP.join(
            part for part in (case.intake_number, sides, lead, self._planned(folder, today)) if part
        )

    def _planned(self, folder: CaseFolder, today: date) -> str:
        """Say when people meet next."""
        planned = next((a for a in folder.appointments if a.is_active), None)
        if planned is None:
            return ""
        words = CalendarWords(self._translator, self._formats)
        studio = folder.organisation.studio(planned.room_id)
        when = words.when(planned.starts_at, planned.ends_at, today)
        return self._say("约 {when} {place}", when=when, place=studio.name if studio else planned.place)

    def _people(self, parties: tuple[CaseParty, ...]) -> str:
        if len(parties) > 2:  # noqa: PLR2004 - names give way after the second party
            heads = sum(party.headcount for party in parties)
            return self._say("{name}等 {n} 人", name=parties[0].name, n=heads)
        return "、".join(party.name for party in parties)

    def _end(self, case: Case) -> tuple[str, ...]:
        """Tag who holds a case, and that it was broken off; how a closed one ended says its chip."""
        held = (self._say("现由 {name} 承办", name=case.holder),) if case.holder else ()
        return (self._say(case.state.term), *held) if case.state in _BROKEN_OFF else held

    def _chip(self, folder: CaseFolder, today: date) -> Chip:
        if folder.case.state in CLOSED_STATES:
            return Chip(ChipKind.DONE, self._say(folder.case.state.term))
        return leading_chip(self._translator, folder, today)

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
                    field_name(self._translator, change.field, entry.kind),
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


def _reached(case: Case) -> Stage:
    """Give the step a case had come to; one that was withdrawn or merged never went further."""
    if case.state not in {CaseState.WITHDRAWN, CaseState.MERGED}:
        return case.stage
    if case.accepted_on is None:
        return Stage.ACCEPTANCE
    return Stage.MEDIATION if case.mediators else Stage.INVESTIGATION


def _is_same_saving(newer: HistoryEntry, older: HistoryEntry) -> bool:
    return (
        newer.act == older.act
        and newer.act in {"session.saved", "agreement.saved"}
        and newer.subject_id == older.subject_id
        and newer.actor_id == older.actor_id
        and local_day(newer.at) == local_day(older.at)
    )
