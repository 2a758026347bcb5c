"""交通事故情况, 诊疗情况: of their own type alone, kept, told in the overview, taken out."""

import pytest

from app.domain.disputes.particulars.traffic import Responsibility
from app.domain.values.money import Money
from app.presenters.workspace import turn_menu
from app.presenters.workspace.words.overview import OverviewWords

AT = "accidents.0"


@pytest.fixture
def asked(presenter, view):
    def ask(case, key):
        presenter.open(case.id)
        presenter.ask(key)
        return view.form

    return ask


def at(**values):
    return {f"{AT}.{key.replace('__', '.')}": value for key, value in values.items()}


def side(place, **values):
    return {f"{AT}.road_users.{place}.{key}": value for key, value in values.items()}


def test_each_form_is_offered_for_its_type_alone(presenter, view, centre):
    for kind, offered in (
        ("traffic", {turn_menu.ACCIDENT}),
        ("medical", {turn_menu.TREATMENT}),
        ("neighbours", set()),
    ):
        presenter.open(centre.registered(dispute_type=kind).id)
        assert {turn_menu.ACCIDENT, turn_menu.TREATMENT} & set(view.menu) == offered


def test_an_accident_is_typed_told_and_taken_out(asked, view, desk, centre):
    case = centre.registered(dispute_type="traffic")
    form = asked(case, turn_menu.ACCIDENT)
    form.fill(
        **at(happened_on="2026-09-03", time="8点20", scene="胜利路口", finding_number="第65号"),
        **side(0, name="张三", responsibility="none"),
        **side(1, name="孙国强", plate="新j·6F203", responsibility="full", insurer="昆仑财险",
               policy_number="P77", compulsory="1.8万"),
    ).send()  # fmt: skip
    [accident] = centre.case(case.id).accidents
    assert f"{accident.happened_at:%H:%M}" == "08:20"
    hurt, drove = accident.road_users
    assert (hurt.name, drove.plate, drove.responsibility) == ("张三", "新J6F203", Responsibility.FULL)
    assert drove.compulsory == Money.parse("18000")
    cards = {card.key: card for card in OverviewWords(desk).cards(view.folder, "道路交通事故")}
    told = {line.label: line.value for line in cards["dispute"].lines}["交通事故情况"]
    assert "事故认定书编号：第65号" in told
    assert "新J6F203，承担全部责任" in told
    again = asked(case, turn_menu.ACCIDENT)
    assert again.values[f"{AT}.road_users.1.compulsory"] == "18,000.00"
    assert again.values[f"{AT}.road_users.2.name"] == ""
    again.fill(**dict.fromkeys(again.values, "")).send()
    assert centre.case(case.id).accidents == ()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (at(time="8:20"), "happened_on"),
        (at(happened_on="2026-09-03"), "time"),
        (side(0, plate="新J12345"), "road_users.0.name"),
        (side(0, name="张三", plate="1"), "road_users.0.plate"),
        (side(1, name="张三", policy_number="P1"), "road_users.1.insurer"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(asked, centre, typed, field):
    form = asked(centre.registered(dispute_type="traffic"), turn_menu.ACCIDENT)
    form.fill(**typed).send()
    assert list(form.problems) == [f"{AT}.{field}"]


def test_a_treatment_is_typed_and_told(asked, view, desk, centre):
    case = centre.registered(dispute_type="medical")
    form = asked(case, turn_menu.TREATMENT)
    told = {"institution": "区人民医院", "began_on": "2026-05-01", "insurer": "昆仑财险", "coverage": "100万"}
    form.fill(**{f"treatments.0.{key}": value for key, value in told.items()}).send()
    [treatment] = centre.case(case.id).treatments
    assert treatment.coverage == Money.parse("1000000")
    cards = {card.key: card for card in OverviewWords(desk).cards(view.folder, "医疗")}
    lines = {line.label: line.value for line in cards["dispute"].lines}
    assert "医疗机构：区人民医院" in lines["诊疗情况"]
