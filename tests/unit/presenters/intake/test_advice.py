"""Advice and warnings while typing: live, taken by one key, overridden with a reason, kept in drafts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.sources import MediationChannel, RiskLevel
from app.domain.disputes.triage.availability import Availability, AvailabilityKind
from app.domain.disputes.triage.units import HandlingUnit
from app.domain.people.duty_roster import Leave
from app.domain.people.staff import ResidencyMode, StaffMember
from app.domain.values.ids import new_id
from app.presenters.triage.availability_words import AvailabilityWords
from app.presenters.triage.shown import ReasonLine
from tests.support.intake_desk import COMMITTEE, REGISTRAR


@pytest.fixture
def units(services, desk):
    own = HandlingUnit(id=new_id(), name=COMMITTEE.name, tier="社区", organisation_id=COMMITTEE.id)
    property_ = HandlingUnit(
        id=new_id(),
        name="物业纠纷调解委员会",
        tier="街道",
        channel=MediationChannel.INDUSTRY,
        dispute_types=("property_service",),
    )
    for unit in (own, property_):
        services.places.save_unit(unit, actor=REGISTRAR.actor)
    return own, property_


@pytest.fixture
def typed(presenter):
    def fill(facts="室温不足 18 度，多次报修未解决。"):
        for side, name in ((PartySide.APPLICANT, "阿依努尔·赛买提"), (PartySide.RESPONDENT, "恒泰物业公司")):
            key = f"{presenter.entry.open_on(side).id}.name"
            presenter.typed(key, name)
            presenter.left(key)
        for key, value in {"dispute_type": "property_service", "facts": facts}.items():
            presenter.typed(key, value)
            presenter.left(key)
        presenter.advising.ask()

    return fill


def registered(services, navigator):
    return services.cases.folder(navigator.opened[-1]).case


def test_without_units_nothing_is_advised_and_registering_works_as_ever(
    presenter, view, typed, services, navigator
):
    typed()
    assert view.shown["advice"] is None
    presenter.submit()
    assert registered(services, navigator).triages == ()


def test_the_advice_shows_reasons_with_points_and_two_others(presenter, view, typed, units):
    typed()
    offer = view.shown["advice"]
    assert (offer.unit, offer.channel, offer.points) == (
        "物业纠纷调解委员会",
        "行业性专业性调解（受理起三十日）",
        "40",
    )
    assert [(r.text, r.points) for r in offer.reasons] == [("物业类归物业纠纷调解委员会", "+40")]
    assert [other.place for other in offer.others] == ["次选"]
    assert not offer.asks_reason
    assert offer.demand.endswith("（红橙黄蓝，未核实）"), "what the level of risk demands here"


def test_who_registers_without_choosing_takes_the_shown_advice(presenter, typed, units, services, navigator):
    typed()
    presenter.submit()
    case = registered(services, navigator)
    (decision,) = case.triages
    assert decision.is_as_advised
    assert (case.channel, decision.unit_name) == (MediationChannel.INDUSTRY, "物业纠纷调解委员会")
    assert "物业类归物业纠纷调解委员会 +40" in decision.advised_reasons


def test_alt_y_puts_channel_and_tier_into_the_form(presenter, view, typed, units):
    typed()
    presenter.advising.take()
    assert (presenter.entry.channel, presenter.entry.tier) == (MediationChannel.INDUSTRY, "街道")
    assert view.shown["advice"].is_taken


def test_another_unit_needs_a_reason_and_says_why_it_was_not_first(presenter, view, typed, units, navigator):
    own, _ = units
    typed()
    presenter.advising.choose(own.id)
    offer = view.shown["advice"]
    assert offer.asks_reason
    assert "物业类不在其归口" in [reason.text for reason in offer.why_chosen]
    presenter.submit()
    assert navigator.opened == []
    assert view.focus[-1][0] == "override_reason"
    assert view.shown["failure"] == "改派请写明理由，再登记"
    presenter.advising.type_reason("当事人要求就近")
    presenter.submit()
    (decision,) = registered(presenter.advising._desk.services, navigator).triages
    assert (decision.unit_name, decision.override_reason) == (own.name, "当事人要求就近")
    assert not decision.is_as_advised


def test_choice_reason_and_dismissal_come_back_with_the_draft(presenter, typed, units, reopened):
    own, _ = units
    typed("对方扬言报复")
    presenter.advising.choose(own.id)
    presenter.advising.type_reason("就近")
    presenter.advising.dismiss("threat", "核实为气话")
    presenter.save_draft()
    again, view = reopened()
    assert (again.entry.unit_id, again.entry.override_reason) == (own.id, "就近")
    assert view.shown["advice"].chosen == own.id
    assert [w.dismissed for w in view.shown["risks"] if w.code == "threat"] == ["核实为气话"]


def test_warnings_name_their_words_and_raise_the_level_until_set_aside(
    presenter, view, typed, services, navigator
):
    typed("索赔被拒后对方扬言报复")
    (warning,) = view.shown["risks"]
    assert warning.told == "扬言、报复"
    assert "立即向公安机关" in warning.demand
    assert "未核实" in warning.demand
    assert view.shown["risk_hint"] == "建议：极高"
    presenter.advising.dismiss("threat", " ")
    assert view.shown["risks"][0].dismissed == ""
    presenter.advising.dismiss("threat", "核实为气话")
    assert view.shown["risk_hint"] == "建议：低"
    presenter.advising.restore("threat")
    assert view.shown["risk_hint"] == "建议：极高"
    presenter.submit()
    assert registered(services, navigator).risk is RiskLevel.VERY_HIGH


def test_what_was_set_aside_is_kept_with_the_case(presenter, typed, services, navigator):
    typed("对方扬言报复")
    presenter.advising.dismiss("threat", "核实为气话")
    presenter.submit()
    case = registered(services, navigator)
    assert [(d.name, d.reason, d.dismissed_by) for d in case.risk_dismissals] == [
        ("扬言报复", "核实为气话", REGISTRAR.name)
    ]
    assert case.risk is RiskLevel.LOW


def test_how_the_mediator_is_there_and_who_was_passed_over_is_told(presenter, view, typed, units, services):
    today = presenter.advising._desk.today
    better = StaffMember(id=new_id(), name="马晓燕", organisation_id=COMMITTEE.id, specialties=("物业",))
    services.people.save_staff(better, actor=REGISTRAR.actor)
    leave = Leave(id=new_id(), staff_id=better.id, first_day=today, last_day=today, reason="病假")
    services.rosters.add_leave(leave, actor=REGISTRAR.actor)
    own, property_ = units
    services.places.save_unit(replace(property_, version=1, is_active=False), actor=REGISTRAR.actor)
    typed()
    offer = view.shown["advice"]
    assert (offer.unit, offer.who) == (own.name, f"可由 {REGISTRAR.name}（固定常驻）承办")
    assert (f"{REGISTRAR.name}固定常驻，今天当班", "+4", True) in [
        (line.text, line.points, line.is_met) for line in offer.reasons
    ]
    day = today.isoformat()[5:]
    assert offer.reasons[-1] == ReasonLine(f"马晓燕更合适，未推荐：马晓燕请假至 {day}", "", is_met=False)
    assert "病假" not in str(offer), "why somebody is away is nobody's business at the window"


@pytest.mark.parametrize(
    ("kind", "mode", "ahead", "said"),
    [
        (AvailabilityKind.ON_TURN, ResidencyMode.ROTATING, 0, "李娟今天在石化社区轮驻"),
        (AvailabilityKind.COMING, ResidencyMode.ROTATING, 7, "李娟下星期一在石化社区轮驻"),
        (AvailabilityKind.COMING, ResidencyMode.DISPATCHED, 60, "李娟2027-01-01派驻石化社区"),
        (AvailabilityKind.ON_TURN, ResidencyMode.ON_CALL, 0, "李娟因需随驻，今天当班"),
        (AvailabilityKind.NEEDED, ResidencyMode.ON_CALL, 1, "李娟因需随驻，本案正需其专长"),
        (AvailabilityKind.NOT_NEEDED, ResidencyMode.ON_CALL, 1, "李娟因需随驻，本案不需其专长"),
        (AvailabilityKind.ABSENT, ResidencyMode.DISPATCHED, None, "李娟定期派驻，近日没有排班"),
        (AvailabilityKind.POSTED_ELSEWHERE, ResidencyMode.RESIDENT, 0, "李娟固定常驻，但在另一调解室"),
    ],
)
def test_the_four_modes_in_words(desk, kind, mode, ahead, said):
    on = None if ahead is None else desk.today + timedelta(days=ahead)
    found = Availability(kind=kind, mode=mode, asked_for=desk.today, on=on)
    assert AvailabilityWords(desk).sentence("李娟", "石化社区", found) == said
