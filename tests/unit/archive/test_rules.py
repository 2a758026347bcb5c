"""Rules as data: what ships is whole, and a damaged file is refused rather than guessed."""

from __future__ import annotations

import itertools
import shutil
from datetime import date, timedelta

import pytest

from app.archive.resources import resource_path
from app.archive.rules import load_rules
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.dispute_types import list_valid_on
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.duties.deadlines.catalogue import Confidence
from app.domain.duties.deadlines.local_periods import LocalPeriod, check_local_period, rule_with
from app.domain.duties.four_duties import DutyKind
from app.domain.errors import StorageRefusal
from app.domain.values.days.periods import Period, PeriodUnit
from app.domain.values.ids import new_id

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


ROW = """[[deadline]]
id = "D-02"
kind = "acceptance"
name = "x"
triggers = ["received"]
amount = 3
unit = "day"
source = "x"
article = "x"
confidence = "low"
is_verified = false
valid_from = 2011-01-01
"""


@pytest.fixture
def folder(tmp_path):
    copied = tmp_path / "rules"
    shutil.copytree(resource_path("rules"), copied)
    return copied


def the_rule(kind, on=TODAY):
    rules = load_rules(resource_path("rules"))
    rows = rules.catalogue.concerning(MediationChannel.PEOPLES, CaseSource.WINDOW, "neighbours")[kind]
    return next(row for row in rows.narrowest if row.is_in_force(on))


@pytest.mark.parametrize("kind", LAW)
def test_the_deadlines_that_ship(kind):
    rule = the_rule(kind)
    assert (rule.period, rule.is_verified) == LAW[kind]


@pytest.mark.parametrize(
    ("on", "article"),
    [
        (date(2012, 12, 31), "人民调解法第三十三条"),
        (date(2021, 12, 31), "第一百九十四条"),
        (date(2023, 12, 31), "第二百零一条"),
        (date(2024, 1, 1), "人民调解法第三十三条、民事诉讼法第二百零五条"),
    ],
)
def test_confirmation_cites_the_number_its_article_had_then(on, article):
    assert the_rule(ClockKind.CONFIRMATION, on).source.endswith(article)


def test_every_row_of_the_dossier_ships_with_source_and_article():
    rows = load_rules(resource_path("rules")).deadlines
    assert {int(row.id[2:4]) for row in rows if row.id.startswith("D")} == set(range(1, 23))
    for row in rows:
        assert row.name, row.id
        assert row.source, row.id
        assert row.article, row.id
        assert row.is_verified == (row.confidence is Confidence.HIGH), row.id
        assert (row.period is None) == (row.id == "D-01")


def test_versions_of_one_row_never_overlap():
    rows = load_rules(resource_path("rules")).deadlines
    for before, after in itertools.pairwise(rows):
        if before.id == after.id:
            assert before.valid_to is not None
            assert before.valid_to + timedelta(days=1) == after.valid_from


def test_types_named_by_rows_are_types_of_the_lists():
    rules = load_rules(resource_path("rules"))
    known = {entry.code for listed in rules.dispute_types for entry in listed.types}
    assert {code for row in rules.deadlines for code in row.dispute_types} <= known


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
        ("deadlines/local.toml", "not toml ["),
        ("deadlines/local.toml", "deadline = []"),
        ("deadlines/local.toml", ROW.replace("amount = 3", "amount = 3.5")),
        ("deadlines/local.toml", ROW.replace("acceptance", "nothing")),
        ("deadlines/local.toml", ROW.replace("received", "never")),
        ("deadlines/local.toml", ROW.replace('["received"]', "[]")),
        ("deadlines/local.toml", ROW.replace('["received"]', '"received"')),
        ("deadlines/local.toml", ROW + 'untill = ["accepted"]'),
        ("deadlines/local.toml", ROW + 'after = "D-99"'),
        ("deadlines/local.toml", ROW.replace("2011-01-01", '"2011"')),
        ("duties.toml", '[[duty]]\nduty = "close"\namount = 0\nunit = "day"\nsource = "x"'),
        ("dispute_types.toml", '[[list]]\nvalid_from = "2018"\nsource = "x"\ntypes = []'),
    ],
)
def test_a_damaged_rule_is_refused(folder, file, wrong):
    (folder / file).write_text(wrong, encoding="utf-8")
    with pytest.raises(StorageRefusal, match=r"rules\.unreadable"):
        load_rules(folder)


def test_a_row_as_it_stands_here_is_read(folder):
    (folder / "deadlines/local.toml").write_text(ROW, encoding="utf-8")
    assert load_rules(folder).catalogue.row("D-02").source == "x"


def test_no_deadlines_at_all_are_refused(folder):
    shutil.rmtree(folder / "deadlines")
    with pytest.raises(StorageRefusal, match=r"rules\.unreadable"):
        load_rules(folder)


def test_a_missing_file_is_refused(folder):
    (folder / "duties.toml").unlink()
    with pytest.raises(StorageRefusal, match=r"rules\.unreadable"):
        load_rules(folder)


def test_the_month_of_peoples_mediation_is_the_places_to_set():
    rule = load_rules(resource_path("rules")).catalogue.row("D-03")
    own = LocalPeriod(
        id=new_id(), rule_id="D-03", amount=30, unit=PeriodUnit.WORKING_DAY, basis="本市调解指引"
    )
    check_local_period(own, rule)
    here = rule_with(rule, own)
    assert (here.period, here.is_verified) == (Period(30, PeriodUnit.WORKING_DAY), False)
    assert here.source == "本地设置（本市调解指引）"
    assert here.exclusions == rule.exclusions
