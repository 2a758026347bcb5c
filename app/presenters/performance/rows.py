"""One line of 履行回访 in words: an item, a visit or a matter before the court, and what Enter opens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.duties.follow_up.visits import VisitLine
from app.domain.settlements.performance.due_lines import CourtLine, DueLine, DueWeek
from app.domain.settlements.performance.items import ItemState
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.cases.rows import GAP
from app.presenters.due_words import Chip, due_chip
from app.presenters.workspace.forms.performance.menu import COURT, RECEIPT, VISIT


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """A line ready to be drawn; ``form`` and ``subject`` are what Enter opens, ``verb`` says it."""

    key: str
    case_id: UUID
    chip: Chip
    who: str
    what: str
    amount: str
    rest: str
    title: str
    number: str
    form: str
    subject: UUID | None
    verb: str
    day: date | None
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCell:
    """One week of the strip; ``key`` is its Monday."""

    key: str
    name: str
    count: str
    owed: str
    is_now: bool
    spoken: str


class WaitingRows:
    """Makes rows in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._translator, self._formats = translator, formats
        self._say = translator.text

    def item(self, line: DueLine, today: date) -> WaitingRow:
        """Word an open item."""
        say, item = self._say, line.item
        who = say("{payer} 付 {payee}", payer=item.payers, payee=item.payees) if item.payees else item.payers
        chip = due_chip(self._translator, item.due_on, today, item.explanation or item.due_words)
        if item.amount is None:
            amount, rest = item.what, ""
        else:
            amount = self._formats.money(line.owed)
            rest = say("已收 {sum}", sum=self._formats.money(line.received)) if line.received else ""
        urged = say("{day} 已催告", day=self._formats.short_day(line.urged_on)) if line.urged_on else ""
        state = "" if item.due_on is not None else say(ItemState.NOT_DUE.term)
        what = GAP.join(part for part in (item.place, item.what if item.is_payment else "") if part)
        rest = GAP.join(part for part in (rest, urged, state) if part)
        return WaitingRow(
            key=f"item/{item.id}",
            case_id=line.case.id,
            chip=chip,
            who=who,
            what=what,
            amount=amount,
            rest=rest,
            title=line.case.title,
            number=line.case.intake_number,
            form=RECEIPT,
            subject=item.id,
            verb=say("记录履行"),
            day=item.due_on,
            spoken=_spoken(chip.text, who, amount, what, rest, line.case.title),
        )

    def visit(self, line: VisitLine, today: date) -> WaitingRow:
        """Word a visit that waits."""
        case = line.case
        chip = due_chip(self._translator, line.planned_on, today, line.why)
        who = GAP.join(part for part in (case.applicants, case.respondents) if part)
        return WaitingRow(
            key=f"visit/{line.visit_id or case.id}",
            case_id=case.id,
            chip=chip,
            who=who,
            what=line.why,
            amount=self._say(case.state.term),
            rest=case.lead_name,
            title=case.title,
            number=case.intake_number,
            form=VISIT,
            subject=line.visit_id,
            verb=self._say("回访"),
            day=line.planned_on,
            spoken=_spoken(chip.text, self._say("回访"), who, case.title),
        )

    def court(self, line: CourtLine, today: date) -> WaitingRow:
        """Word an application before the court, or an agreement that may still be confirmed."""
        say, case, known = self._say, line.case, line.confirmation
        chip = due_chip(self._translator, line.last_day, today, line.explanation)
        who = GAP.join(part for part in (case.applicants, case.respondents) if part)
        state = say(known.state.term) if known is not None else say("可以申请")
        told = known.court if known is not None else line.agreement.number
        number = known.court_number if known is not None else ""
        return WaitingRow(
            key=f"court/{line.agreement.id}",
            case_id=case.id,
            chip=chip,
            who=who,
            what=told,
            amount=state,
            rest=number,
            title=case.title,
            number=case.intake_number,
            form=COURT,
            subject=line.agreement.id,
            verb=say("记录进展") if known is not None else say("记录申请"),
            day=line.last_day,
            spoken=_spoken(chip.text, state, who, told, case.title),
        )

    def week(self, week: DueWeek, today: date) -> WeekCell:
        """Word one week of the strip."""
        say, formats = self._say, self._formats
        is_now = 0 <= (today - week.monday).days < _DAYS
        name = say("本周") if is_now else say("{day} 起", day=formats.short_day(week.monday))
        count = say("{n} 项", n=week.count) if week.count else "—"
        owed = formats.money(week.owed) if week.owed else ""
        return WeekCell(
            key=week.monday.isoformat(),
            name=name,
            count=count,
            owed=owed,
            is_now=is_now,
            spoken=_spoken(name, count, owed),
        )


_DAYS = 7


def _spoken(*parts: str) -> str:
    return "，".join(part for part in parts if part)
