"""The four duties in words: how each stands, until when, who answers, and the same as one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.duties.board import BoardHead
from app.domain.duties.four_duties import Duty, DutyKind, DutyStatus, FourDuties
from app.i18n import msgid
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.due_words import Chip, ChipKind, due_chip

GLOSSES: dict[DutyKind, str] = {
    DutyKind.INVESTIGATE: msgid("查清事实"),
    DutyKind.MEDIATE: msgid("促成协议"),
    DutyKind.CLOSE: msgid("签订、归档"),
    DutyKind.FOLLOW_UP: msgid("看履行、防反复"),
}
"""What each duty is for, in a breath."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyCell:
    """One duty as a card: ``chip`` while it runs or is late, else ``day`` (due, or done on).

    ``tip`` adds unit, measures and the absolute date; ``spoken`` is the card as a sentence.
    """

    kind: DutyKind
    status: DutyStatus
    word: str
    chip: Chip | None
    day: str
    official: str
    person: str
    tip: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyHead:
    """The head of a column: its counts in words and as shares."""

    kind: DutyKind
    name: str
    gloss: str
    words: str
    done: int = 0
    running: int = 0
    overdue: int = 0
    waiting: int = 0

    @property
    def spoken(self) -> str:
        """Give the head as one sentence."""
        return "，".join(part for part in (self.name, self.gloss, self.words) if part)


class DutyWords:
    """Words duties in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._translator, self._say, self._formats = translator, translator.text, formats

    def cells(self, duties: FourDuties, today: date) -> tuple[DutyCell, ...]:
        """Word all four, in order."""
        return tuple(self.cell(duty, duties.status(duty.kind, today), today) for duty in duties.duties)

    def cell(self, duty: Duty, status: DutyStatus, today: date) -> DutyCell:
        """Word one duty as it stands."""
        say, word = self._say, self._say(status.term)
        shows_chip = status in {DutyStatus.RUNNING, DutyStatus.OVERDUE} and duty.due_on is not None
        chip = due_chip(self._translator, duty.due_on, today) if shows_chip else None
        ended = duty.completed_on if status is DutyStatus.DONE else duty.due_on
        until = self._until(duty, status)
        spoken = (
            say(duty.kind.term),
            word if chip is None or chip.kind is not ChipKind.OVERDUE else "",
            chip.text if chip else "",
            say("责任领导{name}", name=duty.lead_official) if duty.lead_official else "",
            say("责任人{name}", name=duty.responsible_person) if duty.is_assigned else say("可指定责任人"),
            until,
        )
        return DutyCell(
            kind=duty.kind,
            status=status,
            word=word,
            chip=chip,
            day=self.day(ended, today),
            official=duty.lead_official,
            person=duty.responsible_person,
            tip=self._tip(duty, word, until),
            spoken="，".join(part for part in spoken if part),
        )

    def head(self, head: BoardHead | None, kind: DutyKind) -> DutyHead:
        """Word the head of a column."""
        say = self._say
        if head is None:
            return DutyHead(kind=kind, name=say(kind.term), gloss=say(GLOSSES[kind]), words="")
        count = self._formats.count
        words = [say("{n} 进行", n=count(head.running))]
        if head.overdue:
            words.append(say("{n} 超期", n=count(head.overdue)))
        return DutyHead(
            kind=kind,
            name=say(kind.term),
            gloss=say(GLOSSES[kind]),
            words="　".join(words),
            done=head.done,
            running=head.running,
            overdue=head.overdue,
            waiting=head.waiting,
        )

    def day(self, day: date | None, today: date) -> str:
        """Write a day, without the year while it is this one."""
        if day is None:
            return ""
        return self._formats.short_day(day) if day.year == today.year else self._formats.day(day)

    def _until(self, duty: Duty, status: DutyStatus) -> str:
        if status is DutyStatus.DONE and duty.completed_on is not None:
            return self._say("{day} 完成", day=self._formats.day_long(duty.completed_on))
        if duty.due_on is None:
            return ""
        return self._say("{day} 到期", day=self._formats.day_long(duty.due_on))

    def _tip(self, duty: Duty, word: str, until: str) -> str:
        say = self._say
        lines = (
            f"{say(duty.kind.term)}　{word}",
            until,
            say("责任单位 {unit}", unit=duty.responsible_unit) if duty.responsible_unit else "",
            say("措施 {text}", text=duty.measures) if duty.measures else "",
            say("完成情况 {text}", text=duty.outcome) if duty.outcome else "",
        )
        return "\n".join(line for line in lines if line)
