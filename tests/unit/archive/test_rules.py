"""Rules as data: what ships is whole, and a damaged file is refused rather than guessed."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from app.archive.resources import resource_path
from app.archive.rules import load_rules
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.dispute_types import list_valid_on
from app.domain.disputes.sources import MediationChannel
from app.domain.duties.four_duties import DutyKind
from app.domain.errors import StorageRefusal
from app.domain.values.days.periods import Period, PeriodUnit

TODAY = date(2026, 11, 2)
LAW = {
    ClockKind.ACCEPTANCE: (Period(3, PeriodUnit.WORKING_DAY), False),
    ClockKind.MEDIATION: (Period(30, PeriodUnit.DAY), True),
    ClockKind.CONFIRMATION: (Period(30, PeriodUnit.DAY), True),
    ClockKind.SIGNING: (Period(7, PeriodUnit.DAY), False),
    ClockKind.FOLLOW_UP: (Period(30, PeriodUnit.DAY), False),
}
EIGHTEEN = (
    "婚姻家庭 邻里 房屋宅基地 合同 生产经营 损害赔偿 山林土地 征地拆迁 环境污染 拖欠农民工工资 "
    "其他劳动争议 旅游 电子商务 其他消费 医疗 道路交通事故 物业 其他"
)


@pytest.fixture
def folder(tmp_path):
    copied = tmp_path / "rules"
    shutil.copytree(resource_path("rules"), copied)
    return copied


@pytest.mark.parametrize("kind", LAW)
def test_the_deadlines_that_ship(kind):
    rule = load_rules(resource_path("rules")).deadline(kind, MediationChannel.PEOPLES, TODAY)
    assert rule is not None
    assert (rule.period, rule.is_verified) == LAW[kind]


def test_confirmation_cites_both_laws():
    rules = load_rules(resource_path("rules"))
    rule = rules.deadline(ClockKind.CONFIRMATION, MediationChannel.PEOPLES, TODAY)
    assert rule is not None
    assert rule.source == "人民调解法第三十三条、民事诉讼法第二百零五条"


def test_every_duty_has_a_default():
    assert {entry.duty for entry in load_rules(resource_path("rules")).duty_defaults} == set(DutyKind)


def test_the_eighteen_types_follow_the_fifteen():
    lists = load_rules(resource_path("rules")).dispute_types
    assert [entry.name for entry in list_valid_on(lists, TODAY).types] == EIGHTEEN.split()
    older = [entry.name for entry in list_valid_on(lists, date(2016, 8, 1)).types]
    assert len(older) == 15
    assert {"劳动争议", "消费"} <= set(older)
    assert not {"旅游", "电子商务"} & set(older)


def test_a_code_never_changes_its_meaning():
    names: dict[str, set[str]] = {}
    for listed in load_rules(resource_path("rules")).dispute_types:
        for entry in listed.types:
            names.setdefault(entry.code, set()).add(entry.name)
    assert all(len(said) == 1 for said in names.values())


@pytest.mark.parametrize(
    ("file", "wrong"),
    [
        ("deadlines.toml", "not toml ["),
        ("deadlines.toml", "deadline = []"),
        ("deadlines.toml", '[[deadline]]\nid = "D-02"\nkind = "acceptance"\namount = 3.5\nunit = "day"'),
        ("deadlines.toml", '[[deadline]]\nid = "D-02"\nkind = "nothing"\namount = 3\nunit = "day"'),
        ("duties.toml", '[[duty]]\nduty = "close"\namount = 0\nunit = "day"\nsource = "x"'),
        ("dispute_types.toml", '[[list]]\nvalid_from = "2018"\nsource = "x"\ntypes = []'),
    ],
)
def test_a_damaged_rule_is_refused(folder, file, wrong):
    (folder / file).write_text(wrong, encoding="utf-8")
    with pytest.raises(StorageRefusal, match=r"rules\.unreadable"):
        load_rules(folder)


def test_a_missing_file_is_refused(folder):
    (folder / "duties.toml").unlink()
    with pytest.raises(StorageRefusal, match=r"rules\.unreadable"):
        load_rules(folder)
