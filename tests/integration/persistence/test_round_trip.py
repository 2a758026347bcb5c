"""Whatever an aggregate holds comes back equal from either database, and a saved change too."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.disputes.cases import Case
from app.domain.disputes.states import CaseState
from app.domain.duties.four_duties import FourDuties
from app.domain.mediation.sessions import SessionRecord
from app.domain.people.organisations import Organisation
from app.domain.people.parties import PartyRecord
from app.domain.people.staff import StaffMember
from app.domain.settlements.agreements import MediationAgreement
from app.domain.values.ids import new_id
from tests.support.aggregates import filled
from tests.support.databases import REGISTRAR

SETTINGS = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def organisation(**fields):
    return Organisation(id=new_id(), name="石河子市红山街道人民调解委员会", number_code="石红", **fields)


def goes_round(store, repository, entity, change, *first):
    with store.unit_of_work(REGISTRAR) as work:
        for name, needed in first:
            getattr(work, name).add(needed, act="test.added")
        stored = getattr(work, repository).add(entity, act="test.added")
        work.commit()
    assert stored == replace(entity, version=1)
    with store.unit_of_work(REGISTRAR) as work:
        assert getattr(work, repository).get(entity.id) == stored
        changed = replace(change, id=entity.id, version=1)
        again = getattr(work, repository).save(changed, act="test.changed")
        work.commit()
    assert again == replace(changed, version=2)
    with store.unit_of_work(REGISTRAR) as work:
        assert getattr(work, repository).get(entity.id) == again


@SETTINGS
@given(data=st.data())
def test_cases(store, data):
    ours = organisation()
    made = filled(Case, organisation_id=st.just(ours.id), record_id=st.none())
    case, other = data.draw(made), data.draw(made)
    goes_round(store, "cases", case, other, ("organisations", ours))


@SETTINGS
@given(data=st.data())
def test_a_case_keeps_the_parties_that_stay(store, data):
    ours = organisation()
    made = filled(Case, organisation_id=st.just(ours.id), record_id=st.none())
    case, other = data.draw(made), data.draw(made)
    mixed = data.draw(st.permutations(case.parties[1:] + other.parties))
    goes_round(store, "cases", case, replace(case, parties=tuple(mixed)), ("organisations", ours))


def open_to_writing(ours):
    """Give a case that may still get parts: the lock of the archive is proved with case files."""
    states = [state for state in CaseState if state is not CaseState.ARCHIVED]
    fixed = {"organisation_id": st.just(ours.id), "record_id": st.none(), "parties": st.just(())}
    return filled(Case, state=st.sampled_from(states), **fixed)


@SETTINGS
@given(data=st.data())
@pytest.mark.parametrize(
    ("repository", "kind"), [("sessions", SessionRecord), ("agreements", MediationAgreement)]
)
def test_what_belongs_to_a_case(store, data, repository, kind):
    ours = organisation()
    case = data.draw(open_to_writing(ours))
    made = filled(kind, case_id=st.just(case.id), sequence=st.integers(1, 99))
    goes_round(store, repository, data.draw(made), data.draw(made), ("organisations", ours), ("cases", case))


@SETTINGS
@given(data=st.data())
def test_four_duties(store, data):
    ours = organisation()
    case = data.draw(open_to_writing(ours))
    made = filled(FourDuties, case_id=st.just(case.id))
    duties, other = data.draw(made), data.draw(made)
    goes_round(store, "duties", duties, other, ("organisations", ours), ("cases", case))


@SETTINGS
@given(data=st.data())
@pytest.mark.parametrize(
    ("repository", "kind"),
    [("organisations", Organisation), ("parties", PartyRecord), ("staff", StaffMember)],
)
def test_people(store, data, repository, kind):
    ours = organisation()
    made = filled(kind, organisation_id=st.just(ours.id), merged_into_id=st.none())
    goes_round(store, repository, data.draw(made), data.draw(made), ("organisations", ours))


def test_ids_of_children_may_repeat_in_another_aggregate(store):
    """A supplementary agreement made by copying keeps the ids of the terms it was copied from."""
    assert isinstance(new_id(), UUID)
