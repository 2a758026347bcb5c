"""Warnings name the words that set them off, demand what the law asks, and can be set aside with a reason."""

from dataclasses import replace
from datetime import date

import pytest

from app.archive.resources import resource_path
from app.archive.triage_rules import load_triage
from app.domain.disputes import steps
from app.domain.disputes.risk.grading import ToldRisk, find_risks, graded
from app.domain.disputes.risk.rules import RiskDemand
from app.domain.disputes.risk_dismissals import RiskDismissal
from app.domain.disputes.sources import RiskFlag, RiskLevel
from app.domain.errors import InvalidInput
from app.domain.values.ids import new_id
from tests.support.builders import TODAY, a_case, a_party

_, RISK = load_triage(resource_path("rules"))


def found(**told):
    return {f.trigger.code: f for f in find_risks(ToldRisk(on=TODAY, **told), RISK.triggers)}


@pytest.mark.parametrize(
    ("text", "code", "demand"),
    [
        ("索赔被拒后扬言报复", "threat", RiskDemand.REPORT),
        ("对方持刀上门", "weapon", RiskDemand.REPORT),
        ("老人说不想活了", "self_harm", RiskDemand.REPORT),
        ("打短工时摔倒，送医抢救无效", "death", RiskDemand.RAISE),
        ("锁骨骨裂，鉴定为轻微伤", "injury", RiskDemand.PREVENT),
        ("丈夫多次家暴", "domestic_violence", RiskDemand.PROTECT),
        ("已多次报警", "police_calls", RiskDemand.RAISE),
        ("协议余款到期拒付", "default", RiskDemand.PREVENT),
    ],
)
def test_words_set_off_their_warning_and_are_named(text, code, demand):
    finding = found(texts=(text,))[code]
    assert finding.trigger.demand is demand
    assert all(word in text for word in finding.told)


def test_an_ordinary_quarrel_warns_of_nothing():
    assert found(texts=("楼上漏水，墙面受损，要求赔偿维修费用",), headcount=2) == {}


def test_groups_and_unpaid_wages_of_many_count_people():
    assert found(headcount=4) == {}
    assert set(found(headcount=5)) == {"group_5"}
    many = found(headcount=32, dispute_type="migrant_wages")
    assert set(many) == {"group_5", "group_10", "wages_of_many"}
    assert many["group_10"].told == ("32 人",)
    # Every condition of a trigger is needed: wages of two are no wages of many.
    assert "wages_of_many" not in found(headcount=2, dispute_type="migrant_wages")


def test_a_minor_is_found_by_the_birth_date_and_named():
    child = replace(a_party("小明"), birth_date=date(2015, 1, 1))
    assert found(parties=(child, a_party("王秀兰")))["minor"].told == ("小明",)
    assert "minor" not in found(parties=(a_party("王秀兰"),))


def test_the_level_is_the_highest_of_what_stands():
    findings = find_risks(ToldRisk(texts=("扬言报复", "骨折"), on=TODAY), RISK.triggers)
    assert [f.trigger.level for f in findings] == [RiskLevel.VERY_HIGH, RiskLevel.HIGH]
    assert graded(findings, ()) is RiskLevel.VERY_HIGH
    assert graded(findings, (), frozenset({"threat"})) is RiskLevel.HIGH
    assert graded((), (RiskFlag.HEATED,)) is RiskLevel.HIGH
    assert graded((), ()) is RiskLevel.LOW


def test_setting_a_warning_aside_needs_a_reason_and_stays_on_record():
    case = a_case()
    aside = RiskDismissal(
        id=new_id(), code="threat", name="扬言报复", reason=" ", dismissed_by="赵永安", dismissed_on=TODAY
    )
    with pytest.raises(InvalidInput, match=r"risk\.reason_missing"):
        steps.dismiss_risk(case, aside, risk=RiskLevel.LOW)
    kept = steps.dismiss_risk(case, replace(aside, reason="已核实是气话，双方已和好"), risk=RiskLevel.LOW)
    assert kept.risk_dismissals[0].reason.startswith("已核实")


def test_every_scale_names_every_level_and_says_it_is_unconfirmed():
    for scale in RISK.scales:
        assert all(scale.step(level) is not None for level in RiskLevel)
        assert not scale.is_verified
    assert all(trigger.source for trigger in RISK.triggers)
