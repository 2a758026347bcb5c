"""Registering: all or nothing, with number, duties, register entries and the draft in one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.sources import CaseSource, RiskFlag, RiskLevel
from app.domain.disputes.states import CaseState
from app.domain.errors import InvalidInput
from app.domain.filing.kinds import NumberSeries
from app.domain.values.money import Money
from tests.support.builders import a_party, some_parties


def test_a_registered_case_is_triaged_numbered_and_has_four_duties(centre):
    done = centre.services.registration.register(centre.intake(parties=3), actor=centre.actor)
    folder = centre.services.cases.folder(done.value.id)
    assert folder.case == done.value
    assert (folder.case.state, folder.case.intake_number) == (CaseState.TRIAGED, "2026-0001")
    assert folder.case.registrar_name == "巴合提古丽"
    assert [duty.due_on for duty in folder.duties.duties] == [
        date(2026, 11, 5),
        date(2026, 11, 23),
        date(2026, 12, 2),
        date(2027, 1, 4),  # New Year and a weekend lie between
    ]
    assert [entry.act for entry in reversed(folder.history)] == [
        "case.registered",
        "case.triaged",
        "duties.opened",
    ]
    assert {"case", "duties", "party"} <= done.changes.kinds


def test_the_list_shows_the_acceptance_clock(centre):
    case = centre.registered()
    line = centre.services.lists.line(case.id)
    # Monday 2 November; the 3rd, 4th and 5th are the three working days.
    assert (line.due_on, line.due_kind) == (date(2026, 11, 5), ClockKind.ACCEPTANCE)


def test_numbers_follow_each_other(centre):
    assert [centre.registered().intake_number for _ in range(3)] == ["2026-0001", "2026-0002", "2026-0003"]


def test_new_parties_enter_the_register_and_known_ones_do_not_twice(centre):
    first = centre.registered(parties=2)
    again = some_parties(2)
    linked = tuple(
        replace(party, record_id=known.record_id) for party, known in zip(again, first.parties, strict=True)
    )
    centre.registered(parties=linked)
    assert centre.services.people.party_count() == 2
    record_id = first.parties[0].record_id
    assert record_id is not None
    assert len(centre.services.people.party_cases(record_id)) == 2


def test_the_draft_goes_with_the_registration(centre):
    centre.services.drafts.put("intake", '{"facts": "楼上漏水"}', "facts", actor=centre.actor)
    centre.services.registration.register(centre.intake(), actor=centre.actor, draft_key="intake")
    assert centre.services.drafts.get("intake", actor=centre.actor) is None


def test_a_refused_intake_leaves_draft_numbers_and_history_alone(centre):
    centre.services.drafts.put("intake", "{}", "facts", actor=centre.actor)
    stranger = centre.intake(studio_id=centre.registrar.id)
    with pytest.raises(InvalidInput, match=r"intake\.studio_of_another_committee"):
        centre.services.registration.register(stranger, actor=centre.actor, draft_key="intake")
    assert centre.services.drafts.get("intake", actor=centre.actor) is not None
    assert centre.services.people.party_count() == 0
    assert centre.registered().intake_number == "2026-0001"


def test_a_failure_in_the_middle_leaves_nothing(centre, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError("the machine stumbles after number, parties and case were written")

    with monkeypatch.context() as patch:
        patch.setattr("app.services.disputes.new_case.wind", broken)
        with pytest.raises(RuntimeError):
            centre.services.registration.register(centre.intake(), actor=centre.actor)
    everything = CaseFilter(view=CaseView.ALL)
    assert centre.services.lists.count(everything) == 0
    assert centre.services.people.party_count() == 0
    with centre.store.unit_of_work(centre.actor) as work:
        assert work.numbers.of_series(NumberSeries.INTAKE, centre.committee.id, 2026) == ()
    assert centre.registered().intake_number == "2026-0001"


def test_every_problem_is_told_at_once(centre):
    minor = replace(a_party("", PartySide.APPLICANT), birth_date=date(2030, 1, 1))
    wrong_card = replace(a_party("王秀兰", PartySide.RESPONDENT), identity_number="650203199001011231")
    intake = centre.intake(
        parties=(minor, wrong_card), facts=" ", dispute_type="nothing", amount=Money(-1), headcount=-1
    )
    problems = centre.services.registration.check(intake)
    assert [(problem.code, problem.field) for problem in problems] == [
        ("party.name_missing", "applicants.0.name"),
        ("party.birth_in_future", "applicants.0.birth_date"),
        ("resident_number.check_digit", "respondents.0.identity_number"),
        ("intake.type_missing", "dispute_type"),
        ("money.negative", "amount"),
        ("intake.facts_missing", "facts"),
        ("intake.headcount", "headcount"),
    ]


def test_only_the_committee_itself_needs_no_applicant(centre):
    alone = (a_party("王秀兰", PartySide.RESPONDENT),)
    asked = centre.services.registration.check(centre.intake(parties=alone))
    assert [problem.code for problem in asked] == ["intake.applicant_missing"]
    own = centre.intake(parties=alone, source=CaseSource.INITIATIVE)
    assert centre.services.registration.check(own) == ()


def test_a_request_from_the_future_is_refused(centre):
    later = centre.intake(received_at=centre.clock.now() + timedelta(days=1))
    assert [p.code for p in centre.services.registration.check(later)] == ["intake.received_in_future"]


def test_an_earlier_request_keeps_its_moment_and_starts_the_clock(centre):
    earlier = centre.clock.now() - timedelta(days=3)
    case = centre.registered(received_at=earlier)
    assert case.received_at == earlier
    # Friday 30 October; Monday 2, Tuesday 3 and Wednesday 4 November.
    assert centre.services.lists.line(case.id).due_on == date(2026, 11, 4)


def test_title_risk_and_headcount_are_suggested_when_left_empty(centre):
    case = centre.registered(parties=3, risk_flags=(RiskFlag.HEATED,))
    assert case.title == "买买提·艾力等2方与王秀兰邻里纠纷"
    assert (case.risk, case.headcount, case.tier) == (RiskLevel.HIGH, 3, "社区")


def test_clocks_ahead_are_told_and_nothing_is_written(centre):
    ahead = centre.services.registration.clocks_ahead(centre.intake())
    assert [clock.kind for clock in ahead] == [ClockKind.ACCEPTANCE]
    assert centre.registered().intake_number == "2026-0001"


def test_a_similar_open_case_is_found_by_both_names(centre):
    first = centre.registered(parties=2)
    found = centre.services.registration.similar_open_cases(some_parties(2))
    assert [line.id for line in found] == [first.id]
    other_side = (some_parties(1)[0], a_party("生面孔", PartySide.RESPONDENT))
    assert centre.services.registration.similar_open_cases(other_side) == ()


def test_a_similar_case_is_found_among_many_namesakes(file_centre):
    first = file_centre.registered(parties=2)
    for _ in range(6):
        file_centre.registered(parties=(some_parties(1)[0], a_party("生面孔", PartySide.RESPONDENT)))
    found = file_centre.services.registration.similar_open_cases(some_parties(2))
    assert [line.id for line in found] == [first.id]


def test_a_known_person_is_offered(centre):
    centre.registered()
    known = centre.services.registration.known_parties(name="王秀兰")
    assert [(entry.record.name, entry.same_name, entry.open_cases) for entry in known] == [
        ("王秀兰", True, 1)
    ]
