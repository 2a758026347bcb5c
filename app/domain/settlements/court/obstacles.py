"""What cannot be confirmed: the law's list as rules, each with its sentence and its article.

A rule that knows refuses. A rule that only reads words says where it found them: people answer, and what
they answer refuses or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.disputes.cases import Case
from app.domain.people.agents import AgentKind
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.confirmation import Confirmations, ConfirmationState, of_agreement
from app.domain.settlements.terms import BINDING, DueKind, TermKind
from app.domain.values.termed import Termed

JOINTLY = "人民调解法第三十三条、民事诉讼法第二百零五条"
IN_PERSON = "民诉法解释第三百五十一条"
MATERIALS = "民诉法解释第三百五十四条"
NOT_TAKEN, NOT_CONFIRMED = "民诉法解释第三百五十五条", "民诉法解释第三百五十八条"
LABOUR = "劳动争议司法解释（一）第五十二条（未核实）"
LABOUR_TYPES = frozenset({"labour", "labour_all", "migrant_wages"})
"""Codes of labour disputes in the statistical lists; a code keeps its meaning for ever."""


class ObstacleLevel(Termed):
    """不能申请 stops the pack; 请核对 stops nothing but asks people to look."""

    REFUSED = "refused", "不能申请"
    LOOK = "look", "请核对"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """One thing that stands against confirming: ``place`` tells where it was read, ``found`` the words."""

    rule: str
    level: ObstacleLevel
    text: str
    article: str
    place: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class CourtReading:
    """What a rule reads: the agreement and its clauses as signed, its case, and the day."""

    case: Case
    agreement: MediationAgreement
    clauses: tuple[str, ...]
    earlier: Confirmations
    last_day: date | None
    today: date


Rule = Callable[[CourtReading], Iterator[Obstacle]]

_STATUS = re.compile(
    r"(?:同意|自愿|准予|准许|确认)?(?:离婚|复婚)|(?:解除|确认|成立|恢复)[^，。；]{0,6}(?:婚姻|收养|亲子|父子|母子|父女|母女)关系"
    r"|抚养权|监护权|(?:婚姻|收养)关系(?:无效|解除|有效)"
)
_TITLE = re.compile(
    r"(?:房屋|房产|住房|宅基地|土地|林地|草场|产权|车辆|商铺)[^。；]{0,24}?归[^。；，]{1,24}?(?:所有|使用)"
    r"|(?:所有权|使用权|承包经营权|专利权|商标权|著作权)[^。；]{0,12}?(?:归|属于|确认)|确认[^。；]{0,16}?(?:权属|所有权|归属)"
)
_VAGUE = re.compile(r"尽快|尽早|适当(?:赔偿|补偿|支付)|酌情|另行协商|协商解决|视情况|差不多|左右|等等")


def obstacles(reading: CourtReading) -> tuple[Obstacle, ...]:
    """Run every rule; what refuses comes first, each group in the order of the law."""
    found = [obstacle for rule in _RULES for obstacle in rule(reading)]
    order = {ObstacleLevel.REFUSED: 0, ObstacleLevel.LOOK: 1}
    return tuple(sorted(found, key=lambda obstacle: order[obstacle.level]))


def _effective(read: CourtReading) -> Iterator[Obstacle]:
    if read.agreement.state is not AgreementState.EFFECTIVE:
        yield _refused("C-01", "协议还没有生效", JOINTLY)


def _in_time(read: CourtReading) -> Iterator[Obstacle]:
    if read.last_day is not None and read.today > read.last_day:
        yield _refused(
            "C-02", f"自生效起三十日的申请期限到 {read.last_day.isoformat()} 为止，已经过了", JOINTLY
        )


def _once(read: CourtReading) -> Iterator[Obstacle]:
    known = of_agreement(read.earlier, read.agreement.id)
    if known is not None and known.is_pending:
        yield _refused("C-03", "已经申请，法院还没有结果", JOINTLY)
    elif known is not None and known.state is ConfirmationState.CONFIRMED:
        yield _refused("C-03", "法院已经裁定确认", JOINTLY)


def _guardians(read: CourtReading) -> Iterator[Obstacle]:
    """Refuse where nobody could sign for a party: parties apply themselves or by a lawful agent."""
    for party in read.case.parties:
        if party.id in read.agreement.party_ids and party.lacks_guardian_on(read.today):
            yield _refused("C-04", f"{party.name}没有法定代理人，不能提出申请", IN_PERSON)


def _status(read: CourtReading) -> Iterator[Obstacle]:
    yield from _read_for(read, "C-05", _STATUS, "婚姻、亲子、收养等身份关系不能确认", f"{NOT_TAKEN}第三项")


def _title(read: CourtReading) -> Iterator[Obstacle]:
    yield from _read_for(read, "C-06", _TITLE, "物权、知识产权确权不能确认", f"{NOT_TAKEN}第五项")


def _vague(read: CourtReading) -> Iterator[Obstacle]:
    article = f"{NOT_CONFIRMED}第五项"
    yield from _read_for(read, "C-07", _VAGUE, "内容不明确的，法院驳回", article)
    for position, term in enumerate(read.agreement.terms, start=1):
        dues = [entry.due for entry in term.instalments] or [term.due]
        if term.kind not in BINDING or all(due.kind is not DueKind.UNSTATED for due in dues):
            continue
        yield _look("C-08", "没有写明履行期限，法院可能认为内容不明确", article, f"第{position}条")


def _labour(read: CourtReading) -> Iterator[Obstacle]:
    """Point to what is no payment: of a labour dispute only that can be confirmed by this way."""
    if read.case.dispute_type not in LABOUR_TYPES:
        return
    for position, term in enumerate(read.agreement.terms, start=1):
        if term.kind not in (TermKind.PAYMENT, TermKind.DROPPED):
            yield _look("C-09", "劳动争议只有给付义务可以确认", LABOUR, f"第{position}条")


def _agents(read: CourtReading) -> Iterator[Obstacle]:
    for party in read.case.parties:
        if party.id not in read.agreement.party_ids:
            continue
        if any(agent.kind is not AgentKind.STATUTORY for agent in party.agents):
            text = f"{party.name}由代理人提出的，附委托人签名的授权委托书"
            yield _look("C-10", text, IN_PERSON)


_RULES: tuple[Rule, ...] = (
    _effective,
    _in_time,
    _once,
    _guardians,
    _status,
    _title,
    _vague,
    _labour,
    _agents,
)


def _read_for(
    read: CourtReading, rule: str, pattern: re.Pattern[str], text: str, article: str
) -> Iterator[Obstacle]:
    for position, clause in enumerate(read.clauses, start=1):
        found = pattern.search(clause)
        if found is not None:
            yield Obstacle(
                rule=rule,
                level=ObstacleLevel.LOOK,
                text=text,
                article=article,
                place=f"第{position}条",
                found=found.group(),
            )


def _refused(rule: str, text: str, article: str) -> Obstacle:
    return Obstacle(rule=rule, level=ObstacleLevel.REFUSED, text=text, article=article)


def _look(rule: str, text: str, article: str, place: str = "") -> Obstacle:
    return Obstacle(rule=rule, level=ObstacleLevel.LOOK, text=text, article=article, place=place)
