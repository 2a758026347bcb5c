"""The card of the dispute: what it is about, where it came from, its accident or treatment."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.domain.contents.channels.particulars import particulars_parts
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.law import rules_peoples_law
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.workspace import menu
from app.presenters.workspace.cards import CardAct, Line, OverviewCard
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.words.channel import channel_name


def dispute_card(desk: Desk, folder: CaseFolder, type_name: str) -> OverviewCard:
    """Give the card of a dispute, with the verb that mends it while the case is open."""
    case, formats = folder.case, desk.formats
    say = desk.translator.text
    studio = folder.organisation.studio(case.studio_id)
    source = GAP.join(part for part in (say(case.source.term), case.source_note) if part)
    told = (
        (say("类型"), type_name),
        (say("标的"), say("{sum} 元", sum=formats.money(case.amount)) if case.amount is not None else ""),
        (say("发生地"), case.place),
        (say("来源"), source),
        (say("收到"), formats.moment(case.received_at)),
        (say("登记"), GAP.join((formats.moment(case.registered_at), case.registrar_name))),
        (say("渠道"), channel_name(desk, case)),
        (say("涉及人数"), say("{n} 人", n=case.headcount) if case.headcount else ""),
        (say("风险因素"), "、".join(say(flag.term) for flag in case.risk_flags)),
        (
            say("调委会") if rules_peoples_law(folder.channel) else say("本单位"),
            GAP.join(part for part in (folder.organisation.name, studio.name if studio else "") if part),
        ),
        (say("诉求"), case.requests),
        (say("经过"), case.facts),
        *_particulars(say, case),
    )
    acts = (CardAct(menu.DETAILS, say("改案情")),) if case.is_open else ()
    return OverviewCard(key="dispute", title=say("案情"), lines=lines_of(told), acts=acts)


def lines_of(told: tuple[tuple[str, str], ...]) -> tuple[Line, ...]:
    """Give what was told as lines of a card; what is empty has none."""
    return tuple(Line(label, value) for label, value in told if value)


def _particulars(say: Callable[[str], str], case: Case) -> Iterator[tuple[str, str]]:
    """Tell the accident or the treatment as papers print it."""
    for part in particulars_parts(case):
        yield say(part.heading), "\n".join(f"{say(fact.label)}：{fact.text}" for fact in part.told)
