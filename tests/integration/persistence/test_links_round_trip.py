"""Referrals, guidance and orders come back equal from either database, and their line follows them."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.duties.referrals.guidance import ServiceReferral
from app.domain.duties.referrals.orders import WorkOrder
from app.domain.duties.referrals.referrals import Referral
from app.domain.duties.referrals.transit import TransitFilter
from app.persistence.repositories.referrals import line_of_link
from tests.support.aggregates import filled
from tests.support.casebook import a_case, an_organisation
from tests.support.databases import REGISTRAR

KINDS = (("referrals", Referral), ("guidance", ServiceReferral), ("orders", WorkOrder))


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
@pytest.mark.parametrize(("room", "kind"), KINDS)
def test_whatever_it_holds_comes_back(store, data, room, kind):
    ours = an_organisation()
    case = a_case(ours)
    made = filled(kind, case_id=st.just(case.id))
    entity, other = data.draw(made), data.draw(made)
    with store.unit_of_work(REGISTRAR) as work:
        work.organisations.add(ours, act="test.added")
        work.cases.add(case, act="test.added")
        stored = getattr(work.dealings, room).add(entity, act="test.added")
        work.commit()
    assert stored == replace(entity, version=1)
    with store.unit_of_work(REGISTRAR) as work:
        rooms = getattr(work.dealings, room)
        assert rooms.get(entity.id) == stored
        saved = rooms.save(replace(other, id=entity.id, version=1), act="test.changed")
        assert tuple(work.dealings.of_case(case.id)) == (saved,)
        work.dealings.set_due(saved, case.registered_at.date())
        work.commit()
    with store.reads() as reads:
        (line,) = (line for line in reads.transit.page(TransitFilter(), limit=999) if line.id == entity.id)
    told = line_of_link(saved)
    assert {name: getattr(line, name) for name in told} == told
    assert (line.due_on, line.case_title) == (case.registered_at.date(), case.title)
