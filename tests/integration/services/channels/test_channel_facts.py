"""What a channel asks of a case: start, number of people, consent to publicity, fee; both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.channels.fees import AgreedFee
from app.domain.disputes.channels.publicity import PublicityConsent, PublicityScope
from app.domain.disputes.channels.starting import StartGround
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.periods.triggers import Trigger, TriggerDay
from app.domain.disputes.sources import MediationChannel
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.mediation.sessions import Participant, ParticipantRole, SessionResult
from app.domain.people.agents import Agent, AgentKind
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from tests.support.builders import a_party, consents
from tests.support.centres import program_rules

POLICE = {"channel": MediationChannel.ADMINISTRATIVE, "dispute_type": "traffic"}
MEDICAL = {"channel": MediationChannel.INDUSTRY, "dispute_type": "medical"}


def ground(code: str, over_on: date | None = None, *, channel: str = "traffic_police") -> StartGround:
    row = next(row for row in program_rules().channels if row.code == channel)
    condition = next(entry for entry in row.start.conditions if entry.code == code)
    return StartGround(
        id=new_id(), code=code, harm=condition.harm, over=condition.over, over_on=over_on,
        trigger=row.start.trigger,
    )  # fmt: skip


def recorded(centre, case, *grounds):
    return centre.services.lifecycle.record_start(
        case.id, grounds, actor=centre.actor, version=centre.case(case.id).version
    ).value


def mediation_clock(centre, case):
    clocks = centre.services.cases.folder(case.id).clocks
    return next((clock for clock in clocks if clock.kind is ClockKind.MEDIATION), None)


def held(centre, case, **told):
    session = replace(
        centre.services.mediation.new_session(case.id),
        record="双方陈述了经过。",
        rights_told=True,
        result=SessionResult.TO_BE_CONTINUED,
    )
    return centre.services.mediation.finish(replace(session, **told), actor=centre.actor).value


def test_police_mediation_waits_for_what_the_accident_did(centre):
    case = centre.assigned(**POLICE)
    with pytest.raises(RuleRefusal) as refused:
        held(centre, case)
    assert refused.value.code == "channel.start_untold"
    recorded(centre, case, ground("loss", centre.today), ground("injury"))
    with pytest.raises(RuleRefusal) as refused:
        held(centre, case)
    assert refused.value.code == "channel.start_waits"
    assert refused.value.facts["over"] == "治疗终结"
    assert "第九十条" in refused.value.facts["article"]
    assert mediation_clock(centre, case) is None
    assert centre.services.cases.folder(case.id).sessions == ()


def test_the_ten_days_of_the_police_run_from_the_last_thing_over(centre, clock):
    case = centre.assigned(**POLICE)
    clock.moment += timedelta(days=4)  # Friday 6 November 2026
    treated = date(2026, 11, 5)
    recorded(centre, case, ground("loss", date(2026, 10, 20)), ground("injury", treated))
    found = mediation_clock(centre, case)
    assert (found.rule_id, found.last_day) == ("D-08", date(2026, 11, 16))  # the 15th is a Sunday
    with pytest.raises(RuleRefusal, match=r"channel\.start_too_early"):
        held(centre, case, held_at=clock.now() - timedelta(days=3))
    assert held(centre, case).is_finished


def test_what_was_over_before_acceptance_starts_with_acceptance(centre):
    case = centre.registered(**POLICE)
    for asked in consents(case, centre.today):
        case = centre.services.cases.record_consent(
            case.id, asked, actor=centre.actor, version=case.version
        ).value
    grounds = (ground("death", date(2026, 9, 1)),)
    case = centre.services.cases.accept(
        case.id, centre.today, grounds=grounds, actor=centre.actor, version=case.version
    ).value
    assert case.start_grounds == grounds
    assert mediation_clock(centre, case).last_day == date(2026, 11, 12)  # accepted on the 2nd


def test_a_day_typed_by_hand_goes_before_the_grounds(centre):
    case = centre.assigned(**POLICE)
    recorded(centre, case, ground("loss", date(2026, 10, 20)))
    day = TriggerDay(id=new_id(), trigger=Trigger.POLICE_STARTED, on_day=date(2026, 10, 30))
    centre.services.periods.record_day(case.id, day, actor=centre.actor, version=centre.case(case.id).version)
    assert mediation_clock(centre, case).last_day == date(2026, 11, 9)


def test_a_committee_is_only_warned_and_keeps_its_own_period(centre):
    case = centre.assigned(channel=MediationChannel.INDUSTRY, dispute_type="traffic")
    recorded(centre, case, ground("injury", channel="traffic"))
    assert held(centre, case).is_finished
    assert mediation_clock(centre, case).rule_id == "D-03"


def test_grounds_are_refused_where_the_channel_has_none_and_in_the_future(centre):
    with pytest.raises(InvalidInput, match=r"channel\.start_unknown"):
        recorded(centre, centre.assigned(), ground("loss"))
    case = centre.assigned(**POLICE)
    with pytest.raises(InvalidInput, match=r"date\.in_future"):
        recorded(centre, case, ground("loss", centre.today + timedelta(days=1)))
    assert centre.case(case.id).start_grounds == ()


def crowd(side, count, *, speaking=0):
    made = [a_party(f"{side.term}{n}", side) for n in range(count)]
    return [replace(party, is_group_representative=n < speaking) for n, party in enumerate(made)]


def test_at_most_three_people_of_a_side_come_to_the_police(centre):
    parties = (*crowd(PartySide.APPLICANT, 4), *crowd(PartySide.RESPONDENT, 1))
    case = centre.assigned(parties, **POLICE)
    recorded(centre, case, ground("loss", centre.today))
    with pytest.raises(RuleRefusal) as refused:
        held(centre, case)
    facts = refused.value.facts
    assert (refused.value.code, facts["side"], facts["count"], facts["most"]) == (
        "channel.too_many_people", "申请人", 4, 3
    )  # fmt: skip
    assert refused.value.field == "attending"
    present = tuple(party.id for party in case.parties[1:])
    assert held(centre, case, attending=present).is_finished


def test_an_agent_counts_for_the_side_he_acts_for(centre):
    parties = [*crowd(PartySide.APPLICANT, 3), *crowd(PartySide.RESPONDENT, 1)]
    parties[0] = replace(parties[0], agents=(Agent(id=new_id(), kind=AgentKind.LAWYER, name="周律师"),))
    case = centre.assigned(tuple(parties), **POLICE)
    recorded(centre, case, ground("loss", centre.today))
    lawyer = Participant(id=new_id(), name="周律师", role=ParticipantRole.AGENT)
    with pytest.raises(RuleRefusal, match=r"channel\.too_many_people"):
        held(centre, case, participants=(lawyer,))
    stranger = replace(lawyer, name="不相干的人")
    assert held(centre, case, participants=(stranger,)).is_finished


def test_a_common_complaint_has_two_representatives(centre):
    told = {"channel": MediationChannel.ADMINISTRATIVE, "dispute_type": "e_commerce"}
    parties = (*crowd(PartySide.APPLICANT, 3, speaking=3), *crowd(PartySide.RESPONDENT, 1))
    with pytest.raises(RuleRefusal, match=r"channel\.too_many_people"):
        centre.accepted(parties, **told)
    parties = (*crowd(PartySide.APPLICANT, 3, speaking=2), *crowd(PartySide.RESPONDENT, 1))
    case = centre.accepted(parties, **told)
    third = replace(case.parties[2], is_group_representative=True)
    more = replace(case, parties=(*case.parties[:2], third, case.parties[3]))
    with pytest.raises(RuleRefusal, match=r"channel\.too_many_people"):
        centre.services.cases.update_details(more, actor=centre.actor)


def told_public(case, *covered):
    return tuple(
        PublicityConsent(
            id=new_id(), party_id=party.id, party_name=party.name, covers=covers, on=case.accepted_on
        )
        for party, covers in zip(case.parties, covered, strict=True)
    )


def test_a_medical_dispute_is_heard_in_public_only_with_both_sides(centre):
    case = centre.assigned(**MEDICAL)
    meeting = (PublicityScope.MEETING,)
    services = centre.services
    with pytest.raises(RuleRefusal) as refused:
        held(centre, case, is_public=True)
    assert refused.value.code == "channel.public_without_consent"
    assert "第四十二条" in refused.value.facts["article"]
    case = services.lifecycle.record_publicity(
        case.id, told_public(case, meeting, ()), actor=centre.actor, version=case.version
    ).value
    with pytest.raises(RuleRefusal) as refused:
        held(centre, case, is_public=True)
    assert refused.value.facts["party"] == case.parties[1].name
    case = services.lifecycle.record_publicity(
        case.id, told_public(case, meeting, meeting), actor=centre.actor,
        version=centre.case(case.id).version,
    ).value  # fmt: skip
    assert held(centre, case, is_public=True).is_public
    assert len(centre.case(case.id).publicity) == 4  # every answer stays
    entry = services.cases.folder(case.id).history
    assert any(e.act == "case.publicity_recorded" and e.actor_name == centre.actor.name for e in entry)


def test_a_consent_taken_back_counts(centre):
    case = centre.assigned(**MEDICAL)
    meeting = (PublicityScope.MEETING,)
    for covered in ((meeting, meeting), (meeting, ())):
        case = centre.services.lifecycle.record_publicity(
            case.id, told_public(case, *covered), actor=centre.actor, version=case.version
        ).value
    with pytest.raises(RuleRefusal, match=r"channel\.public_without_consent"):
        held(centre, case, is_public=True)
    assert held(centre, case).is_finished  # not in public it goes on


def test_other_channels_ask_no_consent_to_publicity(centre):
    case = centre.assigned()
    with pytest.raises(RuleRefusal, match=r"channel\.publicity_not_asked"):
        centre.services.lifecycle.record_publicity(
            case.id, told_public(case, (), ()), actor=centre.actor, version=case.version
        )
    assert held(centre, case, is_public=True).is_public


def a_fee(centre, amount="1200", basis="公开的收费标准第三项"):
    return AgreedFee(id=new_id(), amount=Money.parse(amount), basis=basis, payers="双方各半", on=centre.today)


def test_a_fee_is_agreed_in_commercial_mediation_and_never_in_a_committees(centre):
    case = centre.accepted(channel=MediationChannel.INDUSTRY, channel_code="commercial")
    agreed = centre.services.lifecycle.agree_fee(
        case.id, a_fee(centre), actor=centre.actor, version=case.version
    ).value
    assert agreed.fees[-1].amount == Money.parse("1200")
    case = centre.accepted()
    with pytest.raises(RuleRefusal, match=r"channel\.no_fee"):
        centre.services.lifecycle.agree_fee(case.id, a_fee(centre), actor=centre.actor, version=case.version)
    assert centre.case(case.id).fees == ()


def test_a_fee_needs_its_basis(centre):
    case = centre.accepted(channel=MediationChannel.INDUSTRY, channel_code="commercial")
    with pytest.raises(InvalidInput, match=r"channel\.fee_basis_missing"):
        centre.services.lifecycle.agree_fee(
            case.id, a_fee(centre, basis=" "), actor=centre.actor, version=case.version
        )
