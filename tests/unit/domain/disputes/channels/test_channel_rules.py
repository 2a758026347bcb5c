"""What channels ask, without a database: when mediation begins, how many may come, who may charge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.channels.fees import AgreedFee, check_fee
from app.domain.disputes.channels.people import PeopleCount, PeopleLimit, check_attending
from app.domain.disputes.channels.starting import StartGround, begun_events, begun_on
from app.domain.disputes.periods.triggers import Trigger
from app.domain.errors import RuleRefusal
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from tests.support.builders import a_party
from tests.support.centres import program_rules

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def ground(over_on: date | None, trigger: Trigger | None = Trigger.POLICE_STARTED) -> StartGround:
    return StartGround(id=new_id(), code="x", harm="受伤", over="治疗终结", over_on=over_on, trigger=trigger)


@given(st.lists(DAYS, min_size=1, max_size=4), DAYS)
def test_mediation_begins_when_the_last_thing_is_over_and_never_before_acceptance(over, accepted):
    grounds = tuple(ground(day) for day in over)
    begun = begun_on(grounds, accepted)
    assert begun == max([*over, accepted])
    assert begun_events(grounds, accepted) == {Trigger.POLICE_STARTED: begun}
    assert begun_on((*grounds, ground(None)), accepted) is None
    assert begun_on(grounds, None) is None


def test_without_a_trigger_nothing_happens_in_the_catalogue():
    assert begun_events((ground(date(2026, 1, 1), None),), date(2026, 1, 2)) == {}
    assert begun_events((), date(2026, 1, 2)) == {}


@pytest.mark.parametrize(("most", "is_refused"), [(2, True), (3, False)])
def test_only_one_side_at_a_time_is_counted(most, is_refused):
    limit = PeopleLimit(
        counts=PeopleCount.ATTENDING, most=most, says="每方", article="某规定", is_verified=True
    )
    ours = tuple(a_party(f"甲{n}", PartySide.APPLICANT) for n in range(3))
    theirs = tuple(a_party(f"乙{n}", PartySide.RESPONDENT) for n in range(2))
    present = [party.id for party in (*ours, *theirs)]
    if is_refused:
        with pytest.raises(RuleRefusal, match=r"channel\.too_many_people"):
            check_attending(limit, (*ours, *theirs), present, ())
    else:
        check_attending(limit, (*ours, *theirs), present, ())
    check_attending(None, (*ours, *theirs), present, ())


def test_no_channel_but_the_commercial_one_takes_a_fee():
    fee = AgreedFee(
        id=new_id(), amount=Money.parse("1200"), basis="标准", payers="各半", on=date(2026, 11, 2)
    )
    for row in program_rules().channels:
        if row.code == "commercial":
            check_fee(row, fee)
            with pytest.raises(Exception, match=r"money\.negative"):
                check_fee(row, replace(fee, amount=Money(-1)))
        else:
            with pytest.raises(RuleRefusal, match=r"channel\.no_fee"):
                check_fee(row, fee)
    with pytest.raises(RuleRefusal, match=r"channel\.no_fee"):
        check_fee(None, fee)
