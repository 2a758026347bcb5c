"""交通事故情况 and 诊疗情况: what cannot be is refused at its field, all that is told is printed."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contents.channels.particulars import particulars_parts
from app.domain.disputes.particulars.checking import Particulars
from app.domain.disputes.particulars.medical import MedicalTreatment
from app.domain.disputes.particulars.traffic import Responsibility, RoadUser, TrafficAccident, plate_of
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from tests.support.builders import a_case

NOW = datetime(2026, 11, 2, 10, 0, tzinfo=SHANGHAI)
R = Responsibility


def side(name="李强", **given):
    return RoadUser(id=new_id(), name=name, **given)


def accident(*users, **given):
    return TrafficAccident(id=new_id(), road_users=users, **given)


def treatment(**given):
    return MedicalTreatment(id=new_id(), **{"institution": "人民医院", **given})


def found(told, dispute_type="traffic"):
    particulars = (
        Particulars(accidents=(told,))
        if isinstance(told, TrafficAccident)
        else Particulars(treatments=(told,))
    )
    return [(problem.code, problem.field) for problem in particulars.problems(dispute_type, NOW)]


@pytest.mark.parametrize(
    ("told", "code", "field"),
    [
        (accident(happened_at=NOW + timedelta(hours=1)), "accident.in_future", "accidents.0.happened_on"),
        (accident(side(" ")), "accident.name_missing", "accidents.0.road_users.0.name"),
        (accident(side(), side(plate="新J 1")), "accident.plate", "accidents.0.road_users.1.plate"),
        (accident(side(policy_number="P1")), "accident.insurer_missing", "accidents.0.road_users.0.insurer"),
        (accident(side(commercial=Money(1))), "accident.insurer_missing", "accidents.0.road_users.0.insurer"),
        (
            accident(side(insurer="甲", compulsory=Money(-1))),
            "money.negative",
            "accidents.0.road_users.0.compulsory",
        ),
    ],
)
def test_an_accident_that_cannot_be_is_refused_at_its_field(told, code, field):
    assert found(told) == [(code, field)]


@pytest.mark.parametrize(
    ("shares", "is_sound"),
    [
        ((R.FULL, R.NONE), True),
        ((R.MAIN, R.SECONDARY), True),
        ((R.MAIN, R.SECONDARY, R.SECONDARY, R.NONE), True),
        ((R.EQUAL, R.EQUAL), True),
        ((R.NONE, R.NONE), True),
        ((R.FULL, None), True),
        ((R.FULL,), True),
        ((R.FULL, R.SECONDARY), False),
        ((R.MAIN, R.MAIN), False),
        ((R.EQUAL, R.NONE), False),
        ((R.EQUAL, R.MAIN), False),
        ((R.SECONDARY, R.NONE), False),
    ],
)
def test_shares_of_blame_must_fit_each_other(shares, is_sound):
    codes = [code for code, _field in found(accident(*(side(responsibility=share) for share in shares)))]
    assert codes == ([] if is_sound else ["accident.shares"])


@pytest.mark.parametrize(
    ("told", "code", "field"),
    [
        ({"institution": ""}, "treatment.institution_missing", "institution"),
        ({"began_on": date(2026, 11, 3)}, "date.in_future", "began_on"),
        (
            {"began_on": date(2026, 5, 2), "ended_on": date(2026, 5, 1)},
            "treatment.ends_before_it_begins",
            "ended_on",
        ),
        ({"appraisal": "有因果关系"}, "treatment.appraiser_missing", "appraiser"),
        ({"policy_number": "Y1"}, "treatment.insurer_missing", "insurer"),
        ({"insurer": "甲", "coverage": Money(-1)}, "money.negative", "coverage"),
    ],
)
def test_a_treatment_that_cannot_be_is_refused_at_its_field(told, code, field):
    assert found(treatment(**told), "medical") == [(code, f"treatments.0.{field}")]


def test_each_belongs_to_its_type_alone_and_there_is_one():
    assert found(accident(), "medical") == [("accident.of_traffic_alone", "accidents")]
    assert found(treatment(), "traffic") == [("treatment.of_medical_alone", "treatments")]
    twice = Particulars(accidents=(accident(), accident()))
    assert [problem.code for problem in twice.problems("traffic", NOW)] == ["particulars.one_only"]


def test_a_plate_is_kept_one_way():
    assert plate_of("新j·12 345") == plate_of("新J-12345") == "新J12345"


WORDS = st.text("车险公司路口甲乙丙丁戊己庚辛", min_size=2, max_size=9)
SUMS = st.integers(1, 10**9).map(Money)


@given(
    words=st.lists(WORDS, min_size=6, max_size=6, unique=True), sums=st.lists(SUMS, min_size=2, max_size=2)
)
def test_everything_told_of_an_accident_is_among_what_is_printed(words, sums):
    scene, number, name, insurer, policy, other = words
    told = accident(
        side(name, plate="新J12345", responsibility=R.FULL, insurer=insurer, policy_number=policy,
             compulsory=sums[0], commercial=sums[1]),
        side(other),
        happened_at=datetime(2026, 8, 3, 21, 5, tzinfo=SHANGHAI), scene=scene, finding_number=number,
    )  # fmt: skip
    case = replace(a_case(), dispute_type="traffic", accidents=(told,))
    [part] = particulars_parts(case)
    printed = "\n".join(f"{fact.label}：{fact.text}" for fact in part.told)
    assert part.heading == "交通事故情况"
    for word in (
        *words,
        "新J12345",
        "全部责任",
        "2026年8月3日21时05分",
        *(f"{amount.yuan:,.2f}元" for amount in sums),
    ):
        assert word in printed
    assert particulars_parts(replace(case, dispute_type="neighbours")) == ()


@given(words=st.lists(WORDS, min_size=7, max_size=7, unique=True), coverage=SUMS)
def test_everything_told_of_a_treatment_is_among_what_is_printed(words, coverage):
    names = (
        "institution",
        "department",
        "appraiser",
        "appraisal_number",
        "appraisal",
        "insurer",
        "policy_number",
    )
    told = treatment(
        **dict(zip(names, words, strict=True)),
        began_on=date(2026, 5, 1), ended_on=date(2026, 5, 9), coverage=coverage,
    )  # fmt: skip
    [part] = particulars_parts(replace(a_case(), dispute_type="medical", treatments=(told,)))
    printed = "\n".join(f"{fact.label}：{fact.text}" for fact in part.told)
    assert part.heading == "诊疗情况"
    for word in (*words, "2026年5月1日至2026年5月9日", f"{coverage.yuan:,.2f}元"):
        assert word in printed
