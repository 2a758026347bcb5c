"""The accident of the invented traffic cases, the treatment of the invented medical ones."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.particulars.checking import MEDICAL, TRAFFIC, Particulars
from app.domain.disputes.particulars.medical import MedicalTreatment
from app.domain.disputes.particulars.traffic import Responsibility, RoadUser, TrafficAccident
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.domain.values.money import Money

_INSURER = "昆仑财产保险股份有限公司（演示）"
_BEFORE = timedelta(days=21, hours=1, minutes=25)
_STAY = timedelta(days=9)


def invented_particulars(
    dispute_type: str, parties: tuple[CaseParty, ...], told_at: datetime, scene: str
) -> Particulars:
    """Invent what a type asks for: the respondent drove, or runs the hospital."""
    if dispute_type == TRAFFIC:
        return Particulars(accidents=(_accident(parties, told_at - _BEFORE, scene),))
    if dispute_type == MEDICAL:
        return Particulars(treatments=(_treatment(told_at - _BEFORE),))
    return Particulars()


def _accident(parties: tuple[CaseParty, ...], at: datetime, scene: str) -> TrafficAccident:
    hurt = next((party.name for party in parties if party.side is PartySide.APPLICANT), "")
    drove = next((party.name for party in parties if party.side is PartySide.RESPONDENT), "")
    number = f"{at:%y%m%d%H}"
    return TrafficAccident(
        id=new_id(),
        happened_at=at,
        scene=f"{scene}路口",
        finding_number=f"第{number}号",
        road_users=(
            RoadUser(id=new_id(), name=hurt, responsibility=Responsibility.SECONDARY),
            RoadUser(
                id=new_id(),
                name=drove,
                plate=f"新J{number[-5:]}",
                responsibility=Responsibility.MAIN,
                insurer=_INSURER,
                policy_number=f"PDZA{number}",
                compulsory=Money.of_yuan(18_000),
                commercial=Money.of_yuan(6_500),
            ),
        ),
    )


def _treatment(at: datetime) -> MedicalTreatment:
    began = local_day(at)
    return MedicalTreatment(
        id=new_id(),
        institution="红柳区人民医院",
        department="骨科",
        began_on=began,
        ended_on=began + _STAY,
        appraiser="红柳区医学会",
        appraisal_number=f"医鉴〔{began.year}〕7号",
        appraisal="医疗行为与损害有因果关系，原因力为次要",
        insurer=_INSURER,
        policy_number=f"YZX{began:%Y%m%d}",
        coverage=Money.of_yuan(1_000_000),
    )
