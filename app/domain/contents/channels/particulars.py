"""What a traffic or a medical case tells beyond others, as its forms print it."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.contents.parts import FactPart, ParticularsPart
from app.domain.disputes.cases import Case
from app.domain.disputes.particulars.checking import MEDICAL, TRAFFIC
from app.domain.disputes.particulars.medical import MedicalTreatment
from app.domain.disputes.particulars.traffic import RoadUser, TrafficAccident
from app.domain.values.days.calendar_days import day_in_words
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.money import Money


def particulars_parts(case: Case) -> tuple[ParticularsPart, ...]:
    """Copy what was told; nothing of another type of dispute is printed."""
    parts = []
    if case.dispute_type == TRAFFIC:
        parts += [_part("交通事故情况", _accident(accident)) for accident in case.accidents]
    if case.dispute_type == MEDICAL:
        parts += [_part("诊疗情况", _treatment(treatment)) for treatment in case.treatments]
    return tuple(part for part in parts if part.told)


def _part(heading: str, facts: Iterator[tuple[str, str]]) -> ParticularsPart:
    told = tuple(FactPart(label=label, text=text) for label, text in facts if text.strip())
    return ParticularsPart(heading=heading, told=told)


def _accident(accident: TrafficAccident) -> Iterator[tuple[str, str]]:
    at = accident.happened_at
    yield "事故时间", "" if at is None else _moment_in_words(accident)
    yield "事故地点", accident.scene
    yield "事故认定书编号", accident.finding_number
    for user in accident.road_users:
        yield user.name, "，".join(_side(user))


def _moment_in_words(accident: TrafficAccident) -> str:
    if accident.happened_at is None:
        return ""
    at = accident.happened_at.astimezone(SHANGHAI)
    return f"{day_in_words(at.date())}{at.hour}时{at:%M}分"


def _side(user: RoadUser) -> Iterator[str]:
    yield f"车牌号{user.plate}" if user.plate else "没有机动车"
    if user.responsibility is not None:
        yield f"承担{user.responsibility.term}"
    if user.insurer:
        yield f"在{user.insurer}投保" + (f"（保险单号{user.policy_number}）" if user.policy_number else "")
    for name, amount in (("交强险", user.compulsory), ("商业险", user.commercial)):
        if amount is not None:
            yield f"{name}{_sum(amount)}"


def _treatment(treatment: MedicalTreatment) -> Iterator[tuple[str, str]]:
    days = [day_in_words(day) for day in (treatment.began_on, treatment.ended_on) if day is not None]
    yield "医疗机构", treatment.institution
    yield "科室", treatment.department
    yield "诊疗时间", "至".join(dict.fromkeys(days))
    appraised = (treatment.appraiser, treatment.appraisal_number, treatment.appraisal)
    yield "鉴定或者评估", "，".join(part for part in appraised if part)
    policy = f"（保险单号{treatment.policy_number}）" if treatment.policy_number else ""
    yield "医疗责任险", f"{treatment.insurer}{policy}" if treatment.insurer else ""
    yield "责任限额", "" if treatment.coverage is None else _sum(treatment.coverage)


def _sum(amount: Money) -> str:
    return f"{amount.yuan:,.2f}元"
