"""时限: every clock with its sentence, what stands still or waits, and limitation as a fact of the case."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.disputes.channels.law import in_law_of
from app.domain.disputes.clocks import CaseClock, told_once
from app.domain.duties.deadlines.running import WaitingPeriod
from app.presenters.desk import Desk
from app.presenters.due_words import clock_chip
from app.presenters.workspace import menu
from app.presenters.workspace.cards import CardAct, Line, OverviewCard
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.periods import (
    extension_words,
    may_extend,
    suspension_words,
    trigger_lines,
)


def deadline_card(desk: Desk, folder: CaseFolder) -> OverviewCard:
    """Word the card: what runs, what waits for a day, what was suspended, extended and recorded."""
    say = desk.translator.text
    case = folder.case
    offered = (
        (menu.TRIGGER, say("登记起算日"), case.is_open and bool(folder.trigger_choices)),
        (menu.EXTEND, say("延期"), may_extend(folder)),
        (menu.RESUME, say("恢复调解"), case.suspension is not None),
    )
    return OverviewCard(
        key="deadlines",
        title=say("时限"),
        lines=tuple(_lines(desk, folder)),
        acts=tuple(CardAct(key, text) for key, text, is_legal in offered if is_legal),
        earlier=trigger_lines(desk, folder),
    )


def _lines(desk: Desk, folder: CaseFolder) -> Iterator[Line]:
    say = desk.translator.text
    for clock in told_once(folder.clocks):
        yield _clock(desk, clock)
    for waiting in folder.waiting_periods:
        yield _waiting(desk, folder, waiting)
    for suspension in folder.case.suspensions:
        yield Line(say("中止"), suspension_words(desk, suspension))
    for extension in folder.case.extensions:
        yield Line(say("延期"), extension_words(desk, extension))
    yield Line(say("时效中断"), _limitation(desk, folder))


def _clock(desk: Desk, clock: CaseClock) -> Line:
    is_late = not clock.is_paused and clock.last_day < desk.today
    detail = clock_chip(desk.translator, clock, desk.today).detail
    return Line(desk.translator.text(clock.kind.term), detail, "err" if is_late else "text")


def _waiting(desk: Desk, folder: CaseFolder, waiting: WaitingPeriod) -> Line:
    say = desk.translator.text
    return Line(say(waiting.rule.kind.term), in_law_of(folder.channel, waiting.explanation), "warn")


def _limitation(desk: Desk, folder: CaseFolder) -> str:
    """Tell the day on which the request interrupted limitation: frozen with the registration, for ever."""
    say = desk.translator.text
    found = folder.limitation
    if found is None:
        return say("主动调解，没有当事人提出请求，时效不因此中断")
    return say(
        "{day} 提出请求，{name}中断（{source}）",
        day=desk.formats.day(found.on_day),
        name=say(found.rule.name),
        source=in_law_of(folder.channel, found.rule.source),
    )
