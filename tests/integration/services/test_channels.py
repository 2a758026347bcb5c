"""What the channel of a case does: its paper and clock, what is refused, how it is left; both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.cases import TerminationReason
from app.domain.disputes.channels.rules import Channel
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.lifecycle.links import LinkKind
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.disputes.states import CaseState
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.kinds import DocumentKind, NumberSeries
from tests.support.builders import a_payment, consents
from tests.support.centres import program_rules

ROWS = program_rules().channels


def agreement_numbers(centre):
    with centre.store.unit_of_work(centre.actor) as work:
        return work.numbers.of_series(NumberSeries.AGREEMENT, centre.committee.id, 2026)


def accepted_in(centre, row: Channel):
    return centre.accepted(channel=row.family, channel_code=row.code)


def drafted_in(centre, row: Channel):
    case = accepted_in(centre, row)
    services, actor = centre.services, centre.actor
    draft = services.settlements.new_agreement(case.id, actor=actor).value
    payment = a_payment(case.parties[1], case.parties[0])
    return services.settlements.save(replace(draft, matters="货款", terms=(payment,)), actor=actor).value


def test_the_committees_agreement_is_refused_where_another_paper_is_the_result(centre):
    for row in ROWS:
        if row.may_issue_agreement:
            continue
        draft = drafted_in(centre, row)
        with pytest.raises(RuleRefusal) as refused:
            centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)
        if row.papers is not None and row.papers.title(DocumentKind.AGREEMENT):
            assert refused.value.code == "channel.host_missing"  # nobody said which organ mediates
            continue
        assert refused.value.code == "channel.other_paper"
        assert (refused.value.facts["paper"], refused.value.facts["by"]) == (row.paper, row.paper_by)
    assert not agreement_numbers(centre)


@pytest.mark.parametrize("code", ["peoples", "medical", "court_delegated"])
def test_what_the_channel_allows_is_not_stopped_by_it(centre, code):
    row = next(row for row in ROWS if row.code == code)
    draft = drafted_in(centre, row)
    with pytest.raises(RuleRefusal) as refused:
        centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)
    assert refused.value.code != "channel.other_paper"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({}, "peoples"),
        ({"dispute_type": "medical"}, "medical"),
        ({"dispute_type": "labour"}, "labour"),
        ({"channel": MediationChannel.INDUSTRY, "dispute_type": "property_service"}, "property"),
        ({"channel": MediationChannel.ADMINISTRATIVE, "dispute_type": "traffic"}, "traffic_police"),
        ({"channel": MediationChannel.JUDICIAL, "source": CaseSource.COURT_ENTRUSTED}, "court_entrusted"),
        ({"channel_code": "commercial"}, "commercial"),
    ],
)
def test_a_registered_case_names_its_channel(centre, told, code):
    case = centre.registered(**told)
    assert centre.case(case.id).channel_code == code


def test_an_unknown_channel_is_refused_at_intake(centre):
    with pytest.raises(InvalidInput, match=r"channel\.unknown"):
        centre.registered(channel_code="nowhere")


def test_a_corrected_type_moves_the_channel_until_it_is_accepted(centre):
    case = centre.registered()
    told = centre.services.cases.update_details(
        replace(case, dispute_type="medical"), actor=centre.actor
    ).value
    assert told.channel_code == "medical"
    case = centre.accepted()
    told = centre.services.cases.update_details(
        replace(case, dispute_type="medical"), actor=centre.actor
    ).value
    assert told.channel_code == "peoples"


def test_a_medical_dispute_a_court_already_took_is_not_accepted(centre):
    case = consenting(centre, dispute_type="medical")
    with pytest.raises(RuleRefusal) as refused:
        centre.services.cases.accept(
            case.id, centre.today, is_pending=True, actor=centre.actor, version=case.version
        )
    assert refused.value.code == "channel.medical_pending"
    assert centre.case(case.id).accepted_on is None
    accepted = centre.services.cases.accept(
        case.id, centre.today, is_pending=False, actor=centre.actor, version=case.version
    ).value
    assert accepted.accepted_on == centre.today


def consenting(centre, **told):
    case = centre.registered(**told)
    for asked in consents(case, centre.today):
        case = centre.services.cases.record_consent(
            case.id, asked, actor=centre.actor, version=case.version
        ).value
    return case


def test_the_clock_is_the_one_of_the_channel(centre):
    case = centre.accepted(channel=MediationChannel.INDUSTRY, channel_code="medical")
    clocks = {clock.kind: clock for clock in centre.services.cases.folder(case.id).clocks}
    clock = clocks[ClockKind.MEDIATION]
    assert "医疗纠纷预防和处理条例第三十八条" in clock.explanation
    # Accepted on Monday 2 November 2026: thirty working days end on Monday 14 December.
    assert clock.last_day == date(2026, 12, 14)
    case = centre.accepted(channel=MediationChannel.INDUSTRY, channel_code="commercial")
    kinds = {clock.kind for clock in centre.services.cases.folder(case.id).clocks}
    assert ClockKind.MEDIATION not in kinds


def changed(centre, case, code="administrative", *, routes_told=False, reason="双方愿意"):
    return centre.services.lifecycle.change_channel(
        case.id,
        code,
        reason=reason,
        routes_told=routes_told,
        on=centre.today,
        actor=centre.actor,
        version=case.version,
    ).value


@pytest.mark.parametrize("made", ["registered", "accepted", "mediating"])
def test_changing_the_channel_ends_the_case_and_begins_a_linked_one(centre, made):
    case = getattr(centre, made)()
    new = changed(centre, case, routes_told=True)
    old = centre.case(case.id)
    assert (new.channel, new.channel_code) == (MediationChannel.ADMINISTRATIVE, "administrative")
    assert (new.facts, new.requests, new.amount) == (case.facts, case.requests, case.amount)
    assert [party.name for party in new.parties] == [party.name for party in case.parties]
    assert {party.id for party in new.parties}.isdisjoint({party.id for party in case.parties})
    if made == "registered":
        assert old.state is CaseState.GUIDED_OUT
        assert old.departures[-1].reason == "改走行政调解：双方愿意"
    else:
        assert old.termination_reason is TerminationReason.CHANNEL_CHANGED
        assert old.ended_on == centre.today
    for ours, other in ((case.id, new), (new.id, case)):
        folder = centre.services.cases.folder(ours)
        (linked,) = folder.links
        assert (linked.link.kind, linked.case_id) == (LinkKind.CHANNEL_CHANGE, other.id)
        notes = [entry.note for entry in folder.history if entry.act == "case.channel_changed"]
        assert len(notes) == 1
        assert other.intake_number in notes[0]
        assert folder.history[0].actor_name == centre.actor.name


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"code": "peoples"}, "channel.same"),
        ({"code": ""}, "channel.unknown"),
        ({"reason": " "}, "reason.words_missing"),
        ({}, "case.routes_not_told"),
    ],
)
def test_a_refused_change_leaves_everything_as_it_was(centre, given, code):
    case = centre.accepted()
    with pytest.raises((InvalidInput, RuleRefusal)) as refused:
        changed(centre, case, **given)
    assert refused.value.code == code
    assert centre.case(case.id) == case
    assert centre.services.cases.folder(case.id).links == ()


def test_an_effective_agreement_keeps_its_channel(centre):
    case = centre.effective()
    with pytest.raises(RuleRefusal, match=r"channel\.change_too_late"):
        changed(centre, case, routes_told=True)
