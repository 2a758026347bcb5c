"""The accident and the treatment of a case: kept on both databases, in history, in search, on paper."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.domain.disputes.particulars.medical import MedicalTreatment
from app.domain.disputes.particulars.traffic import Responsibility, RoadUser, TrafficAccident
from app.domain.errors import DomainError, RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from app.domain.values.money import Money

ACCIDENT = TrafficAccident(
    id=new_id(),
    happened_at=datetime(2026, 9, 3, 8, 20, tzinfo=SHANGHAI),
    scene="胜利路口",
    finding_number="第65020320号",
    road_users=(
        RoadUser(
            id=new_id(),
            name="孙国强",
            plate="新J6F203",
            responsibility=Responsibility.FULL,
            insurer="昆仑财险",
            policy_number="PDZA7788",
            compulsory=Money.parse("18000"),
        ),
    ),
)
TREATMENT = MedicalTreatment(
    id=new_id(), institution="区人民医院", department="骨科", began_on=date(2026, 5, 1)
)


def told(centre, case, **particulars):
    return centre.services.cases.update_details(replace(case, **particulars), actor=centre.actor).value


def test_an_accident_is_kept_in_history_and_in_search(centre):
    case = centre.registered(dispute_type="traffic")
    told(centre, case, accidents=(ACCIDENT,))
    folder = centre.services.cases.folder(case.id)
    assert folder.case.accidents == (ACCIDENT,)
    changed = {change.field: change.after for change in folder.history[0].changes}
    assert changed["accidents.0.road_users.0.plate"] == "新J6F203"
    assert changed["accidents.0.road_users.0.compulsory"] == "18000.00"
    for typed in ("新J6F203", "PDZA7788", "65020320"):
        [hit] = centre.services.lists.search_cases(typed)
        assert hit.line.id == case.id
        assert typed in hit.matched


def test_it_is_copied_onto_the_register_and_stays_off_papers_of_other_types(file_centre):
    case = file_centre.accepted(dispute_type="traffic")
    case = told(file_centre, case, accidents=(ACCIDENT,))
    kind = DocumentKind.ACCEPTANCE_REGISTER
    [part] = file_centre.services.issuing.contents(kind, case.id).particulars
    assert ("事故认定书编号", "第65020320号") in [(fact.label, fact.text) for fact in part.told]
    told(file_centre, case, dispute_type="damages")
    assert file_centre.case(case.id).accidents == (ACCIDENT,), "what was told stays as it was told"
    assert file_centre.services.issuing.contents(kind, case.id).particulars == ()


def test_a_treatment_is_of_a_medical_case_alone(centre):
    medical = centre.registered(dispute_type="medical")
    assert told(centre, medical, treatments=(TREATMENT,)).treatments == (TREATMENT,)
    [hit] = centre.services.lists.search_cases("区人民医院")
    assert hit.line.id == medical.id
    other = centre.registered()
    with pytest.raises(RuleRefusal, match=r"treatment\.of_medical_alone"):
        told(centre, other, treatments=(TREATMENT,))
    assert centre.case(other.id).treatments == ()


def test_an_intake_may_tell_it_and_a_part_taken_out_keeps_it(file_centre):
    case = file_centre.registered(parties=3, dispute_type="traffic", accidents=(ACCIDENT,))
    assert case.accidents == (ACCIDENT,)
    with pytest.raises(DomainError, match=r"accident\.of_traffic_alone"):
        file_centre.registered(accidents=(ACCIDENT,))
