"""A public-security matter settled by people's mediation: when both may ask the police to recognise it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.sources import CaseSource, RiskFlag
from app.domain.disputes.states import CaseState
from app.domain.duties.referrals.interfaces import FiveInterface
from app.domain.duties.referrals.links import CaseLinks
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.days.calendar_days import day_in_words
from app.domain.values.termed import Termed

BASIS = (
    "公安机关办理行政案件程序规定第一百八十六条、治安管理处罚法第九条（2026年起施行的修订文本，条号未核实）"
)
"""The bridge: mediated, performed, applied for by both in writing, recognised by the police.

The adopted text of the revision of 治安管理处罚法 was not at hand when this was written: its article is
marked on the screen; the paper itself rests on the rule of procedure first.
"""
MEDIABLE, EXCLUDED, MINORS = "第一百七十八条", "第一百七十九条", "第一百八十一条"
BRIDGED = "第一百八十六条"
FITTING_TYPES = frozenset({"marriage_family", "neighbours", "damages"})
"""Types under which blows and broken things between people who know each other are registered."""


class Offence(Termed):
    """What somebody did that the police may settle by mediation (程序规定 art. 178)."""

    BEATING = "beating", "殴打他人"
    INJURY = "injury", "故意伤害"
    INSULT = "insult", "侮辱"
    DEFAMATION = "defamation", "诽谤"
    FALSE_CHARGE = "false_charge", "诬告陷害"
    DAMAGE = "damage", "故意损毁财物"
    DISTURBANCE = "disturbance", "干扰他人正常生活"
    PRIVACY = "privacy", "侵犯隐私"
    INTRUSION = "intrusion", "非法侵入住宅"


class LenientGround(Termed):
    """Which of the three circumstances makes mediation fit (程序规定 art. 178)."""

    ACQUAINTED = "acquainted", "亲友、邻里、同事、在校学生之间因琐事发生纠纷引起"
    PROVOKED = "provoked", "侵害行为系由被侵害人事前的过错行为引起"
    EASIER = "easier", "其他适用调解处理更易化解矛盾的情形"


class SecurityExclusion(Termed):
    """What rules mediation out (程序规定 art. 179); that a party is unwilling is known from its answers."""

    HIRED = "hired", "雇凶伤害他人"
    GANG = "gang", "结伙斗殴或者其他寻衅滋事"
    REPEATED = "repeated", "多次实施违反治安管理行为"
    AGAIN = "again", "调解过程中又针对对方实施违反治安管理行为"
    FLED = "fled", "调解过程中违法嫌疑人逃跑"
    UNFIT = "unfit", "其他不宜调解处理的情形"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityAnswers:
    """What only people can tell: who did what to whom, and what the police have done so far."""

    station: str
    police_number: str = ""
    offence: Offence
    ground: LenientGround
    happened_on: date
    place: str = ""
    offender_ids: tuple[UUID, ...]
    victim_ids: tuple[UUID, ...]
    is_lenient: bool
    exclusions: tuple[SecurityExclusion, ...] = ()
    is_undecided: bool
    applied_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityCondition:
    """One condition of the law with what is known of it; ``field`` is where a form asks for it."""

    text: str
    answer: str
    basis: str
    is_met: bool
    field: str = ""


def is_security_matter(case: Case, dealings: CaseLinks) -> bool:
    """Tell whether police were in it, or its type is one under which such acts are registered."""
    came_over = any(entry.interface is FiveInterface.POLICE for entry in dealings.referrals)
    was_called = RiskFlag.POLICE_CALLED in case.risk_flags or bool(case.police_reports)
    is_from_police = case.source is CaseSource.POLICE or came_over or was_called
    return is_from_police or case.dispute_type in FITTING_TYPES


def may_apply_for_recognition(case: Case, dealings: CaseLinks) -> bool:
    """Tell whether the application fits now: an agreement in effect, performed, of such a matter."""
    is_done = case.effective_on is not None and case.performed_on is not None
    return is_done and case.state is not CaseState.ARCHIVED and is_security_matter(case, dealings)


def known_conditions(case: Case, agreement_number: str, on: date) -> Iterator[SecurityCondition]:
    """Give the conditions that the case itself answers; the number is that of what is in effect."""
    refusing = "、".join(party.name for party in case.refusing())
    yield SecurityCondition(
        text="当事人明确表示不愿意调解处理",
        answer=f"有（{refusing}）" if refusing else "没有",
        basis=EXCLUDED,
        is_met=not refusing,
    )
    minors = [party for party in case.parties if party.is_minor_on(on)]
    alone = "、".join(party.name for party in minors if party.lacks_guardian_on(on))
    yield SecurityCondition(
        text="未成年当事人的父母或者其他监护人到场",
        answer=f"否（{alone}）" if alone else "是" if minors else "没有未成年当事人",
        basis=MINORS,
        is_met=not alone,
    )
    effective = day_in_words(case.effective_on) if case.effective_on is not None else ""
    yield SecurityCondition(
        text="经人民调解达成协议并已生效",
        answer="　".join(part for part in ("是", effective, agreement_number) if part) if effective else "否",
        basis=BRIDGED,
        is_met=bool(effective),
    )
    performed = day_in_words(case.performed_on) if case.performed_on is not None else ""
    yield SecurityCondition(
        text="协议已经履行",
        answer=f"是　{performed}" if performed else "否",
        basis=BRIDGED,
        is_met=bool(performed),
    )


def asked_conditions(answers: SecurityAnswers) -> Iterator[SecurityCondition]:
    """Give the conditions that had to be asked."""
    yield SecurityCondition(
        text="因民间纠纷引起，属于可以调解处理的行为",
        answer=answers.offence.term,
        basis=MEDIABLE,
        is_met=True,
    )
    yield SecurityCondition(
        text="情节较轻",
        answer="是" if answers.is_lenient else "否",
        basis=MEDIABLE,
        is_met=answers.is_lenient,
        field="is_lenient",
    )
    yield SecurityCondition(
        text="适用调解处理的情形", answer=answers.ground.term, basis=MEDIABLE, is_met=True
    )
    for exclusion in SecurityExclusion:
        is_there = exclusion in answers.exclusions
        yield SecurityCondition(
            text=exclusion.term,
            answer="有" if is_there else "没有",
            basis=EXCLUDED,
            is_met=not is_there,
            field=exclusion.value,
        )
    yield SecurityCondition(
        text="公安机关尚未依法作出处理决定",
        answer="是" if answers.is_undecided else "否",
        basis=BRIDGED,
        is_met=answers.is_undecided,
        field="is_undecided",
    )


def checked_conditions(
    case: Case, agreement_number: str, answers: SecurityAnswers
) -> tuple[SecurityCondition, ...]:
    """Give the whole list, or refuse at the first condition that is not met.

    Raises RuleRefusal ``security.condition_not_met``, InvalidInput at the field of what is missing.
    """
    _refuse_incomplete(case, answers)
    found = (*asked_conditions(answers), *known_conditions(case, agreement_number, answers.applied_on))
    for condition in found:
        if not condition.is_met:
            raise RuleRefusal(
                "security.condition_not_met",
                field=condition.field,
                condition=condition.text,
                answer=condition.answer,
                article=f"公安机关办理行政案件程序规定{condition.basis}",
            )
    return found


def _refuse_incomplete(case: Case, answers: SecurityAnswers) -> None:
    if not answers.station.strip():
        raise InvalidInput("security.station_missing", field="station")
    if not answers.offender_ids:
        raise InvalidInput("security.offender_missing", field="offenders")
    if not answers.victim_ids:
        raise InvalidInput("security.victim_missing", field="victims")
    both = {*answers.offender_ids, *answers.victim_ids}
    if any(case.party(party_id) is None for party_id in both):
        raise InvalidInput("consent.unknown_party", field="offenders")
    sides = {party.side for party in case.parties if party.id in both}
    if len(both) < 2 or len(sides) < 2:  # noqa: PLR2004 - one and the other
        raise InvalidInput("security.not_both_sides", field="victims")
    if answers.happened_on > answers.applied_on:
        raise InvalidInput("security.happened_later", field="happened_on")
    if case.performed_on is not None and answers.applied_on < case.performed_on:
        raise InvalidInput("security.before_performance", field="on", day=case.performed_on.isoformat())
