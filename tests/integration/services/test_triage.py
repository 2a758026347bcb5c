"""Advice over a real register, decisions kept with their reasons, lists imported whole; on both databases."""

from dataclasses import replace

import pytest
from openpyxl import Workbook

from app.domain.disputes.handling import CoOrganisation, HandlingMode, TriageDecision
from app.domain.disputes.risk_dismissals import RiskDismissal
from app.domain.disputes.sources import MediationChannel, RiskLevel
from app.domain.disputes.triage.advice import TriageFacts
from app.domain.disputes.triage.availability import AvailabilityKind
from app.domain.disputes.triage.rules import TriageCriterion
from app.domain.disputes.triage.units import HandlingUnit
from app.domain.errors import InvalidInput
from app.domain.people.duty_roster import Leave
from app.domain.people.staff import ResidencyMode, StaffMember
from app.domain.values.ids import new_id


@pytest.fixture
def units(centre):
    own = HandlingUnit(
        id=new_id(), name=centre.committee.name, tier="社区", organisation_id=centre.committee.id
    )
    other = HandlingUnit(
        id=new_id(),
        name="物业纠纷调解委员会",
        tier="区",
        channel=MediationChannel.INDUSTRY,
        dispute_types=("property_service",),
    )
    for unit in (own, other):
        centre.services.places.save_unit(unit, actor=centre.actor)
    return own, other


def decision(centre, advised, chosen, reason=""):
    return TriageDecision(
        id=new_id(),
        decided_at=centre.clock.now(),
        decided_by=centre.registrar.name,
        advised_unit=advised.name,
        advised_channel=advised.channel,
        advised_points=50,
        advised_reasons="归口 40\n分级 10",
        unit_id=chosen.id,
        unit_name=chosen.name,
        channel=chosen.channel,
        override_reason=reason,
    )


def test_a_dispute_is_registered_and_sent_on_in_one_transaction(centre, units):
    own, other = units
    intake = centre.intake(dispute_type="property_service")
    triage = centre.services.triage
    facts = triage.facts_of(intake, RiskLevel.LOW)
    first, *_ = triage.advice(facts, centre.committee.id)
    assert first.unit_name == other.name
    told = replace(intake, decision=decision(centre, other, other), handling_mode=HandlingMode.AT_THE_DOOR)
    case = centre.services.registration.register(told, actor=centre.actor).value
    assert (case.channel, case.handling_mode) == (MediationChannel.INDUSTRY, HandlingMode.AT_THE_DOOR)
    assert case.triages[0].is_as_advised
    assert centre.services.cases.folder(case.id).case == case
    silent = replace(intake, decision=decision(centre, other, own))
    before = centre.services.lists.line(case.id)
    with pytest.raises(InvalidInput, match=r"triage\.reason_missing"):
        centre.services.registration.register(silent, actor=centre.actor)
    assert centre.services.lists.line(case.id) == before
    reasoned = replace(intake, decision=decision(centre, other, own, "当事人要求就近"))
    second = centre.services.registration.register(reasoned, actor=centre.actor).value
    # The refused one took no number.
    assert int(second.intake_number[-4:]) == int(case.intake_number[-4:]) + 1


def test_open_cases_of_the_same_people_speak_for_the_unit_that_has_them(centre, units):
    own, _ = units
    earlier = centre.registered()
    again = centre.intake(tuple(replace(p, id=new_id()) for p in earlier.parties))
    facts = centre.services.triage.facts_of(again, RiskLevel.LOW)
    assert {(r.intake_number, r.unit_name) for r in facts.related} == {(earlier.intake_number, own.name)}
    suggested = {s.unit_name: s for s in centre.services.triage.advice(facts, centre.committee.id)}
    related = next(r for r in suggested[own.name].reasons if r.criterion is TriageCriterion.RELATED)
    assert related.points == 13


def test_the_roster_of_the_planned_day_decides_who_is_suggested(centre, units):
    own, _ = units
    case, triage = centre.registered(), centre.services.triage
    appointment = centre.services.appointments.prepare(centre.registrar, case_id=case.id).appointment
    centre.services.appointments.save(replace(appointment, clash_reason="当事人只有这天"), actor=centre.actor)
    turning = StaffMember(
        id=new_id(),
        name="李娟",
        organisation_id=own.organisation_id,
        residency=ResidencyMode.ROTATING,
        specialties=("物业",),
    )
    centre.services.people.save_staff(turning, actor=centre.actor)

    def suggested():
        facts = triage.facts_of_case(centre.services.cases.folder(case.id).case)
        assert facts.meets_on == appointment.day
        found = triage.advice(replace(facts, dispute_type_name="物业"), own.organisation_id)
        return next(one for one in found if one.unit_id == own.id)

    centre.services.rosters.set_day(turning.id, appointment.day, is_on_duty=True, actor=centre.actor)
    there = suggested()
    assert (there.mediator_name, there.availability.kind) == ("李娟", AvailabilityKind.ON_TURN)
    away = Leave(
        id=new_id(), staff_id=turning.id, first_day=appointment.day, last_day=appointment.day, reason="培训"
    )
    centre.services.rosters.add_leave(away, actor=centre.actor)
    instead = suggested()
    assert instead.mediator_name != "李娟"
    assert [reason.availability.until for reason in instead.passed_over] == [away.last_day]


def test_a_case_not_yet_accepted_can_be_sent_on_anew_and_both_decisions_stay(centre, units):
    own, other = units
    case = centre.registered()
    for chosen, reason in ((other, "属物业服务"), (own, "对方要求就近")):
        case = centre.services.triage.send_on(
            case.id,
            decision(centre, other, chosen, reason),
            risk=RiskLevel.HIGH,
            tier=chosen.tier,
            mode=None,
            actor=centre.actor,
            version=case.version,
        ).value
    assert [d.unit_name for d in case.triages] == [other.name, own.name]
    assert (case.risk, case.tier, case.channel) == (RiskLevel.HIGH, "社区", MediationChannel.PEOPLES)


def test_a_warning_set_aside_lowers_the_level_and_stays_on_record(centre):
    case = centre.registered(facts="索赔被拒后扬言报复")
    findings = centre.services.triage.risks_of_case(case)
    assert [f.trigger.code for f in findings] == ["threat"]
    aside = RiskDismissal(
        id=new_id(),
        code="threat",
        name="扬言报复",
        reason="核实为气话",
        dismissed_by=centre.registrar.name,
        dismissed_on=centre.today,
    )
    saved = centre.services.triage.dismiss_risk(
        case.id, aside, actor=centre.actor, version=case.version
    ).value
    assert (saved.risk, saved.risk_dismissals) == (RiskLevel.LOW, (aside,))
    assert centre.services.cases.folder(case.id).history[0].note == "扬言报复：核实为气话"


def test_units_that_mediate_together_are_named(centre):
    case = centre.registered()
    shared = (CoOrganisation(id=new_id(), name="区住建局", duty="核实供暖温度", contact="刘科长"),)
    saved = centre.services.triage.share(case.id, shared, actor=centre.actor, version=case.version).value
    assert saved.co_organisations == shared
    (expected,) = centre.services.mediation.new_session(case.id).participants
    assert (expected.name, expected.unit, expected.parties_consent) == ("刘科长", "区住建局", False)
    with pytest.raises(InvalidInput, match=r"co_organisation\.name_missing"):
        centre.services.triage.share(
            case.id, (replace(shared[0], name=" "),), actor=centre.actor, version=saved.version
        )


@pytest.fixture
def workbook(tmp_path):
    def made(rows, name="地址.xlsx"):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return made


HEAD = ("地址", "网格编码", "网格名称", "户数", "微网格编码")


def test_a_workbook_comes_in_whole_is_found_by_initials_and_goes_back_whole(centre, workbook):
    places = centre.services.places
    file = workbook(
        [
            HEAD,
            ("友谊路12号", 650203001, "第七网格", 64, "W1"),
            ("友谊路14号", 650203001, "第七网格", None, None),
        ]
    )
    read = places.read_list(file)
    assert read.problems == ()
    batch = places.import_list(read, file.name, actor=centre.actor).value
    assert [a.text for a in places.addresses("友谊路")] == ["友谊路12号", "友谊路14号"]
    assert places.addresses("yyl")[0].grid_code == "650203001"
    (grid,) = places.grids()
    assert (grid.name, grid.micro_grids[0].households) == ("第七网格", 64)
    # The same list again changes nothing and doubles nothing.
    places.import_list(places.read_list(file), file.name, actor=centre.actor)
    assert places.address_count() == 2
    assert len(places.grids()) == 1
    assert places.take_back(batch, actor=centre.actor).value == 2
    assert places.address_count() == 0


def test_a_list_with_one_bad_row_brings_nothing(centre, workbook):
    places = centre.services.places
    read = places.read_list(workbook([HEAD, ("甲路1号", 1, "一", 3, "W"), ("", "", "", 5, "")]))
    assert [problem.row for problem in read.problems] == [3]
    with pytest.raises(InvalidInput, match=r"list\.has_problems"):
        places.import_list(read, "x", actor=centre.actor)
    assert places.address_count() == 0


def test_text_lists_in_either_encoding_and_broken_files(centre, tmp_path):
    places = centre.services.places
    for encoding in ("utf-8-sig", "gb18030"):
        file = tmp_path / f"{encoding}.csv"
        file.write_text("地址,网格编码\n友谊路12号,1\n", encoding=encoding)
        assert places.read_list(file).addresses[0].text == "友谊路12号"
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    with pytest.raises(InvalidInput, match=r"list\.unreadable"):
        places.read_list(broken)


def test_the_grid_of_a_known_address_is_weighed(centre, units, workbook):
    own, _ = units
    places = centre.services.places
    places.save_unit(replace(own, version=1, territory=("650203",)), actor=centre.actor)
    places.import_list(
        places.read_list(workbook([("地址", "网格编码"), ("友谊路12号", "650203001")])),
        "x",
        actor=centre.actor,
    )
    facts = centre.services.triage.facts_of(centre.intake(place="友谊路12号"), RiskLevel.LOW)
    assert isinstance(facts, TriageFacts)
    assert facts.grid_code == "650203001"
    first = centre.services.triage.advice(facts, centre.committee.id)[0]
    assert next(r for r in first.reasons if r.criterion is TriageCriterion.TERRITORY).points == 20
