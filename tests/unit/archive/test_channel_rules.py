"""The channels of mediation as data: every row is whole, cites its source, and names what exists."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from app.archive.resources import resource_path
from app.archive.rules import load_rules
from app.domain.disputes.channels.rules import ChannelFee, ChannelTopic, SigningWay
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.errors import StorageRefusal
from app.domain.filing.kinds import DocumentKind

RULES = load_rules(resource_path("rules"))
ROWS = {row.code: row for row in RULES.channels}
TODAY = date(2026, 11, 2)

# code: (paper, who makes it, whether the committee's own agreement may be issued, fee)
EXPECTED = {
    "peoples": ("人民调解协议书", "人民调解委员会", True, "none"),
    "police_link": ("人民调解协议书", "人民调解委员会", True, "none"),
    "industry": ("人民调解协议书", "行业性、专业性人民调解委员会", True, "none"),
    "medical": ("人民调解协议书", "医疗纠纷人民调解委员会", True, "none"),
    "traffic": ("人民调解协议书", "人民调解委员会", True, "none"),
    "labour": ("调解协议书", "主持调解的组织", True, "none"),
    "property": ("人民调解协议书", "物业纠纷人民调解委员会", True, "none"),
    "consumer": ("人民调解协议书", "消费纠纷人民调解委员会", True, "none"),
    "rural_land": ("调解协议书", "村民委员会或者乡（镇）人民政府", False, "none"),
    "commercial": ("商事调解协议", "商事调解组织", False, "may_charge"),
    "administrative": ("行政调解协议书", "主持调解的行政机关", False, "none"),
    "traffic_police": ("道路交通事故损害赔偿调解书", "公安机关交通管理部门", False, "none"),
    "market": ("调解书", "市场监督管理部门", False, "none"),
    "health": ("调解协议书", "卫生主管部门", False, "none"),
    "petition": ("调解、和解协议书", "有权处理的机关、单位", False, "none"),
    "police": ("治安调解协议书", "公安机关", False, "none"),
    "court_delegated": (
        "调解协议", "特邀调解组织（人民调解委员会受委派的，出具人民调解协议书）", True, "none"
    ),
    "court_entrusted": ("民事调解书", "人民法院", False, "court"),
    "court_entrusted_summary": ("民事调解书", "人民法院", False, "court"),
    "court_online": ("调解协议", "平台上主持调解的组织或者调解员", False, "none"),
    "court_online_ordinary": ("民事调解书", "人民法院", False, "court"),
    "court_online_summary": ("民事调解书", "人民法院", False, "court"),
    "arbitration": ("仲裁调解书", "仲裁委员会", False, "arbitration"),
    "procuratorate": ("和解协议、调解协议", "受委托、邀请的调解组织", True, "none"),
}  # fmt: skip


def test_the_rows_are_those_of_the_table():
    assert set(ROWS) == set(EXPECTED)
    assert len(ROWS) == len(RULES.channels)


@pytest.mark.parametrize("code", EXPECTED)
def test_paper_hand_and_fee_of_every_row(code):
    row = ROWS[code]
    assert (row.paper, row.paper_by, row.may_issue_agreement, row.fee.value) == EXPECTED[code]


@pytest.mark.parametrize("code", EXPECTED)
def test_every_row_is_whole(code):
    row = ROWS[code]
    for topic in (ChannelTopic.MEDIATOR, ChannelTopic.EFFECT, ChannelTopic.FEE):
        assert row.about(topic), topic
    assert all(rule.says.endswith("。") and rule.article for rule in row.rules)
    assert all(rule.code or rule.topic is not ChannelTopic.SPECIAL for rule in row.rules)
    assert row.forms
    assert row.is_in_force(TODAY)
    assert not row.is_in_force(date(2001, 1, 1))


@pytest.mark.parametrize("code", EXPECTED)
def test_the_deadlines_of_every_row_stand_in_the_catalogue_and_suit_its_families(code):
    row = ROWS[code]
    for rule_id in row.deadlines:
        rule = RULES.catalogue.row(rule_id)
        assert rule is not None, rule_id
        assert not rule.channels or set(rule.channels) & set(row.families), rule_id


@pytest.mark.parametrize("code", EXPECTED)
def test_the_agreement_is_a_form_only_where_it_may_be_issued(code):
    row = ROWS[code]
    is_named = row.papers is not None and bool(row.papers.title(DocumentKind.AGREEMENT))
    assert (DocumentKind.AGREEMENT in row.forms) is (row.may_issue_agreement or is_named)
    assert DocumentKind.ORAL_REGISTER not in row.forms or row.may_issue_agreement


@pytest.mark.parametrize("code", EXPECTED)
def test_papers_of_personal_status_are_never_signed_electronically(code):
    assert ROWS[code].signing_for("marriage_family") is SigningWay.BY_HAND
    assert ROWS[code].signing_for("neighbours") is ROWS[code].signing


def test_only_commercial_mediation_may_charge_and_no_committee_does():
    assert [row.code for row in ROWS.values() if row.fee is ChannelFee.MAY_CHARGE] == ["commercial"]
    assert all(row.fee is ChannelFee.NONE for row in ROWS.values() if row.may_issue_agreement)


def test_each_family_has_one_default():
    defaults = [row.family for row in ROWS.values() if row.is_default]
    assert sorted(defaults) == sorted(MediationChannel)


@pytest.mark.parametrize(
    ("family", "source", "dispute_type", "code"),
    [
        ("peoples", "window", "neighbours", "peoples"),
        ("peoples", "window", "medical", "medical"),
        ("peoples", "window", "migrant_wages", "labour"),
        ("peoples", "police", "traffic", "police_link"),
        ("peoples", "court_delegated", "contract", "court_delegated"),
        ("industry", "window", "other", "industry"),
        ("industry", "phone", "property_service", "property"),
        ("industry", "phone", "traffic", "traffic"),
        ("administrative", "window", "other", "administrative"),
        ("administrative", "window", "traffic", "traffic_police"),
        ("administrative", "window", "medical", "health"),
        ("administrative", "hotline", "consumer", "market"),
        ("administrative", "petition", "other", "petition"),
        ("administrative", "police", "neighbours", "police"),
        ("judicial", "court_entrusted", "contract", "court_entrusted"),
        ("judicial", "window", "contract", "court_delegated"),
        ("judicial", "arbitration", "labour", "arbitration"),
        ("judicial", "procuratorate", "damages", "procuratorate"),
    ],
)
def test_a_case_takes_the_narrowest_channel_of_its_family(family, source, dispute_type, code):
    found = RULES.all_channels().proposed(MediationChannel(family), CaseSource(source), dispute_type, TODAY)
    assert found.code == code


@pytest.mark.parametrize(
    ("code", "family", "dispute_type", "rule"),
    [
        ("peoples", "peoples", "neighbours", "D-03"),
        ("medical", "industry", "medical", "D-04"),
        ("medical", "industry", "damages", "D-04"),
        ("labour", "peoples", "labour", "D-05"),
        ("court_entrusted", "judicial", "contract", "D-07a"),
        ("court_entrusted_summary", "judicial", "contract", "D-07b"),
        ("traffic_police", "administrative", "damages", "D-08"),
        ("market", "administrative", "e_commerce", "D-10"),
        ("health", "administrative", "medical", "D-04b"),
    ],
)
def test_the_period_of_mediation_is_the_one_its_channel_names(code, family, dispute_type, rule):
    rows = RULES.catalogue.concerning(MediationChannel(family), CaseSource.WINDOW, dispute_type, code)
    assert [row.id for row in rows[ClockKind.MEDIATION].narrowest] == [rule]


@pytest.mark.parametrize(
    ("code", "source", "rules"),
    [
        ("court_delegated", "court_delegated", ["D-06", "D-06b"]),
        ("court_online", "court_delegated", ["D-06b"]),
        ("court_online_ordinary", "court_entrusted", ["D-07c"]),
        ("court_online_summary", "court_entrusted", ["D-07d"]),
        ("court_online_summary", "window", ["D-07d"]),
        ("court_entrusted", "court_entrusted", ["D-07a", "D-07b", "D-07c", "D-07d"]),
        ("court_entrusted_summary", "court_entrusted", ["D-07b"]),
    ],
)
def test_who_chose_a_way_of_the_court_chose_its_period(code, source, rules):
    rows = RULES.catalogue.concerning(MediationChannel.JUDICIAL, CaseSource(source), "contract", code)
    assert sorted(row.id for row in rows[ClockKind.MEDIATION].narrowest) == rules


@pytest.mark.parametrize("code", ["commercial", "rural_land"])
def test_a_channel_without_a_period_does_not_borrow_the_thirty_days(code):
    rows = RULES.catalogue.concerning(MediationChannel.INDUSTRY, CaseSource.WINDOW, "contract", code)
    assert ClockKind.MEDIATION not in rows


def test_only_police_cases_count_a_second_mediation():
    told = {
        code: ClockKind.SECOND_MEDIATION
        in RULES.catalogue.concerning(MediationChannel.ADMINISTRATIVE, CaseSource.WINDOW, "other", code)
        for code in ("police", "administrative", "market")
    }
    assert told == {"police": True, "administrative": False, "market": False}


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('fee = "none"', 'fee = "some"'),
        ('topic = "fee"', 'topic = "price"'),
        ('paper = "人民调解协议书"', 'paper = ""'),
        ('families = ["peoples"]', "families = []"),
        ('forms = ["application"', 'forms = ["leaflet"'),
    ],
)
def test_a_damaged_row_is_refused(tmp_path, was, becomes):
    shutil.copytree(resource_path("rules"), tmp_path / "rules")
    path = tmp_path / "rules" / "channels" / "peoples.toml"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(StorageRefusal) as refused:
        load_rules(tmp_path / "rules")
    assert refused.value.code == "rules.unreadable"
